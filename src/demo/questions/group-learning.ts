/** Questions about a group: reading, spelling, maths and language. */
import type { DemoQuestion } from './demo-question.ts';

export const groupLearningQuestions: readonly DemoQuestion[] = [
  {
    key: 'group-times-tables',
    level: 'group',
    expertise: 'rekenen',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Meer dan de helft van groep 5 kent de tafels niet',
    need: 'In groep 5 beheersen maar elf van de achtentwintig kinderen de tafels tot en met vijf. Daardoor lukken delen en verhaalsommen niet. De leerkracht oefent wel, maar vooral met de hele groep tegelijk. Snelle kinderen antwoorden, de rest wacht. Wij willen weten hoe we dit binnen tien weken inhalen zonder de andere rekenstof te laten liggen.',
    triedSoFar:
      'Er wordt gezongen en er is een tafeldiploma. Wie het diploma niet haalt, probeert het steeds opnieuw zonder andere oefening.',
    triage: 'Lichte route, drie dagdelen. De rekencoördinator kan de tussentoets doen.',
    answer:
      'Bouw eerst de ankers: één keer, twee keer, vijf keer en tien keer. Met die vier zijn alle andere af te leiden: zes keer is vijf keer en nog één. Laat dat met stroken of een rechthoek op ruitjespapier zien, want kinderen die alleen een rijtje opzeggen verdwalen. Oefen drie keer per dag vijf minuten, in tweetallen met kaartjes in drie stapels: weet ik, moet ik denken, weet ik nog niet. Elke dag komt er maar één nieuwe som bij in de derde stapel. Schrap het diploma voorlopig en laat kinderen hun eigen stapel laten groeien. Doe de deelsom er meteen bij: vier keer zes en vierentwintig gedeeld door zes horen op hetzelfde kaartje. Neem na vijf weken veertig sommen af zonder tijdsdruk.',
    decline: {
      reason: 'De rekencoördinator heeft hier een uitgewerkt plan voor dat op uw andere locatie werkt.',
      nextStep: 'Plan een gesprek van een uur met de coördinator. Wij lezen het plan graag mee.',
    },
    advice:
      'De commissie adviseert een kort plan van tien weken met tussentijds meten. De groep is groot, dus het moet in gewone lessen passen.',
    arrangement: 'Toegekend: drie dagdelen rekenen en acht uur onderwijsassistent voor de oefenmomenten.',
    evaluation:
      'Na tien weken kenden drieëntwintig van de achtentwintig kinderen de tafels tot en met vijf. Ook het delen ging vooruit.',
    didItLast: 'yes',
    lasted: 'In groep 6 kenden zij vrijwel alles nog. Twee kinderen oefenen nog met de derde stapel.',
    stop: {
      reason: 'De groep krijgt een andere rekenleerkracht die met een eigen plan begint.',
      nextStep:
        'De uitkomsten van de tussentoets gaan mee. De specialist blijft bereikbaar voor één gesprek.',
    },
    handOver:
      'De rekenspecialist heeft het plan gemaakt, een junior collega doet onder haar begeleiding de bezoeken.',
  },
  {
    key: 'group-first-reading',
    level: 'group',
    expertise: 'taal_lezen',
    urgency: 'soon',
    dagdelen: 4,
    title: 'Grote verschillen bij het leren lezen in groep 3',
    need: 'Bij de herfstsignalering kennen acht kinderen van groep 3 minder dan de helft van de letters. Vijf anderen lezen al hele boekjes. De leerkracht geeft dezelfde instructie aan iedereen en loopt daarna vast. Hulp van een leesouder is er maar één ochtend. We zoeken een indeling van de leesles waarin de kinderen die het nodig hebben elke dag extra oefenen.',
    triedSoFar:
      'De acht kinderen oefenen twee keer per week buiten de groep met een assistent. Zij missen dan de uitleg van een ander vak.',
    triage: 'Met voorrang, omdat de winter de belangrijkste leestijd is. Vier dagdelen in zes weken.',
    answer:
      'Maak van de leesles drie blokken van twintig minuten. In het eerste blok doet iedereen mee met de nieuwe letter. In het tweede blok gaan de goede lezers zelfstandig verder en geeft u de acht kinderen nog eens instructie: letter horen, zeggen, schrijven en lezen in woorden. In het derde blok lezen alle kinderen in tweetallen en luistert u naar vier kinderen. Oefen de extra tijd nooit ten koste van een andere les, maar gebruik inloop en de laatste tien minuten. Herhaal elke dag drie oude letters in een spel. Laat goede lezers echt een eigen boek lezen en stel er twee vragen over. Meet elke drie weken hoeveel letters direct gezegd worden. Wie dan nog minder dan drie nieuwe letters kent, krijgt een andere vorm van oefenen.',
    decline: {
      reason: 'De school heeft een leesspecialist in dienst die deze begeleiding als taak heeft.',
      nextStep:
        'De IB’er en de leesspecialist maken deze week een rooster. Bel ons als er te weinig uren zijn.',
    },
    advice:
      'De commissie adviseert begeleiding van de leerkracht bij de indeling van de les. Extra hulp buiten de groep kost te veel gewone lestijd.',
    arrangement: 'Toegekend: vier dagdelen en tien weken lang vijf uur extra assistentie in de leesles.',
    evaluation:
      'Zes van de acht kinderen kennen nu alle letters. De indeling in drie blokken werkt, ook bij de duo-collega.',
    didItLast: 'yes',
    lasted:
      'Bij de toets aan het eind van groep 3 las de groep gemiddeld op het niveau dat erbij hoort. Twee kinderen krijgen in groep 4 nog extra hulp.',
    stop: {
      reason:
        'Twee van de acht kinderen blijken extra onderzoek nodig te hebben en voor de anderen is het doel bereikt.',
      nextStep: 'Voor die twee loopt het via ouders en school. De leesles blijft zoals zij is.',
    },
    handOver:
      'De collega die de groep kent van vorig jaar neemt over, zodat de leerkracht niet opnieuw hoeft te beginnen.',
  },
  {
    key: 'group-newcomers-six',
    level: 'group',
    expertise: 'nt2_nieuwkomers',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Vier nieuwkomers in groep 6 doen nauwelijks mee in de les',
    need: 'In groep 6 kwamen dit jaar vier kinderen die kort Nederlands leren. Bij rekenen redden zij zich, bij alle andere vakken tekenen of wachten zij. De leerkracht zoekt naar opdrachten die horen bij de gewone les en niet bij een kleuterboek. De rest van de groep helpt graag, maar doet het werk vaak voor. Wij willen dat de vier elke dag echt iets leren bij de zaakvakken.',
    triedSoFar: 'De leerkracht maakt woordenlijsten met plaatjes. Dat kost haar elke zondag twee uur.',
    triage: 'Vier dagdelen. Belangrijk is dat de voorbereiding van de leerkracht minder wordt en niet meer.',
    answer:
      'Kies per les één kern in één zin en laat die zin het hele uur zichtbaar staan: dieren passen zich aan de kou aan. Geef de vier kinderen dezelfde opdracht als de rest, met drie vormen van steun: een foto of filmpje vooraf, een zin om mee te beginnen, en de mogelijkheid om eerst in de eigen taal te overleggen of te schrijven. Laat ze antwoorden door te wijzen, te ordenen of één zin aan te vullen, en verleng dat elke week. Vertel de groep wat helpen is: laten zien en wachten, niet voordoen. Laat elke dag een ander kind één woord aan de groep leren, ook in de eigen taal. Gebruik voor woordenlijsten een bestaande beeldbank; twee uur op zondag is niet nodig.',
    decline: {
      reason:
        'De vier kinderen gaan binnen vier weken vier ochtenden naar de taalklas. Dan verandert de vraag.',
      nextStep: 'Na zes weken bespreekt de schoolcontactpersoon met de leerkracht hoe de dagen aansluiten.',
    },
    advice:
      'De commissie adviseert hulp bij het aanpassen van gewone lessen. Apart werk vergroot de afstand tot de groep en de werkdruk.',
    arrangement: 'Toegekend: vier dagdelen en toegang tot de beeldbank voor een jaar.',
    evaluation:
      'De kinderen leveren bij drie van de vijf lessen zelf iets in. De leerkracht bereidt nog twintig minuten per week extra voor.',
    didItLast: 'partly',
    lasted:
      'De zin op het bord is er bij elk zaakvak. Het overleg vooraf in de eigen taal gebeurt alleen nog als de leerkracht er tijd voor heeft.',
    stop: {
      reason: 'Twee gezinnen zijn verhuisd en voor de twee anderen gaat het goed.',
      nextStep: 'De materialen gaan mee naar de nieuwe scholen als ouders dat goed vinden.',
    },
    handOver:
      'De specialist rondt haar opleiding af en draagt over aan een collega die dezelfde beeldbank gebruikt.',
  },
  {
    key: 'group-plus-work',
    level: 'group',
    expertise: 'hoogbegaafdheid',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Zes kinderen in groep 4 zijn altijd als eerste klaar',
    need: 'In groep 4 zijn zes kinderen bij bijna elk vak na tien minuten klaar. Zij kiezen dan een kleurplaat of lezen een boekje. Twee van hen beginnen anderen te storen, één wil niet meer naar school. Pluswerk is er, maar zij maken het slordig of vragen steeds hulp. De leerkracht zoekt werk dat past en een manier om er aandacht aan te geven zonder de rest tekort te doen.',
    triedSoFar: 'De zes werken met een map met puzzels. Die wordt nooit besproken.',
    triage: 'Drie dagdelen. Eerst samen kijken welke lesstof vooraf al bekend is.',
    answer:
      'Haal eerst werk weg. Laat de zes het eerstvolgende blok vooraf maken en schrap wat zij beheersen. Wat overblijft doen zij met de groep mee. De vrijgekomen tijd gaat naar één grote opdracht die twee weken duurt, met een echt probleem: ontwerp een speelplek voor tachtig kinderen, bereken wat die kost en overtuig de directeur. Deze kinderen zijn niet gewend te moeten zoeken; daarom vragen zij hulp en maken zij het slordig. Spreek af dat u alleen vragen beantwoordt over hoe je verder kunt, en niet of het goed is. Plan twee keer per week een kwartier met de zes samen, als de anderen lezen. Zet op een kaart wat moeilijk was en wat zij deden. Beoordeel de aanpak even zwaar als het eindproduct.',
    decline: {
      reason: 'Het netwerk van het bestuur heeft hiervoor een leskist en een begeleider met ruimte.',
      nextStep:
        'De IB’er vraagt de leskist aan. Wordt een kind ongelukkig op school, bel dan direct de schoolcontactpersoon.',
    },
    advice:
      'De commissie adviseert aanpassing van het gewone aanbod. Een plek buiten de groep lost de verveling op de andere dagen niet op.',
    arrangement: 'Toegekend: drie dagdelen binnen tien weken.',
    evaluation:
      'De zes werken aan een opdracht met een vast gesprek. Het storen is gestopt en het kind dat niet wilde komen, gaat weer met plezier.',
    didItLast: 'partly',
    lasted:
      'In groep 5 wordt de stof ook vooraf getoetst. De gesprekken van een kwartier zijn soms vervangen door een stukje in een logboek.',
    stop: {
      reason:
        'Er kwam een plaats vrij in de verrijkingsgroep voor alle zes en de school wil dat eerst proberen.',
      nextStep: 'Na acht weken bekijken leerkracht en IB’er wat er op de gewone dagen nog nodig is.',
    },
    handOver: 'Een collega met ervaring in de onderbouw neemt de begeleiding over na een gezamenlijk bezoek.',
  },
  {
    key: 'group-spelling',
    level: 'group',
    expertise: 'taal_lezen',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Groep 7 maakt spelling goed in het dictee en fout in een verhaal',
    need: 'Bij het dictee van vrijdag scoort groep 7 ruim voldoende. In verhalen en verslagen maken dezelfde kinderen de geleerde woorden fout. De leerkracht vraagt zich af of zij op een andere manier moet oefenen of moet nakijken. Zij wil dat kinderen zelf gaan controleren. Nu wordt er vooral voor het cijfer geleerd.',
    triedSoFar:
      'Er is een spellingschrift met regels en een tabel op de muur. Kinderen kijken daar niet op als zij schrijven.',
    triage: 'Twee dagdelen, licht. Goede vraag voor een video die ook andere groepen kunnen gebruiken.',
    answer:
      'Maak nakijken tot een vaste tweede ronde met een eigen kleur. Na het schrijven leest ieder kind de tekst van achter naar voor, zin voor zin, met één opdracht: zoek alleen werkwoorden, of alleen woorden met een lange klank. Drie woorden verbeteren is genoeg; wie alles zoekt, ziet niets. Vervang twee van de vier oefenlessen door schrijven: vijf zinnen waarin drie geleerde woorden moeten voorkomen, en dan nakijken met een maatje. Laat kinderen bij elk verbeterd woord zeggen welke regel zij gebruikten. Geef het dictee een andere plek: halverwege de week, zonder cijfer, zodat u weet wat vrijdag nog geoefend moet worden. Tel na zes weken de fouten in een vrij verhaal van honderd woorden bij dezelfde tien kinderen.',
    decline: {
      reason: 'De taalcoördinator kan dit met de leerkracht oppakken binnen het lopende spellingtraject.',
      nextStep: 'De taalcoördinator komt volgende week in de groep. Wij sturen het blad met de tweede ronde.',
    },
    advice:
      'De commissie is niet nodig geweest voor deze vraag. Zij adviseert scholen zulke vragen rechtstreeks aan een taalspecialist te stellen, omdat dat sneller gaat.',
    arrangement: 'Toegekend: twee dagdelen, waarvan één voor het samen voorbereiden van lessen.',
    evaluation:
      'In een verhaal van honderd woorden daalde het gemiddelde van negen naar vijf fouten. Kinderen vragen zelf om de tweede ronde.',
    didItLast: 'yes',
    lasted: 'De tweede ronde hoort bij elk stuk tekst. Ook groep 8 is ermee begonnen.',
    stop: {
      reason: 'De leerkracht heeft na het eerste bezoek genoeg aan de werkwijze en wil zelf verder.',
      nextStep: 'Er is een kort belmoment over zes weken afgesproken.',
    },
    handOver:
      'De vraag is eenmalig overgenomen door de collega die op de dag van het tweede bezoek in de school was.',
  },
  {
    key: 'group-different-paths',
    level: 'group',
    expertise: 'zml_leren',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Groep 7 met vijf eigen leerlijnen: hoe blijft het één groep',
    need: 'In groep 7 werken vijf kinderen met eigen leerlijnen voor rekenen en begrijpend lezen. De leerkracht heeft een schema met kleuren, maar rent de hele ochtend van tafel naar tafel. De vijf werken vaak alleen op de gang met een assistent. Ouders vragen of hun kind er nog wel bij hoort. We zoeken een vorm die voor de leerkracht vol te houden is en waarin de vijf een deel van elke les meedoen.',
    triedSoFar:
      'De assistent heeft een eigen planning met de vijf kinderen gemaakt. De aansluiting met de les is daardoor weg.',
    triage:
      'Vier dagdelen, samen met leerkracht en assistent. Niet per kind kijken maar naar de opbouw van de ochtend.',
    answer:
      'Begin en eindig elke les samen, met hetzelfde onderwerp en één vraag op drie niveaus. De tijd ertussen, ongeveer vijfentwintig minuten, is voor eigen doelen. Breng de vijf leerlijnen terug tot twee groepjes voor rekenen en twee voor lezen; kleine verschillen kunnen binnen een groepje blijven. De assistent werkt in het lokaal aan een vaste tafel en niet op de gang, behalve als een kind daarom vraagt. Bespreek op maandag tien minuten met de assistent: wat is het onderwerp en welk doel is deze week aan de beurt? Geef elk van de vijf een taak die de groep nodig heeft, zoals materiaal uitdelen, het weer bijhouden of voorlezen bij de jongste groep. Laat ouders zien wat hun kind in de gezamenlijke delen deed.',
    decline: {
      reason:
        'Voor drie van de vijf kinderen start na de vakantie een ander aanbod, waardoor de opbouw verandert.',
      nextStep: 'De IB’er maakt eerst de nieuwe indeling. In de week daarna denkt de specialist een uur mee.',
    },
    advice:
      'De commissie adviseert samen beginnen en eindigen als vaste vorm. Zij vindt het belangrijk dat kinderen bij hun groep blijven horen.',
    arrangement:
      'Toegekend: vier dagdelen, en de uren van de assistent blijven tot het eind van het schooljaar.',
    evaluation:
      'De vijf kinderen doen dagelijks mee aan het begin en het eind van vier lessen. De leerkracht werkt met vier groepjes in plaats van vijf losse lijnen.',
    didItLast: 'yes',
    lasted: 'De vorm is in groep 8 gebleven. De assistent is een vast deel van het overleg op maandag.',
    stop: {
      reason: 'De assistent heeft een andere baan en er is nog geen opvolger. Zonder haar loopt dit niet.',
      nextStep: 'De directeur zoekt iemand. Tot die tijd helpt de IB’er op twee ochtenden.',
    },
    handOver:
      'De specialist draagt de groep over aan een collega die ook de school voor voortgezet onderwijs kent.',
  },
];
