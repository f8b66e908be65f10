/** Questions about how one pupil gets along, told without anything that points at a child. */
import type { DemoQuestion } from './demo-question.ts';

export const pupilBehaviourQuestions: readonly DemoQuestion[] = [
  {
    key: 'pupil-leaves-classroom',
    level: 'pupil',
    expertise: 'gedrag',
    ageBand: '6-7',
    urgency: 'now',
    dagdelen: 6,
    title: 'Loopt meerdere keren per dag het lokaal uit',
    need: 'Een leerling in groep 3 loopt drie tot vijf keer per dag het lokaal uit en soms naar buiten. Het gebeurt vaak na een opdracht op papier of als het druk wordt. Een volwassene gaat er steeds achteraan, waardoor de groep alleen is. De ouders maken zich ook zorgen en werken goed mee. Wij willen weten waarom het gebeurt, hoe we veilig reageren en hoe de leerling leert om hulp te vragen.',
    triedSoFar:
      'De deur ging op slot, maar dat maakte paniek. Nu is er een rustplek op de gang waar de leerling vaak niet blijft.',
    triage: 'Spoed vanwege de veiligheid. Vandaag gebeld; de specialist komt overmorgen. Zes dagdelen.',
    answer:
      'Zorg vandaag voor veiligheid: één vaste persoon per dagdeel die volgt op afstand, zonder te roepen of te rennen, en een vaste route die altijd bij dezelfde plek eindigt. Houd een week bij wat er vlak voor het weglopen gebeurde, in drie woorden. Meestal zijn er één of twee momenten. Verander die momenten voordat het misgaat: een kortere opdracht, de eerste som samen, of een klusje buiten het lokaal vlak voor de drukte. Leer de leerling een kaart te geven die betekent: ik ga even. Beloon het geven van de kaart altijd door het direct toe te staan, ook als het slecht uitkomt. Zo verandert weglopen in weggaan. Bouw later de tijd op met een zandloper. Bel elke vrijdag met ouders over wat lukte.',
    decline: {
      reason: 'Er is deze week al een specialist van de jeugdhulp in de groep gestart met hetzelfde doel.',
      nextStep:
        'De schoolcontactpersoon regelt een gesprek met ouders, school en jeugdhulp zodat er één plan is.',
    },
    advice:
      'De commissie adviseert direct te beginnen en over zes weken opnieuw te kijken. Veiligheid weegt zwaar, en er zijn duidelijke momenten waarop het gebeurt, dus begeleiding in de groep is kansrijk.',
    arrangement:
      'Toegekend: zes dagdelen en vijftien uur assistentie per week gedurende acht weken, daarna afbouwen.',
    tlv: {
      text: 'Niet afgegeven. De commissie wil eerst zien wat acht weken begeleiding met extra handen oplevert en kijkt daarna opnieuw.',
    },
    evaluation:
      'Het weglopen gaat van vier keer per dag naar twee keer per week. De kaart wordt goed gebruikt en de groep is rustiger.',
    didItLast: 'yes',
    lasted:
      'In groep 4 wordt de kaart nog een enkele keer gebruikt. Naar buiten lopen is niet meer voorgekomen.',
    stop: {
      reason: 'De situatie thuis vroeg zoveel dat ouders en school samen eerst andere hulp hebben gezocht.',
      nextStep:
        'Het plan voor school blijft lopen. De schoolcontactpersoon sluit aan bij het overleg met het wijkteam.',
    },
    handOver:
      'De specialist die met spoed kwam, draagt over aan de vaste specialist van de school, die vanaf de eerste dag is meegenomen.',
  },
  {
    key: 'pupil-conflicts',
    level: 'pupil',
    expertise: 'gedrag',
    ageBand: '9-10',
    urgency: 'soon',
    dagdelen: 6,
    title: 'Dagelijks conflicten en de groep wordt bang',
    need: 'In groep 6 zijn er met een leerling dagelijks ruzies die uitlopen op schelden of duwen. Afspraken lukken een ochtend en dan niet meer. Andere kinderen vertellen thuis dat zij bang zijn, en hun ouders bellen de directeur. De leerling zegt zelf dat niemand eerlijk is. Het team is moe en wil graag een plan waar het achter staat. Ook willen wij weten of onze school nog de goede plek is.',
    triedSoFar:
      'Er is een gedragscontract, een time-outplek en een gesprek per week met de IB’er. De leerkracht heeft de pauzes apart geregeld.',
    triage:
      'Met voorrang. Zes dagdelen en een gesprek met ouders. Dossier klaarmaken voor de commissie, mocht dat nodig zijn.',
    missing: {
      asked:
        'Wat laat het logboek zien over tijd, plaats en aanleiding, en hoe kijken ouders er zelf tegenaan?',
      given:
        'De meeste conflicten zijn tijdens samenwerken en gym. Ouders herkennen het van de voetbalclub en willen graag hulp.',
    },
    answer:
      'Werk aan twee dingen tegelijk: minder aanleiding en meer herstel. Kijk waar het misgaat en neem die momenten over. Laat de leerling bij samenwerken kiezen uit twee vaste maatjes en geef bij gym een eigen rol, zoals scheidsrechter of materiaalchef. Spreek een sein af voor het moment dat het begint te koken, en reageer dan binnen tien seconden met een opdracht, nooit met een preek. Na elk conflict volgt herstel op dezelfde dag: wat gebeurde er, wie had er last van, wat doe je om het goed te maken? Houd dat gesprek kort en zonder publiek. Vertel de groep dat volwassenen ermee bezig zijn en wat zij zelf kunnen doen. Stop met het contract; het verliest elke dag. Tel voortaan de goede ochtenden en vertel ouders daarover.',
    decline: {
      reason:
        'De school en het wijkteam hebben afgesproken dat de gezinsbegeleider de eerste zes weken leidend is.',
      nextStep:
        'In week vier is er een gezamenlijk gesprek. De schoolcontactpersoon zit daarbij en kan dan direct iemand inzetten.',
    },
    advice:
      'De commissie adviseert acht weken begeleiding en daarna een besluit over de plek. De leerling heeft nog niet eerder hulp gehad die op de momenten zelf was gericht.',
    arrangement: 'Toegekend: zes dagdelen en tien uur extra begeleiding per week tijdens samenwerken en gym.',
    tlv: {
      text: 'Uitkomst vastgelegd: toelaatbaar tot SBO voor twee schooljaren, met terugblik na één jaar. De verklaringen van twee deskundigen zijn aanwezig.',
      granted: { schoolType: 'SBO' },
    },
    evaluation:
      'Het aantal conflicten daalde van zeven naar twee per week. De sfeer is beter, maar de zorg over de lange dag blijft.',
    didItLast: 'yes',
    lasted: 'Op de nieuwe school is de start goed. De gewoonte om op dezelfde dag te herstellen, ging mee.',
    stop: {
      reason:
        'De overstap naar een andere school kwam eerder dan verwacht, met instemming van ouders en leerling.',
      nextStep:
        'De specialist is bij de overdracht en komt nog één keer in de oude groep om de sfeer te herstellen.',
    },
    handOver:
      'De vraag gaat over naar een specialist die op beide scholen werkt, zodat de overstap bij één persoon ligt.',
  },
  {
    key: 'pupil-outside-the-group',
    level: 'pupil',
    expertise: 'groepsdynamica',
    ageBand: '8-9',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Staat buiten de groep en speelt altijd alleen',
    need: 'In groep 5 staat een leerling in elke pauze alleen bij het hek. Andere kinderen zijn niet onaardig, maar vragen nooit iets. De leerling zegt dat het niet erg is; ouders zien thuis verdriet. In de klas lukt samenwerken alleen als de leerkracht het regelt. Wij zoeken een aanpak die bij de hele groep begint, zodat deze leerling niet nog meer opvalt.',
    triedSoFar: 'Er was een maatje voor de pauze aangewezen. Dat voelde voor beide kinderen als een straf.',
    triage:
      'Drie dagdelen. Met de leerkracht kijken naar de groep en een gesprek van de leerkracht met de leerling voorbereiden.',
    answer:
      'Maak een klein overzicht van wie met wie werkt en speelt, zonder dat kinderen elkaar beoordelen. Zoek twee of drie kinderen met dezelfde interesse als deze leerling. Richt een pauzegroepje op rond een bezigheid waar iets te doen is: een moestuin, schaken, een film maken. Alle kinderen mogen meedoen, maar u vraagt deze drie zelf. Een bezigheid haalt het moeilijke eraf: er hoeft niet gepraat te worden. Wissel in de klas elke week tweetallen met een taak voor twee. Laat de leerling soms iets laten zien waar hij of zij veel van weet. Bespreek één op één welke drie zinnen helpen om mee te doen, en oefen er één. Vertel ouders wat u doet en vraag of een kind een keer mag komen spelen.',
    decline: {
      reason:
        'De school heeft ruimte in de training sociale weerbaarheid die na de vakantie begint en die goed past.',
      nextStep:
        'Meld aan in overleg met ouders. Daarna kijkt de schoolcontactpersoon of er voor de groep nog iets nodig is.',
    },
    advice:
      'De commissie adviseert een groepsaanpak met een gezamenlijke bezigheid. Aparte training zou de leerling nog meer apart zetten.',
    arrangement: 'Toegekend: drie dagdelen in de groep.',
    evaluation:
      'Er is een pauzegroepje van vijf kinderen. De leerling is vier van de vijf pauzes bij iemand.',
    didItLast: 'no',
    lasted:
      'Het pauzegroepje hield in de winter op te bestaan en de leerling staat weer vaak alleen. De school heeft een nieuwe vraag gesteld.',
    stop: {
      reason: 'De leerling vond zelf aansluiting door een nieuw kind in de groep.',
      nextStep:
        'De leerkracht houdt een oogje in het zeil. Het pauzegroepje blijft, want er zijn meer kinderen die het fijn vinden.',
    },
    handOver:
      'De collega die ook voor de sfeer in deze groep kwam, neemt de vraag erbij, dat scheelt een extra gezicht.',
  },
  {
    key: 'pupil-quiet-after-moving',
    level: 'pupil',
    expertise: 'sociaal_emotioneel',
    ageBand: '9-10',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Steeds stiller geworden na een overstap van school',
    need: 'Halverwege het jaar kwam er een leerling bij in groep 6 vanuit een andere stad. De eerste weken was er contact, nu trekt de leerling zich terug. Er is vaak buikpijn op maandag en het werk wordt minder. De ouders zeggen dat het thuis ook stil is. Helpen is de wens van iedereen, maar de leerkracht weet niet hoeveel zij mag vragen. Wij zoeken advies over gesprekken en over wat de groep kan doen.',
    triedSoFar:
      'De leerling heeft een plek naast een rustig kind gekregen. De leerkracht vroeg een paar keer hoe het ging en kreeg als antwoord: goed.',
    triage: 'Twee dagdelen advies aan de leerkracht. Bij zorgen over somberheid de schoolarts erbij.',
    answer:
      'Praat niet tegenover elkaar maar naast elkaar, terwijl u iets doet: samen opruimen, tekenen of een rondje lopen. Stel een vraag over toen: wat deed jij op je oude school op vrijdagmiddag? Vertellen over het oude maakt ruimte voor het nieuwe. Laat de leerling iets van daar meenemen, een spel of een lied, en doe dat met de groep. Vraag niet of het goed gaat, maar welk moment van de week het fijnst was en welk het moeilijkst. Kies een vast moment van vijf minuten op maandag, want daar is de buikpijn. Vraag ouders of er contact is met oude vrienden en moedig dat aan. Blijft het na zes weken zo stil of slaapt het kind slecht, bespreek dan met ouders een bezoek aan de schoolarts.',
    decline: {
      reason:
        'Er is een schoolmaatschappelijk werker in uw gebouw die deze week tijd heeft voor leerling en ouders.',
      nextStep:
        'De IB’er legt met toestemming van ouders contact. Voor advies blijft de leerkracht ons bellen.',
    },
    advice:
      'De commissie adviseert klein te beginnen: vaste gesprekken met de leerkracht en iets van vroeger in de groep. Er is nog geen reden voor meer, wel om over zes weken te kijken.',
    arrangement:
      'Toegekend: twee dagdelen advies. De leerkracht krijgt op maandag twintig minuten vrij voor het gesprek.',
    evaluation: 'De leerling vertelt meer, vooral tijdens het tekenen. De buikpijn op maandag is bijna weg.',
    didItLast: 'yes',
    lasted: 'Er zijn vriendschappen gekomen. Het gesprek op maandag is op verzoek van de leerling gestopt.',
    stop: {
      reason: 'De ouders hebben een andere weg gekozen en vragen school om even alleen gewoon te doen.',
      nextStep:
        'De leerkracht blijft het vaste moment aanbieden. Ouders laten weten wanneer overleg weer fijn is.',
    },
    handOver:
      'De adviseur gaat naar een andere regio. De collega die overneemt heeft alleen met de leerkracht contact.',
  },
  {
    key: 'pupil-planning-secondary',
    level: 'pupil',
    expertise: 'executieve_functies',
    ageBand: '10-11',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Kan veel, maar plannen en spullen lukken niet',
    need: 'Een leerling in groep 7 begrijpt alles, maar levert werk te laat in, is boeken kwijt en vergeet afspraken. Met een volwassene ernaast gaat het goed. Over anderhalf jaar komt het voortgezet onderwijs en daar maken leerling en ouders zich zorgen over. Wij willen een plan waarin steun langzaam minder wordt, en dat de leerling zelf bedenkt. Er zijn al veel agenda’s en schema’s geprobeerd.',
    triedSoFar:
      'Een planner met kleuren, een tas per vak en een beloning voor een opgeruimd laatje. Alles werkte twee weken.',
    triage: 'Drie dagdelen, met de leerling als medeontwerper. Geen nieuw schema opleggen.',
    answer:
      'Begin met één probleem dat de leerling zelf vervelend vindt, en laat de rest even liggen. Vraag: als dit beter ging, wat zou jij dan merken? Bedenk samen drie oplossingen en probeer er één precies een week. Hang de oplossing aan een moment dat er al is, zoals de schoenen aantrekken of het fruit. Kies liever een foto van een gepakte tas dan een lijst. Spreek af wie herinnert en hoe: de eerste week zegt de leerkracht het, de tweede week wijst zij, de derde week wacht zij. Bespreek elke vrijdag vijf minuten wat werkte en laat de leerling zelf bijstellen. Pas als iets vier weken loopt, komt het volgende. Vraag ouders hetzelfde ene ding te steunen en de rest niet te controleren.',
    decline: {
      reason:
        'Na de vakantie start op school een groepje plannen en leren onder leiding van een eigen collega.',
      nextStep:
        'De leerling doet mee aan dat groepje. Over tien weken vraagt de schoolcontactpersoon wat er nog nodig is.',
    },
    advice:
      'De commissie adviseert begeleiding waarin de leerling mede de regie heeft. Er is al veel aangeboden, maar steeds door volwassenen bedacht.',
    arrangement:
      'Toegekend: drie dagdelen, verspreid over vijf maanden zodat de steun langzaam minder wordt.',
    evaluation:
      'Twee van de drie gekozen punten gaan vanzelf: de tas en het inleveren op vrijdag. Het derde, de agenda, lukt soms.',
    didItLast: 'partly',
    lasted:
      'Het inleveren ging een half jaar later nog goed. De leerling legde in groep 8 aan een ander kind uit hoe het werkt.',
    stop: {
      reason: 'De leerling gaf aan het nu zelf te willen proberen en ouders zijn het daarmee eens.',
      nextStep: 'In september van groep 8 vraagt de leerkracht hoe het gaat en of hulp gewenst is.',
    },
    handOver:
      'De specialist start op een school voor voortgezet onderwijs. De vraag gaat over naar een collega met dezelfde werkwijze.',
  },
  {
    key: 'pupil-afternoons-too-much',
    level: 'pupil',
    expertise: 'autisme_prikkelverwerking',
    ageBand: '7-8',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Na de middagpauze is het op en volgt er ontlading',
    need: 'Een leerling in groep 4 doet het in de ochtend goed. Na de middagpauze is alles te veel: geluid, licht, vragen. Er volgt huilen of wegkruipen onder de tafel, soms een uur lang. Thuis is de rest van de dag herstellen. De momenten zijn inmiddels te voorspellen, maar de leerkracht weet niet wat zij eraan kan doen. Wij willen de dag zo indelen dat het langer vol te houden is, zonder de leerling uit de groep te halen.',
    triedSoFar:
      'De leerling blijft tussen de middag soms binnen met een ander kind. Er is een hoofdtelefoon, die wordt afgezet omdat hij knelt.',
    triage: 'Vier dagdelen. Een hele dag meekijken om te zien waar de energie weglekt.',
    answer:
      'Kijk niet alleen naar de middag: wat er om twee uur misgaat, is vaak vanaf negen uur opgespaard. Schrijf een dag lang per half uur op hoe vol het is, van één tot vijf, samen met de leerling. Plan dan vier keer per dag vijf minuten rust voordat het nodig is, ook in een goede ochtend. Maak van de pauze een keuze uit twee: buiten bij een rustige hoek of binnen met een vaste bezigheid. Zet na de pauze een kwartier zonder uitleg op het rooster voor de hele groep, zoals lezen of tekenen; dat helpt meer kinderen. Doe het zware werk voor elf uur. Zeg bij een ontlading zo min mogelijk, maak het stil en wacht. Bespreek pas de volgende dag wat er vroeger op de dag had gekund.',
    decline: {
      reason:
        'De school heeft in dezelfde groep al begeleiding bij een rustiger dagindeling, die ook voor deze leerling bedoeld is.',
      nextStep: 'De specialist die in de groep komt, bespreekt dit bij het eerstvolgende bezoek.',
    },
    advice:
      'De commissie adviseert begeleiding bij de opbouw van de hele dag. De signalen zijn voorspelbaar en daarom is er veel te voorkomen.',
    arrangement:
      'Toegekend: vier dagdelen en een rustplek in of bij het lokaal, waarvoor de school vijfhonderd euro krijgt.',
    tlv: {
      text: 'Niet afgegeven, omdat de steun in de eigen school op dit moment toereikend is. School en ouders zijn het daarmee eens.',
    },
    evaluation:
      'De leerling heeft nog ongeveer één keer per week een moeilijke middag. Thuis is er weer energie om te spelen.',
    didItLast: 'yes',
    lasted: 'Het kwartier rust na de pauze is voor de hele groep gebleven, ook bij de nieuwe leerkracht.',
    stop: {
      reason: 'Ouders vroegen om eerst met de schoolarts de vermoeidheid uit te zoeken.',
      nextStep:
        'De afspraken over rust gaan door. Ouders geven toestemming voor overleg zodra er meer bekend is.',
    },
    handOver:
      'De specialist gaat minder dagen werken, een collega komt voortaan op dinsdagmiddag, juist als het nodig is.',
  },
];
