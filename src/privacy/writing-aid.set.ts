/**
 * Invented sentences to measure the writing aid with, as people in schools write them. Marks stand as `[kind:text]`. This part was
 * written while the aid was made. Figures: docs/privacy.md.
 */

/** Names that stand in the registers of the measurement. */
export const registerNames = [
  'Fatima El Amrani',
  'Bram de Wit',
  'Wiebren Oosterhof',
  'Ilse Kwakkelstein',
  'P. Groen',
];

/** The sentences of a set: one a line. */
export const sentencesOf = (text: string): readonly string[] => text.trim().split('\n');

/** Something to mark in each of them. */
export const withMarks = sentencesOf(`
Het nummer van de leerling is [bsn:123456782].
BSN [bsn:1234.56.782] staat in het dossier.
Zij gaf mij [bsn:123 456 782] door.
Zijn nummer: [bsn:12345672].
Het sofinummer is [bsn:111222333], zei moeder.
In het formulier stond [bsn:111.222.333] ingevuld.
leerlingnummer [bsn:123-456-782]
Op de sticker stond [bsn:1 2 3 4 5 6 7 8 2].
Het pgn is [bsn:１２３４５６７８２].
bsn=[bsn:111222333];
Bel moeder op [phone:06-12345678].
Vader is bereikbaar op [phone:06 1234 5678] na vier uur.
Het nummer van thuis is [phone:010-1234567].
Oma: [phone:+31 6 12345678].
De voogd heeft [phone:0031612345678].
Bellen kan op [phone:(0412) 12 34 56].
Zij appt via [phone:06.12.34.56.78].
Ik kreeg [phone:+31(0)6-12345678] van de buurvrouw.
Het Duitse nummer is [phone:+49 170 1234567].
tel [phone:0612345678]
noodnummer [phone:O6-12345678]
Mail naar [email:moeder@voorbeeld.nl] voor een afspraak.
Het adres is [email:j.jansen@school-x.example].
Stuur het aan [email:vader (at) voorbeeld.nl].
Zij schreef vanaf [email:fam.devries@mail.example].
Mijn adres is [email:leerkracht at school punt nl].
Haar mail: [email:ouder[at]voorbeeld.nl]
De voogd: [email:voogd apenstaartje instelling punt nl].
Kopie naar [email:ib@school.example] gestuurd.
[email:info at voorbeeld.nl] is het adres van thuis.
Het kind is geboren op [birthdate:3 mei 2017].
Geb. [birthdate:12-11-2018], groep 3.
De leerling ([birthdate:14-02-2016]) zit in groep 6.
Geboortedatum: [birthdate:2015-09-30].
Hij is op [birthdate:4 juni] jarig.
Jarig op [birthdate:12 nov].
Zij werd geboren op [birthdate:drie mei].
Een jongen van [birthdate:3 mei '17] in groep 4.
Haar verjaardag is [birthdate:21 maart].
geboren [birthdate:3/5/17]
De leerling van [birthdate:03-05-17] blijft thuis.
geb.dat. [birthdate:5.6.2016]
Gisteren sloeg [name:Daan] een ander kind.
[name:Fatima] komt steeds te laat.
Ik zag [name:Mohammed] alleen staan op het plein.
De moeder van [name:Sanne] vertelde dat het thuis druk is.
[name:Bram de Wit] wil dat wij komen kijken.
Tijdens het bezoek zat [name:Ayşe] onder de tafel.
Ook [name:Zoë] doet niet mee.
[name:Milan] en [name:Noor] hebben vaak ruzie.
Vanmiddag liep [name:Roos] weg uit de klas.
Volgens mij wordt [name:Wit] gepest.
De leerkracht vertelde dat [name:Mees] niet meer eet.
Toen riep [name:Sterre] dat zij naar huis wilde.
In de kring huilde [name:Bloem] hard.
[name:Roos] huilt elke ochtend.
Meester [name:Wubbo] weet er meer van.
Juf [name:Tjitske Hofstra] staat er alleen voor.
Meneer [name:de Boer] was niet bereikbaar.
Mevrouw [name:El Idrissi] belde vanochtend.
Leerling [name:Kyrano] heeft veel ruimte nodig.
Het broertje [name:Jaivy] zit in groep 2.
Een jongen genaamd [name:Xeno] kwam naar mij toe.
Het gezin [name:Yilmaz] is verhuisd.
De familie [name:van den Heuvel] vraagt om rust.
[name:Oliwia] spreekt nog weinig Nederlands.
[name:Krzysztof] zit achterin.
Wij spraken over [name:Jurre] en zijn zusje [name:Femke].
[name:Yusuf]s moeder kwam langs.
De jas van [name:Lotte] was kapot.
Samen met [name:Hidde] maakte hij het werk af.
[name:Esma Yıldız] kwam pas in november.
[name:Gijs van Leeuwen] werkt op de gang.
Ik hoorde dat [name:Nynke] en [name:Douwe] wegblijven.
Na de pauze was [name:Shaniqua] verdrietig, vertelde meester [name:Ruben].
Naast [name:Jayden] zit niemand.
[name:Ilse Kwakkelstein] heeft het gemeld.
Voor [name:Tygo] is de klas te druk.
[name:Mehmet] mist veel lessen.
[name:Anouk] gaf aan dat het te veel is.
De vader van [name:Thijs] is boos.
Zonder [name:Amira] gaat het rustiger.
De ouders van [name:Levi] willen een andere school.
Zij noemde [name:Sem] en [name:Julia] als voorbeeld.
[name:Sjoerd] slaapt in de les.
Bij [name:Khadija] zag ik blauwe plekken.
Soms gooit [name:Storm] met stoelen.
Ik vroeg [name:Hamza] wat er was.
Collega [name:Wiebren] zag het ook.
[initials:J.] zit alleen.
De leerling [initials:M.] slaat andere kinderen.
De jongen [initials:K] loopt weg.
Met [initials:B.] gaat het niet goed.
[initials:J. de V.] is vaak ziek.
Het meisje [initials:S.] huilt veel.
De moeder van [initials:R.] belde.
Wij spraken over [initials:A.B.] in groep 4.
Leerling [initials:T] doet niet mee.
Ik zag dat [initials:D.] werd buitengesloten.
Ouders van [initials:L.] zijn niet tevreden.
Het ging mis toen [initials:P] binnenkwam.
Het kind heeft [diagnosis:ADHD].
Er is sprake van [diagnosis:autisme].
Deze leerling met [diagnosis:dyslexie] krijgt geen extra tijd.
Hij heeft een diagnose [diagnosis:PDD-NOS].
De leerling slikt [diagnosis:Ritalin].
Zij is [diagnosis:hoogbegaafd] en verveelt zich.
Een jongen met het [diagnosis:syndroom van Down].
Haar [diagnosis:IQ van 78] past niet bij deze groep.
Hij kreeg [diagnosis:methylfenidaat] voorgeschreven.
De psycholoog ziet een [diagnosis:hechtingsstoornis].
Er is een [diagnosis:angststoornis] vastgesteld.
Moeder denkt aan [diagnosis:ASS].
Een meisje met [diagnosis:TOS] wordt niet begrepen.
De leerling is [diagnosis:depressief].
Hij heeft [diagnosis:epilepsie] en valt soms.
Zij heeft een [diagnosis:verstandelijke beperking].
Er is [diagnosis:trauma] in het gezin.
De jongen met [diagnosis:Tourette] wordt nagedaan.
Een kind met [diagnosis:diabetes] moet zelf prikken.
De kinderarts noemde [diagnosis:DCD].
Zijn [diagnosis:dyscalculie] wordt niet gezien.
Met [diagnosis:ODD] weet het team geen raad.
[diagnosis:IQ 85], dus hij kan het niet bijhouden.
Vader zegt dat hij [diagnosis:melatonine] krijgt.
Een [diagnosis:autistische] leerling zit op de gang.
`);
