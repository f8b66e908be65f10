/** Questions of a team about how it teaches. */
import type { DemoQuestion } from './demo-question.ts';

export const teamClassroomQuestions: readonly DemoQuestion[] = [
  {
    key: 'team-task-approach',
    level: 'team',
    expertise: 'executieve_functies',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Met elkaar dezelfde taal voor plannen en taakaanpak',
    need: 'In teamvergaderingen horen wij steeds dezelfde zinnen: ze beginnen niet, ze maken niets af, ze zijn alles kwijt. Ieder heeft een eigen trucje met kaarten of kleuren. Kinderen moeten daardoor elk jaar opnieuw leren wat de bedoeling is. Wij willen twee of drie vaste hulpmiddelen kiezen die van groep 3 tot groep 8 meegroeien, en leren hoe je die oefent in plaats van alleen ophangt.',
    triedSoFar:
      'De bovenbouw werkt met een weektaak en de onderbouw met een planbord. Die twee sluiten niet op elkaar aan.',
    triage: 'Teamvraag, vier dagdelen. Goed te combineren met de studiemiddag in januari.',
    answer:
      'Kies voor drie vaste stappen die op elke leeftijd hetzelfde heten: wat moet ik doen, wat heb ik nodig, hoe weet ik dat het klaar is. In groep 3 doet u die stappen hardop voor met plaatjes, in groep 5 zeggen kinderen ze tegen een maatje, in groep 7 schrijven zij ze zelf op. Doe het hulpmiddel elke dag op hetzelfde moment voor, bij één vak, vier weken lang. Pas als het daar vanzelf gaat, komt er een vak bij. Maak de weektaak in groep 5 korter: twee dagen vooruit is genoeg. Laat kinderen schatten hoe lang iets duurt en vergelijk dat na afloop met de klok. Complimenteer op de aanpak en niet op het resultaat: “je pakte meteen je spullen, dat scheelde vijf minuten”.',
    decline: {
      reason: 'De vraag past bij de scholing die het bestuur dit voorjaar voor alle teams aanbiedt.',
      nextStep:
        'Doe met het hele team mee. Wilt u daarna hulp in de groepen, dan staat de vraag binnen een week weer open.',
    },
    advice:
      'De commissie adviseert een korte teamscholing met twee groepsbezoeken. Een vaste taal over de jaren heen helpt meer kinderen dan losse begeleiding per groep.',
    arrangement: 'Toegekend: vier dagdelen, verdeeld over één studiemiddag en zes korte groepsbezoeken.',
    evaluation:
      'Alle groepen gebruiken de drie stappen. Leerkrachten merken dat kinderen sneller beginnen; in groep 6 gemiddeld na twee minuten in plaats van na zes.',
    didItLast: 'partly',
    lasted:
      'De drie stappen hangen niet alleen aan de muur, kinderen zeggen ze tegen elkaar. In één groep is het weggezakt na een wisseling van leerkracht.',
    stop: {
      reason: 'Het team wil eerst rust na een fusie en heeft geen ruimte voor een nieuw hulpmiddel.',
      nextStep: 'De IB’er houdt de drie stappen in groep 3 en 4 levend en meldt zich voor de zomer.',
    },
    handOver: 'De specialist blijft betrokken op afstand, een collega geeft de studiemiddag.',
  },
  {
    key: 'team-new-teachers',
    level: 'team',
    expertise: 'didactiek_coaching',
    urgency: 'soon',
    dagdelen: 10,
    title: 'Begeleiding van vijf startende leerkrachten',
    need: 'Dit jaar zijn er vijf leerkrachten begonnen, van wie twee als zij-instromer. Zij redden zich in de les maar gaan moe naar huis en blijven lang doorwerken. De vaste coach van de school heeft maar een halve dag per week. Wij zoeken iemand die met hen samen kijkt naar het begin van de dag, de wisselingen en de lastige momenten. Ook wil de directeur weten wat de school zelf beter kan inrichten voor starters.',
    triedSoFar:
      'Iedere starter heeft een maatje in het team. Door de drukte spreken zij elkaar vooral op de gang.',
    triage:
      'Met voorrang: twee van de vijf twijfelen of zij blijven. Tien dagdelen, ook met filmbeelden op vrijwillige basis.',
    answer:
      'Haal eerst werk weg. Laat starters dit jaar geen commissie, geen viering en geen dubbele administratie doen, en geef ze één parallelgroep waarmee zij de week voorbereiden. Plan het gesprek met het maatje vast in, elke dinsdag van kwart over drie tot kwart voor vier, met drie vaste vragen: wat ging goed, wat kostte energie, wat probeer je één keer anders? Kijk samen naar de eerste tien minuten van de dag, want daar is met kleine dingen veel te winnen: de leerkracht staat bij de deur, de taak staat op het bord, de spullen liggen klaar. Film die tien minuten één keer en laat de starter zelf kiezen welk stukje jullie bekijken. Vertel het team hardop dat iedereen mag vragen.',
    decline: {
      reason: 'Begeleiding van starters is in de afspraken met de besturen een taak van het bestuur zelf.',
      nextStep:
        'De directeur vraagt de bovenschoolse coach aan. Voor een groep waar het vastloopt kunt u altijd bij ons terecht.',
    },
    advice:
      'De commissie adviseert tijdelijke extra begeleiding. Zij stelt als voorwaarde dat de school taken wegneemt bij de starters, omdat coaching alleen de werkdruk niet verlaagt.',
    arrangement:
      'Toegekend: tien dagdelen in een half jaar, twee per starter. De school geeft elke starter een uur per week vrij van lesgeven.',
    evaluation:
      'Alle vijf zijn nog in dienst. Hun gevoel van grip op de start van de dag ging van gemiddeld een vijf naar een zeven en een half.',
    didItLast: 'yes',
    lasted:
      'Vier van de vijf werken er nog, één verhuisde. Het vaste gesprek met het maatje is voor alle nieuwe collega’s ingevoerd.',
    stop: {
      reason:
        'De bovenschoolse coach is begonnen en neemt de begeleiding over, met meer uren dan wij konden geven.',
      nextStep: 'Er is een gesprek tussen coach en specialist gepland over wat tot nu toe hielp.',
    },
    handOver: 'De vraag blijkt te groot voor één persoon. Een tweede coach neemt twee starters over.',
  },
  {
    key: 'team-vocabulary',
    level: 'team',
    expertise: 'taal_lezen',
    urgency: 'normal',
    dagdelen: 5,
    title: 'Woordenschat in elke les in plaats van in een apart uur',
    need: 'Veel van onze kinderen begrijpen de woorden in teksten van aardrijkskunde en natuur niet. Wij geven elke dag een half uur woordenschat uit een methode, met andere woorden dan in de rest van de dag. Daardoor blijft er weinig hangen. Het team wil leren hoe we woorden uit onze eigen lessen kiezen en herhalen. Wij zoeken vooral voorbeelden die wij samen kunnen voorbereiden.',
    triedSoFar:
      'Op één studiedag maakten wij woordmuren. Na drie weken waren die vol en werden ze niet meer veranderd.',
    triage: 'Vijf dagdelen, per bouw een voorbeeldles. De taalcoördinator trekt mee.',
    answer:
      'Kies bij elke les acht woorden: vijf die kinderen ook bij andere vakken tegenkomen, zoals ontstaan, gevolg en afhankelijk, en drie die bij het onderwerp horen. Behandel ze in vier stappen. Laat het woord eerst zien met een voorwerp of gebaar. Leg het uit in één gewone zin. Laat kinderen ermee doen: uitbeelden, tegenstelling zoeken, een zin over zichzelf maken. En controleer twee dagen later kort, bijvoorbeeld met drie vragen op een wisbordje. Herhaal elk woord zeven keer in twee weken, ook bij de deur en in de gymzaal. Haal een woord van de muur zodra bijna iedereen het in een zin gebruikt en vier dat. Bereid één thema met de parallelgroep voor, dan kost het de volgende keer de helft van de tijd.',
    decline: {
      reason:
        'De school werkt al met onze leesspecialist aan begrijpend lezen en daar hoort woordenschat bij.',
      nextStep: 'De specialist neemt deze vraag mee in het lopende traject, bij het volgende bezoek.',
    },
    advice:
      'De commissie adviseert begeleiding per bouw. De school heeft tijd op het rooster; die kan beter worden besteed zonder dat er lessen bijkomen.',
    arrangement: 'Toegekend: vijf dagdelen met per bouw een voorbeeldles en een gezamenlijke voorbereiding.',
    evaluation:
      'Het losse uur woordenschat is vervangen door woorden in de zaakvakken. Bij een steekproef kende de groep twee weken later gemiddeld zes van de acht woorden.',
    didItLast: 'partly',
    lasted:
      'In de bovenbouw gebeurt het bij elk thema. In groep 4 kwam de methode terug op het rooster en zoekt men nog naar een balans.',
    stop: {
      reason:
        'De taalcoördinator is gestopt met haar taak en het team wil eerst bespreken wie het overneemt.',
      nextStep:
        'De voorbeelden staan op de schijf van de school. De IB’er meldt zich als de taak opnieuw is verdeeld.',
    },
    handOver:
      'De specialist krijgt een langere opdracht elders en draagt de laatste twee voorbeeldlessen over.',
  },
  {
    key: 'team-handwriting',
    level: 'team',
    expertise: 'motoriek',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Schrijfonderwijs en zithouding in groep 2 tot en met 5',
    need: 'Wij zien veel kinderen die krampachtig schrijven en snel moe zijn. De een leert een driepuntsgreep aan, de ander laat het zo. We weten niet wanneer je een greep nog kunt veranderen en wanneer je dat beter kunt laten. Graag zouden wij met vijf leerkrachten een middag oefenen en daarna in de groep meekijken.',
    triedSoFar:
      'Er zijn dikkere potloden en schuine kussens gekocht. Sommige kinderen gebruiken die, de meeste niet.',
    triage:
      'Drie dagdelen door een specialist motoriek: een middag voor de leerkrachten en vier korte kijkmomenten.',
    answer:
      'Kijk eerst naar zitten, dan naar de arm en pas daarna naar de vingers. Voeten op de grond, ellebogen op tafelhoogte, papier schuin met de hand die niet schrijft erbovenop: daarmee is bij de helft van de kinderen het knijpen al minder. In groep 2 en 3 is de greep nog goed te oefenen, met korte krijtjes, wasknijpers en verticaal tekenen op een bord. Vanaf groep 5 verandert een greep zelden en is het beter om te kijken naar tempo en leesbaarheid. Doe dagelijks drie minuten losmaken voordat u gaat schrijven: schouders, polsen, vingers. Maak de schrijfopdracht korter en vaker, vier regels per dag in plaats van een bladzijde per week. Laat kinderen zelf hun mooiste letter omcirkelen.',
    decline: {
      reason:
        'Voor begeleiding van losse kinderen bij schrijven is de kinderoefentherapeut via ouders de juiste weg.',
      nextStep: 'Voor de teammiddag kunt u meedoen met de bijeenkomst op een buurschool in februari.',
    },
    advice:
      'De commissie adviseert een praktische middag en enkele kijkmomenten. De vraag is klein, goed afgebakend en helpt vier groepen tegelijk.',
    arrangement: 'Toegekend: drie dagdelen motoriek. Materiaal blijft voor rekening van de school.',
    evaluation:
      'In vier groepen wordt dagelijks losgemaakt en korter geschreven. De leerkrachten zijn zekerder over wanneer zij een greep aanpassen.',
    didItLast: 'yes',
    lasted:
      'Het losmaken is een vast onderdeel geworden. De schuine kussens zijn opgeruimd, de juiste tafelhoogte is gebleven.',
    stop: {
      reason: 'Twee van de vijf leerkrachten zijn naar een andere groep gegaan waar de vraag minder speelt.',
      nextStep: 'De overige drie krijgen de uitleg op papier en kunnen bellen voor een enkel kijkmoment.',
    },
    handOver:
      'Door een wijziging van werkdagen neemt een collega met dezelfde achtergrond de kijkmomenten over.',
  },
  {
    key: 'team-maths-talks',
    level: 'team',
    expertise: 'rekenen',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Rekengesprekken leren voeren met kinderen die vastlopen',
    need: 'Als een kind vastloopt met rekenen geven wij meer uitleg, meestal op dezelfde manier als eerst. Wij weten vaak niet hoe het kind zelf denkt. In een cursus hoorden wij over rekengesprekken, maar in de drukte van de dag komt het er niet van. Onze vraag is hoe wij in tien minuten achter de denkwijze van een kind komen en wat we daarna doen.',
    triedSoFar:
      'Twee leerkrachten voerden samen drie gesprekken. Zij vonden het nuttig maar gaven te snel zelf het antwoord.',
    triage: 'Vier dagdelen: oefenen met elkaar, dan met kinderen erbij, en daarna terugkijken.',
    answer:
      'Begin met een som die het kind net kan en vraag: hoe heb je dat gedaan? Wacht vijf tellen en zeg alleen: vertel eens. Geef dan één moeilijkere som en leg materiaal neer zonder te zeggen wat ermee moet. Noteer met een streepje waar het stopt: bij het begrijpen van de situatie, bij het tekenen, bij het kiezen van de bewerking of bij het uitrekenen. Die plek bepaalt uw hulp. Stopt het bij begrijpen, laat het verhaal dan naspelen. Stopt het bij uitrekenen, oefen dan de basis. Doe één gesprek per week op een vast moment, bijvoorbeeld dinsdag tijdens het zelfstandig werken, en wissel elke maand uw notities uit met een collega. Na vier gesprekken ziet u patronen en wordt de uitleg aan de hele groep beter.',
    decline: {
      reason:
        'De rekencoördinator van uw school is hiervoor opgeleid en heeft tijd om met collega’s te oefenen.',
      nextStep:
        'Vraag de coördinator om een startmiddag. Wij leveren vier filmfragmenten om samen te bekijken.',
    },
    advice:
      'De commissie adviseert oefenen in de eigen praktijk. De school heeft kennis in huis, het gaat om doen en samen terugkijken.',
    arrangement:
      'Toegekend: vier dagdelen. De school maakt per leerkracht een half uur per week vrij voor het gesprek.',
    evaluation:
      'Zeven van de negen leerkrachten voeren wekelijks een gesprek. Zij geven minder uitleg en stellen meer vragen.',
    didItLast: 'no',
    lasted:
      'De gesprekken zijn na de toetsperiode niet meer op gang gekomen. Twee leerkrachten willen er in het voorjaar opnieuw mee beginnen.',
    stop: {
      reason: 'Het team wil zich eerst richten op een grote verandering in het rooster.',
      nextStep: 'De twee leerkrachten die begonnen zijn gaan door. In mei vraagt de IB’er opnieuw aan.',
    },
    handOver:
      'De rekenspecialist wordt ingezet bij nieuwkomers. Een andere rekenspecialist rondt het traject af.',
  },
  {
    key: 'team-watching-play',
    level: 'team',
    expertise: 'jonge_kind',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Spel van kleuters zien, begrijpen en rijker maken',
    need: 'In onze drie kleutergroepen spelen kinderen vaak kort en wisselen zij veel van hoek. Wij lopen rond, lossen ruzies op en komen niet toe aan meespelen. Voor het volgsysteem vinken we veel af, terwijl wij het gevoel hebben het spel zelf te missen. We willen leren kijken: wat speelt een kind, wat is de volgende stap en wanneer stappen wij in of juist niet?',
    triedSoFar:
      'Wij hebben de hoeken opnieuw ingericht met het thema herfst. Dat gaf een week lang beter spel.',
    triage:
      'Vier dagdelen in de drie kleutergroepen, met een gezamenlijke nabespreking zodat het een teamvraag blijft.',
    answer:
      'Maak ruimte door de helft van de spullen weg te zetten. Minder materiaal en meer tijd geeft langer spel: laat kinderen minimaal drie kwartier in dezelfde hoek blijven. Ga elke dag tien minuten op uw knieën zitten bij één hoek, kijk eerst drie minuten zonder iets te zeggen, en speel dan mee in een rol: als klant, als patiënt, als overbuurman. Breng één nieuw woord of probleem in, zoals de kassa die kapot is, en trek u weer terug. Noteer per kind één zin over wat het speelde en hoelang. Zo ziet u na zes weken van ieder kind een lijn, zonder lijsten. Bespreek met de drie groepen samen om de week één filmpje van twee minuten.',
    decline: {
      reason:
        'De voorschool in hetzelfde gebouw heeft een spelbegeleider die ook in de kleutergroepen mag werken.',
      nextStep: 'De schoolcontactpersoon brengt beide teams deze maand bij elkaar.',
    },
    advice:
      'De commissie adviseert korte begeleiding in de praktijk. Spel is de manier waarop jonge kinderen leren en het raakt alle drie de groepen.',
    arrangement:
      'Toegekend: vier dagdelen jonge kind. De school zorgt voor een half uur nabespreking na elk bezoek.',
    evaluation:
      'De kinderen spelen langer achter elkaar. Gemiddeld ging het van acht naar achttien minuten. De leerkrachten spelen dagelijks mee.',
    didItLast: 'partly',
    lasted:
      'De rollen en de rustige hoeken zijn gebleven. Het samen bekijken van filmpjes gebeurt nog één keer per maand.',
    stop: {
      reason:
        'Eén van de drie groepen wordt samengevoegd en het team heeft haar handen vol aan de nieuwe indeling.',
      nextStep: 'Na de voorjaarsvakantie bekijken wij of de vraag er nog is.',
    },
    handOver:
      'De specialist gaat met pensioen. De opvolger heeft de eerste twee bezoeken samen met haar gedaan.',
  },
];
