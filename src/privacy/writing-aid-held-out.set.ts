/**
 * Held out: written when the aid was finished, in another hand (short, sloppy, lower case, with slips), and never used to make it
 * better. What it misses here is what to expect of hasty notes.
 */
import { sentencesOf } from './writing-aid.set.ts';

export const hastyWithMarks = sentencesOf(`
[name:mo] heeft weer gevochten op t plein
gister was [name:daantje] weer ziek
[name:fatma] komt niet opdagen
[name:bram de wit] is er klaar mee
moeder [name:anja] belde om 3 uur boos op
juf [name:marloes] kan t niet aan
mstr [name:kees] is al 3 wkn ziek
[name:noor] en [name:saar] pesten weer
met [name:youssef] gaat t slecht
[name:Jaydee] slaat iedereen
die [name:roos] ook altijd
[name:mees] eet niks
gesprek gehad met vader [name:hassan]
[name:sterre] moet naar sbo denk ik
fam [name:Bouazza] reageert niet
[name:yara] zit thuis
wie let er op [name:sem]?
[name:thijmen] slaat en bijt
bij [name:lieke] thuis is t mis
[name:Ravi] en [name:shanti] zijn weer te laat
oma van [name:finn] haalt op
[name:Djaivano] loopt weg
weer ruzie [name:levi] / [name:noah]
[name:esmée] huilt
kind [name:ümit] praat niet
leerling [initials:m.] is weggelopen
[initials:J.v.D.] weer geschorst
weer gedoe met [initials:K.]
kleuter [initials:s.] bijt
moeder v [initials:R.] wil weg
kind heeft [diagnosis:adhd] denk ik
weer eentje met [diagnosis:ass]
[diagnosis:dislexie] wordt niet opgepakt
zwaar [diagnosis:autistich] jongetje
slikt [diagnosis:ritaline]
[diagnosis:iq 65] ofzo
[diagnosis:hoog begaafd] kind verveelt zich
[diagnosis:pddnos] en dan in groep van 30
heeft [diagnosis:epilepsi]
[diagnosis:hechtingsproblemen] bij 2 kids
is [diagnosis:depresief]
[diagnosis:tos] kind snapt niks
bel [phone:0612345678] ff
tel moeder [phone:06 12345678]
[phone:0412123456] is vd oma
app me op [phone:06-1234 5678]
mail [email:jan.jansen@voorbeeld.nl]
[email:moeder123@voorbeeld.example] is haar mail
stuur naar [email:info at school punt nl]
bsn [bsn:123456782]
nr [bsn:111 222 333] staat op t formulier
[bsn:12345672] klopt dat?
geb [birthdate:3-5-2017]
geb. [birthdate:3-5-17]
jarig [birthdate:4 juni]
is van [birthdate:12-3-2016]
geboren [birthdate:4 mrt 2015]
`);

export const hastyWithoutMarks = sentencesOf(`
weer geen inval vandaag
groep 4 zat bij elkaar in de aula
t was chaos bij het buitenspelen
om half 3 was niemand er
alweer 3 dagen geen juf
ze willen niet praten met ouders
kids zijn moe na de gym
ib er is er maar 1 dag
rooster klopt niet met wat we zagen
te weinig handen in de kleuterbouw
25 kids in een lokaal voor 20
schoolplein is kaal en heet
niemand weet wie wat doet
morgen weer kijken
mis ik hier iets?
kan beter, wil het team ook
was wel gezellig in de kring
methode uit 2009, echt oud
2x geen overdracht gehad
pauze van 10.15 tot 10.30 te kort
directeur wil wel maar heeft geen tijd
bord kapot sinds sept
groep 7/8 doet het goed
alle ouders waren er, top
max 15 min per groep
even gebeld met de gemeente
ze gaan in okt verhuizen naar de kade
ma di do is er wel een oa er
les viel uit op 4-11
we zien elkaar 12-1 om 9u
de bel gaat te laat
veel lawaai op gang b
toetsen wk 4 en wk 23
te veel schermtijd in de bovenbouw
lees niveau omhoog, fijn
budget 3500 is op
de kids vinden t zelf ook druk
mee eens met de directeur
nog geen reactie van het bestuur
bijna niemand op de inloop
zon schijnt recht op t bord
ruzie over de bal elke dag
wc stinkt al weken
geen rust in de ochtend
ze lopen in en uit
school is van 8.30 tot 14.00
komt in de mr van maart
stuk of 6 kids zonder brood
gym in de sporthal, 20 min lopen
hele team was er, super
elke week een andere inval
ouderavond 14 nov was vol
nieuwe juf start na kerst
plein gedeeld met de buren
zie verslag blz 3
`);
