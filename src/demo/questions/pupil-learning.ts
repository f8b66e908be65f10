/** Questions about the learning of one pupil, told without anything that points at a child. */
import type { DemoQuestion } from './demo-question.ts';

export const pupilLearningQuestions: readonly DemoQuestion[] = [
  {
    key: 'pupil-reading-stalls',
    level: 'pupil',
    expertise: 'taal_lezen',
    ageBand: '7-8',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Lezen komt niet verder ondanks veel oefenen',
    need: 'Het gaat om een leerling uit groep 4 die sinds een half jaar niet vooruitgaat met lezen. Korte woorden lukken, bij langere woorden wordt geraden. Bij voorlezen en vertellen is dit juist een sterke leerling met een grote woordenschat. Het plezier verdwijnt en de leesboeken blijven in de tas. Wij zoeken iemand die meekijkt naar wat er precies vastloopt en welke oefening past.',
    triedSoFar:
      'Er is twee periodes drie keer per week een kwartier extra geoefend buiten de groep. Ouders lezen thuis elke avond mee.',
    triage: 'Vier dagdelen met een leesspecialist. Nagaan of de oefeningen steeds dezelfde waren.',
    missing: {
      asked:
        'Kunt u de leesfouten van twee teksten in het eigen dossier vastleggen en ons vertellen welk soort fout het meest voorkomt?',
      given:
        'Dat is gedaan. Vooral bij woorden met twee medeklinkers achter elkaar en bij woorden van drie lettergrepen gaat het mis.',
    },
    answer:
      'Oefen korter en preciezer. Kies twee weken lang één soort woord, eerst met twee medeklinkers vooraan, en doe dat elke dag tien minuten in vier stappen: woord horen en in stukken zeggen, stukken leggen met letters, lezen in rijtjes van zes, lezen in een zin. Stop bij raden en dek het woord af tot één lettergreep. Laat de leerling daarnaast elke dag naar een boek luisteren op het niveau van de eigen woordenschat, zodat verhalen leuk blijven. Vraag ouders om voor te lezen in plaats van te oefenen. Noteer per dag hoeveel van de zes woorden goed gingen; bij twee dagen vijf of meer volgt de volgende soort.',
    decline: {
      reason:
        'De eigen leesspecialist van de school heeft nog niet meegekeken, en die stap hoort voor onze inzet.',
      nextStep:
        'De IB’er vraagt de leesspecialist deze week. Met haar bevindingen kan de vraag direct opnieuw worden gesteld.',
    },
    advice:
      'De commissie adviseert vier dagdelen begeleiding van leerkracht en leesspecialist. Er is veel geoefend, maar steeds op dezelfde manier; de winst zit in andere oefening en niet in meer.',
    arrangement:
      'Toegekend: vier dagdelen, en twaalf weken lang anderhalf uur per week uitvoering door de onderwijsassistent.',
    evaluation:
      'Woorden met twee medeklinkers lukken nu, lange woorden in de helft van de gevallen. De leerling kiest weer zelf een boek.',
    didItLast: 'yes',
    lasted:
      'De vooruitgang hield aan tijdens groep 5. De luisterboeken worden nog gebruikt bij de zaakvakken.',
    stop: {
      reason:
        'Ouders hebben gekozen voor begeleiding buiten school en twee oefenwijzen naast elkaar verwart.',
      nextStep: 'School en begeleider stemmen één keer af. De leerkracht volgt het lezen gewoon door.',
    },
    handOver:
      'De leesspecialist vertrekt. De opvolger heeft met toestemming van ouders het plan gelezen en komt een keer samen.',
  },
  {
    key: 'pupil-own-maths-path',
    level: 'pupil',
    expertise: 'rekenen',
    ageBand: '9-10',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Past een eigen leerlijn rekenen in groep 6 of nog niet',
    need: 'Een leerling in groep 6 haalt bij rekenen al twee jaar de doelen niet. Hoofdrekenen tot honderd is onzeker, breuken zijn niet te volgen. De leerkracht twijfelt tussen meer steun bij dezelfde stof of een eigen leerlijn. Ouders vinden een eigen leerlijn een grote stap. Wij zoeken een rekenspecialist die meedenkt over deze keuze en over wat de leerling over drie jaar nodig heeft.',
    triedSoFar:
      'Dit jaar was er vier keer per week verlengde instructie in een klein groepje. De leerling deed goed mee, maar onthield weinig.',
    triage: 'Drie dagdelen. Het gaat om een beslissing die de school met ouders neemt; wij leveren inzicht.',
    answer:
      'Neem de beslissing na een gerichte proef van acht weken. Kies drie doelen die voor later het meest nodig zijn: sommen tot honderd met handig rekenen, geld tot honderd euro en meten in huis. Schrap in die weken breuken. Voer vooraf twee gesprekken waarin de leerling hardop rekent en noteer waar het stopt. Oefen elke dag twintig minuten met materiaal dat in beeld mag blijven, zoals een getallenlijn op de tafel. Gaat het vooruit, dan was de stof te breed en kan de leerling daarna weer deels aansluiten. Gaat het niet vooruit, dan is een eigen leerlijn een eerlijke keuze. Bespreek met ouders voor de start welke uitkomst tot welk besluit leidt.',
    decline: {
      reason:
        'Er ligt een plan dat nog vier weken loopt. Tussentijds een ander advies geven maakt het onduidelijk.',
      nextStep: 'Rond het plan af en vraag opnieuw aan met de uitkomst. Ouders weten dat dit het moment is.',
    },
    advice:
      'De commissie adviseert een proef van acht weken voordat er een eigen leerlijn komt. Het huidige plan was breed, waardoor niet te zien is wat de leerling bij minder stof kan leren.',
    arrangement: 'Toegekend: drie dagdelen rekenen. De uitvoering ligt bij de leerkracht en de assistent.',
    tlv: {
      text: 'Uitkomst vastgelegd: toelaatbaar tot SBO tot het einde van de basisschool. Ouders en school gebruiken de uitkomst nu niet; zij willen eerst zien wat de proef van acht weken brengt.',
      granted: { schoolType: 'SBO' },
    },
    evaluation:
      'De drie doelen zijn voor een groot deel gehaald. School en ouders kozen samen voor een deel eigen leerlijn.',
    didItLast: 'yes',
    lasted:
      'In groep 7 rekent de leerling met zelfvertrouwen in de eigen lijn en doet mee met geld en meten.',
    stop: {
      reason: 'Het gezin verhuist en de nieuwe school heeft een eigen rekenspecialist.',
      nextStep: 'De IB’er neemt met toestemming van ouders contact op met de nieuwe school.',
    },
    handOver: 'Door zwangerschapsverlof neemt een collega de tweede helft van de proef over.',
  },
  {
    key: 'pupil-hidden-strength',
    level: 'pupil',
    expertise: 'hoogbegaafdheid',
    ageBand: '8-9',
    urgency: 'soon',
    dagdelen: 4,
    title: 'Steeds lagere resultaten bij een leerling die veel kan',
    need: 'In groep 5 zit een leerling die in gesprekken verrast met kennis en vragen. Het schriftelijk werk gaat achteruit en is vaak niet af. Thuis zijn er op zondagavond tranen over school. In de verrijkingsgroep is dezelfde leerling juist levendig. De leerkracht weet niet of zij streng of mild moet zijn. Wij willen begrijpen wat er speelt en een aanpak voor gewone dagen.',
    triedSoFar:
      'Er is minder herhaling gegeven en er was een beloningskaart voor afgemaakt werk. De kaart maakte het erger.',
    triage: 'Met voorrang vanwege de tranen thuis. Vier dagdelen met gesprek met de leerling erbij.',
    answer:
      'Stop met belonen voor afmaken en zoek eerst de plek waar werk zin heeft. Vraag de leerling om drie lessen te noemen die de moeite waard waren en drie die dat niet waren, en waarom. Kies daarna samen één vak waarin de lesstof vooraf getoetst wordt en de helft vervalt. Wat overblijft moet wel, met een duidelijk einde: zeven sommen en dan klaar. Plan de vrijgekomen tijd voor een eigen onderzoek met een vaste bespreking op woensdag. Oefen moeilijk werk in kleine hoeveelheden, want wie altijd alles direct kon, schrikt van nadenken. Zeg: dit mag lastig zijn, ik kom over tien minuten kijken hoe je zoekt. Houd met ouders elke twee weken kort contact over de zondagavond.',
    decline: {
      reason:
        'De specialist van het bestuur begeleidt de leerling al in de verrijkingsgroep en kan dit uitbreiden.',
      nextStep:
        'De IB’er, de specialist van het bestuur en ouders spreken elkaar volgende week. Wij sluiten aan als dat helpt.',
    },
    advice:
      'De commissie adviseert aanpassing in de groep en een vaste gesprekspartner. Wat in de verrijkingsgroep werkt, ontbreekt op de andere dagen.',
    arrangement:
      'Toegekend: vier dagdelen in een half jaar. Geen extra budget, omdat het materiaal aanwezig is.',
    evaluation:
      'Het werk bij rekenen en taal is in de meeste weken af. Ouders zeggen dat de zondagavond weer gewoon is.',
    didItLast: 'partly',
    lasted:
      'De eigen onderzoeken gingen door. Na de zomer was er een terugval van drie weken, daarna pakte de nieuwe leerkracht het plan op.',
    stop: {
      reason: 'Ouders en school kozen voor een klas met een ander aanbod op een andere school.',
      nextStep: 'Er komt één gesprek met beide leerkrachten en de leerling over wat hielp.',
    },
    handOver:
      'De specialist rondde haar tijdelijke aanstelling af. Een collega met dezelfde expertise gaat door.',
  },
  {
    key: 'pupil-first-time-at-school',
    level: 'pupil',
    expertise: 'nt2_nieuwkomers',
    ageBand: '10-11',
    urgency: 'soon',
    dagdelen: 5,
    title: 'Voor het eerst naar school en meteen in groep 7',
    need: 'Een leerling die pas kort in Nederland is, begon na de zomer in groep 7 en ging niet eerder naar school. Lezen en schrijven in een andere taal is er ook nog niet. De leerling is vriendelijk, kijkt veel naar anderen en is na de middag uitgeput. Rekenen met geld gaat goed. Wij zoeken een programma voor de ochtenden en een doel voor de overstap naar het voortgezet onderwijs.',
    triedSoFar:
      'Een assistent oefent elke dag een half uur met letters en plaatjes. De middagen doet de leerling mee met gym, muziek en handvaardigheid.',
    triage: 'Met voorrang. Vijf dagdelen en contact met de schakelklas in het voortgezet onderwijs.',
    answer:
      'Maak een ochtend van drie delen: een half uur spreken over iets dat die dag gebeurt, een half uur letters en lezen met een methode voor oudere beginners, en een half uur rekenen met dingen uit de winkel. Gebruik geen kleutermateriaal; foto’s van de school en de wijk werken beter. Laat de leerling daarna een uur meedoen in de groep bij een vak waarin kijken en doen belangrijk is. Las na elk deel tien minuten rust in. Zorg voor een vast maatje met dezelfde leeftijd, dat elke twee weken wisselt. Laat een tolk één keer per maand vragen hoe het gaat en wat de leerling zelf wil leren. Bezoek in januari samen de schakelklas, zodat iedereen weet waar het naartoe gaat.',
    decline: {
      reason: 'Er is per volgende week een plaats in de schakelgroep voor deze leeftijd.',
      nextStep: 'De schoolcontactpersoon begeleidt de overstap en de vaste groep blijft elke vrijdag welkom.',
    },
    advice:
      'De commissie adviseert een eigen ochtendprogramma met behoud van de eigen groep. Contact met leeftijdsgenoten geeft taal, maar leren lezen vraagt rust en eigen tijd.',
    arrangement: 'Toegekend: vijf dagdelen en acht uur assistentie per week tot de zomervakantie.',
    evaluation:
      'De leerling leest korte zinnen, vraagt zelf om hulp en vertelt in de kring. De vermoeidheid na de middag is minder.',
    didItLast: 'yes',
    lasted:
      'De start in de schakelklas verliep goed. Daar gebruiken zij dezelfde methode, waardoor er niets opnieuw hoefde.',
    stop: {
      reason: 'Het gezin kreeg een woning in een andere gemeente en verhuisde binnen een week.',
      nextStep:
        'De nieuwe school is gebeld en krijgt met toestemming van ouders een overdracht op één bladzijde.',
    },
    handOver: 'De specialist die de taal van het gezin spreekt, neemt over van de collega die de start deed.',
  },
  {
    key: 'pupil-small-steps',
    level: 'pupil',
    expertise: 'zml_leren',
    ageBand: '6-7',
    urgency: 'normal',
    dagdelen: 6,
    title: 'Wat heeft een leerling in groep 3 nodig die in kleine stappen leert',
    need: 'Een leerling in groep 3 is vrolijk, geliefd en heeft bij alle vakken veel meer tijd nodig. Letters worden geleerd en na een vakantie weer vergeten. Zelfstandig aankleden en de weg vinden in school lukken bijna. Ouders willen graag dat hun kind in de buurt naar school blijft gaan. Het team wil dat ook, maar vraagt zich af of het genoeg te bieden heeft. Wij vragen hulp bij doelen, materiaal en het gesprek over de komende jaren.',
    triedSoFar:
      'Er is een eigen plan met doelen uit groep 2. De assistent begeleidt de leerling twee uur per dag.',
    triage: 'Zes dagdelen over een schooljaar. Na een half jaar met ouders en school samen kijken.',
    missing: {
      asked:
        'Is er een gesprek met ouders geweest over wat zij over vijf jaar hopen, en wat zei de leerling zelf met plaatjes of gebaren?',
      given:
        'Ja, samen met de IB’er. Ouders noemen vrienden, veiligheid en zelf kunnen. Zelf gekozen zijn plaatjes van buiten spelen en helpen.',
    },
    answer:
      'Werk met drie doelen tegelijk en niet meer: één om zelf te kunnen, één om mee te doen en één om te leren. Bijvoorbeeld: zelf de jas dichtdoen, in de kring een vraag met een plaatje beantwoorden, en zes woorden herkennen die overal in school hangen. Oefen elk doel op de plek waar het nodig is en twee keer per dag kort. Herhaal na elke vakantie eerst een week, zonder het achteruitgang te noemen. Laat de assistent op afstand blijven zodra iets lukt. Geef de leerling een taak in de school waar anderen op rekenen. Bespreek elk half jaar drie vragen: leert het kind, hoort het erbij, en is het vol te houden voor iedereen? Dan komt een andere plek nooit als verrassing.',
    decline: {
      reason:
        'De begeleiding door een gespecialiseerde school is al toegezegd door het bestuur en begint over twee weken.',
      nextStep:
        'De schoolcontactpersoon is bij het eerste gesprek. Mist u daarna nog iets, dan is deze vraag zo weer open.',
    },
    advice:
      'De commissie adviseert het verblijf in de eigen groep te steunen. De leerling leert en hoort erbij; de doelen zijn wel te talrijk en staan te ver van het dagelijks leven.',
    arrangement:
      'Toegekend: zes dagdelen en tien uur assistentie per week, voor één schooljaar. Voor de zomer kijkt de commissie opnieuw.',
    tlv: {
      text: 'Uitkomst vastgelegd: toelaatbaar tot SO, categorie laag, tot het einde van het volgende schooljaar. Beide deskundigenadviezen zijn aanwezig; de stukken staan bij het eigen zaaknummer.',
      granted: { schoolType: 'SO', category: 1 },
    },
    evaluation:
      'Twee van de drie doelen zijn behaald, het derde gedeeltelijk. Groep en leerling zijn aan elkaar gehecht.',
    didItLast: 'partly',
    lasted:
      'Na een half jaar kan de leerling de zes woorden nog en is de taak uitgebreid. Het lezen staat stil en er wordt opnieuw gekeken.',
    stop: {
      reason: 'Ouders kozen na een lange afweging voor een andere school met kleinere groepen.',
      nextStep:
        'De specialist gaat één keer mee naar de nieuwe school en de klas houdt contact met kaartjes.',
    },
    handOver:
      'De specialist wordt teamleider. Een collega met veel ervaring neemt over na een gezamenlijk gesprek met ouders.',
  },
  {
    key: 'pupil-needs-instruction',
    level: 'pupil',
    expertise: 'didactiek_coaching',
    ageBand: '8-9',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Afhankelijk van de leerkracht bij elke nieuwe opdracht',
    need: 'Een leerling in groep 5 begint pas als de leerkracht ernaast staat. De stof is niet te moeilijk: met een knikje lukt het. Zonder hulp blijft het blad leeg. De leerkracht voelt zich schuldig omdat zij weinig tijd voor anderen heeft. Wij vragen om een aanpak waarmee de leerling stap voor stap zelf leert beginnen.',
    triedSoFar:
      'Er is een plek vooraan gegeven en een kaart met stappen. De kaart wordt alleen gebruikt als de leerkracht erop wijst.',
    triage: 'Twee dagdelen: kijken wanneer het wel lukt, daarna met de leerkracht een plan van zes weken.',
    answer:
      'Zoek eerst de uitzonderingen: bij welk vak of moment begint de leerling wél? Gebruik daarvan het begin. Maak de eerste stap zo klein dat hij altijd lukt, bijvoorbeeld de datum schrijven en de eerste som omcirkelen. Kom dan na precies twee minuten langs, zeg alleen wat er al staat en loop door. Verleng dat elke week met een minuut. Help nooit met de eerste som maar met de derde, zodat beginnen van de leerling zelf blijft. Spreek een teken af voor vastlopen dat niemand ziet. Laat elke dag een streepje zetten voor zelf begonnen. Bespreek vrijdag samen wat hielp, in twee zinnen. Vraag ook thuis om even te wachten voordat iemand helpt.',
    decline: {
      reason: 'Dit past bij het werk van de coach op uw school, die hier uren voor heeft.',
      nextStep: 'De coach komt maandag kijken. Over zes weken belt de schoolcontactpersoon.',
    },
    advice:
      'De commissie adviseert een kort plan in de groep. De leerling heeft de kennis, het gaat om durven beginnen; dat leer je in de gewone les.',
    arrangement: 'Toegekend: twee dagdelen coaching voor de leerkracht.',
    evaluation:
      'De leerling begint bij vier van de vijf vakken zelf binnen twee minuten. De leerkracht heeft weer tijd voor anderen.',
    didItLast: 'partly',
    lasted:
      'In groep 6 begon het opnieuw bij elke nieuwe leerkracht, maar met dezelfde kleine eerste stap was het in twee weken terug.',
    stop: {
      reason: 'Na de voorjaarsvakantie begint de leerling uit zichzelf en is er geen plan meer nodig.',
      nextStep: 'De leerkracht schrijft in het dossier wat hielp, zodat het meegaat naar groep 6.',
    },
    handOver: 'Wegens ziekte van de coach voert een collega het laatste gesprek met leerkracht en leerling.',
  },
];
