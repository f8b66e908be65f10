/** Questions about the first years at school of one pupil, and about coming to school. Nothing points at a child. */
import type { DemoQuestion } from './demo-question.ts';

export const pupilStartAndPresenceQuestions: readonly DemoQuestion[] = [
  {
    key: 'pupil-speaks-little',
    level: 'pupil',
    expertise: 'jonge_kind',
    ageBand: '4-5',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Praat thuis volop en op school bijna niet',
    need: 'Een leerling in groep 1 praat na vijf maanden alleen met knikken en wijzen. Thuis wordt er volop verteld en gezongen, dat zien we op filmpjes van ouders. Spelen lukt goed, vooral bouwen en in de zandtafel. Aandringen helpt niet, dat weet de leerkracht, maar zij maakt zich zorgen over het moment dat praten nodig wordt. Wij vragen iemand die meekijkt en adviseert over wat helpt en wanneer we verder moeten kijken.',
    triedSoFar:
      'In de kring mag de leerling aanwijzen. De assistent speelt elke dag tien minuten samen in de bouwhoek.',
    triage: 'Drie dagdelen met een specialist jonge kind, ouders meteen betrekken.',
    answer:
      'Neem de druk eraf: geen vragen die met woorden beantwoord moeten worden en geen beloning voor praten. Zeg zelf hardop wat het kind doet en laat stiltes vallen van vijf tellen. Begin waar het veilig is. Laat een ouder een week lang tien minuten meespelen in het lege lokaal, eerst alleen, dan met de leerkracht erbij aan een andere tafel, dan samen. Gebruik spel waarin geluid hoort, zoals dieren, auto’s en winkel, want geluiden komen voor woorden. Laat filmpjes van thuis in een klein groepje zien als ouders en kind dat leuk vinden. Leg de groep kort uit: iedereen praat op een eigen moment. Ziet u na acht weken geen enkel klein stapje, vraag dan met ouders advies bij de logopedist.',
    decline: {
      reason:
        'De ambulante begeleider van de voorschool kent de leerling en ouders en blijft tot de zomer betrokken.',
      nextStep:
        'De IB’er nodigt haar uit. De schoolcontactpersoon hoort over acht weken of de stapjes er zijn.',
    },
    advice:
      'De commissie adviseert een opbouw met ouders in het lokaal. De leerling speelt goed en praat thuis, dus veiligheid opbouwen is de eerste stap.',
    arrangement: 'Toegekend: drie dagdelen jonge kind. Er is geen extra assistentie nodig.',
    evaluation: 'Met de assistent en twee kinderen wordt zacht gepraat in de bouwhoek. In de kring nog niet.',
    didItLast: 'yes',
    lasted: 'In groep 2 werd er vanaf de herfst gepraat in kleine groepjes en sinds kort ook in de kring.',
    stop: {
      reason: 'De logopedist heeft de begeleiding overgenomen en werkt ook op school.',
      nextStep:
        'De leerkracht en logopedist overleggen zelf. De specialist is beschikbaar voor de overgang naar groep 2.',
    },
    handOver: 'De collega die ook de voorschool begeleidt, neemt over omdat ouders haar al kennen.',
  },
  {
    key: 'pupil-first-weeks',
    level: 'pupil',
    expertise: 'autisme_prikkelverwerking',
    ageBand: '4-5',
    urgency: 'soon',
    dagdelen: 4,
    title: 'De eerste weken op school zijn overweldigend',
    need: 'Een leerling startte zes weken geleden in groep 1 en houdt een ochtend niet vol. Het gaat mis bij de kring, het fruit en het naar buiten gaan. De leerling loopt rondjes, maakt harde geluiden en pakt spullen van anderen. Bij water en bij draaiende dingen is er rust. Ouders halen nu om tien uur op en zij moeten ook werken. Wij willen de dag zo opbouwen dat de leerling het fijn krijgt, en uitzoeken welke steun er nodig is.',
    triedSoFar:
      'We zijn teruggegaan naar anderhalf uur per dag. Er zijn plaatjes van de dag gemaakt die de leerling weggooit.',
    triage: 'Met voorrang. Vier dagdelen in de eerste maand, samen met ouders een opbouw afspreken met data.',
    missing: {
      asked: 'Welke begeleiding was er op de peuteropvang, en vinden ouders het goed dat wij daar bellen?',
      given:
        'Ouders geven toestemming. Op de opvang was er een vaste begeleider en een klein groepje van zes.',
    },
    answer:
      'Bouw op vanuit wat goed gaat. Begin elke dag twintig minuten bij de watertafel met een vaste persoon, voordat de groep er is. Laat kring en fruit in het begin weg en vervang ze door een eigen moment met dezelfde inhoud: hetzelfde liedje, hetzelfde fruit, met één ander kind. Gebruik voorwerpen in plaats van plaatjes: een schepje betekent buiten, een beker betekent fruit. Geef het voorwerp vlak voor het moment in de hand. Maak per week één stap: eerst twee minuten bij de kring aan de zijkant, dan vijf. Spreek met ouders vaste tijden af voor vier weken, dan kan thuis iedereen plannen. Schrijf elke dag één ding op dat lukte. Na acht weken kijkt u samen of de steun op deze school genoeg is.',
    decline: {
      reason:
        'Het overleg met de opvang en ouders is nog niet geweest, en dat kan onze inzet overbodig maken.',
      nextStep:
        'Het overleg staat deze week gepland. De schoolcontactpersoon is erbij en opent de vraag zo nodig dezelfde dag.',
    },
    advice:
      'De commissie adviseert acht weken gerichte opbouw met een vaste volwassene. De leerling is nog maar kort op school; een besluit over de plek zou te vroeg zijn.',
    arrangement:
      'Toegekend: vier dagdelen en twaalf uur begeleiding per week voor acht weken, daarna opnieuw kijken.',
    tlv: {
      text: 'Uitkomst vastgelegd: toelaatbaar tot SO, categorie midden, voor drie schooljaren. Twee deskundigen hebben verklaard; functies en data zijn bekend.',
      granted: { schoolType: 'SO', category: 2 },
    },
    evaluation:
      'De leerling is vier ochtenden tot half twaalf op school en zit tien minuten aan de zijkant bij de kring.',
    didItLast: 'yes',
    lasted:
      'De overgang naar de nieuwe school is met dezelfde voorwerpen voorbereid. De leerling gaat daar hele dagen.',
    stop: {
      reason: 'Er kwam een plaats vrij op een school met kleinere groepen waar ouders voor kozen.',
      nextStep:
        'De leerkracht en de specialist maken samen de overdracht. De specialist belt na zes weken met de nieuwe school.',
    },
    handOver:
      'Voor een dagelijkse start is een specialist uit de eigen wijk handiger; die neemt vanaf week drie over.',
  },
  {
    key: 'pupil-hands',
    level: 'pupil',
    expertise: 'motoriek',
    ageBand: '5-6',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Knippen, kleuren en aankleden kosten zoveel moeite',
    need: 'Bij een leerling in groep 2 gaan knippen, kleuren, plakken en de rits heel moeizaam. De leerling ontwijkt alles met kleine dingen en wordt boos als het moet. Met praten en bouwen met grote blokken gaat het juist heel goed. De leerkracht maakt zich zorgen over groep 3. Wij willen weten wat wij dagelijks kunnen oefenen en wat we beter kunnen laten.',
    triedSoFar: 'Er is extra geknipt en gekleurd aan een aparte tafel. Daar ging het plezier van weg.',
    triage: 'Twee dagdelen: één keer kijken, één keer samen oefeningen kiezen voor in de groep.',
    answer:
      'Oefen van groot naar klein en in echt spel. Twee weken lang alleen grote bewegingen: met krijt op het plein, met een kwast en water op de muur, deeg kneden, wasknijpers op een doos. Daarna stroken papier knippen in één knip, voor confetti bij een feest. Kleuren mag met dikke stukjes krijt op een groot vel aan de muur, want staand tekenen geeft vanzelf een betere houding. Geef bij aankleden meer tijd en doe de eerste stap voor; laat de laatste stap, het omhoog trekken van de rits, aan het kind. Kies drie momenten van vijf minuten en stop als het nog leuk is. Laat in groep 3 minder schrijven en meer stempelen, leggen of zeggen. Is er na twee maanden weinig veranderd, bespreek dan met ouders een kinderoefentherapeut.',
    decline: {
      reason:
        'De leerling is via ouders al in behandeling bij een kinderoefentherapeut, die ook op school wil komen.',
      nextStep:
        'De IB’er plant met toestemming van ouders dat bezoek. Daarna is onze inzet waarschijnlijk niet nodig.',
    },
    advice:
      'De commissie adviseert twee dagdelen praktische steun. De vraag is helder en het plezier in bewegen moet terug voordat groep 3 begint.',
    arrangement: 'Toegekend: twee dagdelen motoriek en een lijst met materiaal die de school zelf aanschaft.',
    evaluation: 'De leerling kiest weer uit zichzelf voor de knutselhoek. Stroken knippen en de rits lukken.',
    didItLast: 'partly',
    lasted:
      'In groep 3 is schrijven moeizaam maar zonder boosheid. De leerkracht gebruikt stempels waar het kan.',
    stop: {
      reason: 'De oefeningen zitten in de gewone dag en de leerkracht heeft geen vragen meer.',
      nextStep: 'In oktober van groep 3 vraagt de IB’er bij de leerkracht na hoe het gaat.',
    },
    handOver:
      'Het tweede bezoek wordt gedaan door een collega, omdat de specialist onverwacht een cursus geeft.',
  },
  {
    key: 'pupil-hard-to-understand',
    level: 'pupil',
    expertise: 'taal_lezen',
    ageBand: '5-6',
    urgency: 'normal',
    dagdelen: 3,
    title: 'In groep 2 moeilijk te verstaan en zoekt naar woorden',
    need: 'Een leerling in groep 2 praat graag, maar is voor onbekenden moeilijk te verstaan. Er wordt lang gezocht naar woorden en zinnen zijn kort. Andere kinderen vullen aan of lopen weg. Het luisteren naar een verhaal lukt alleen met plaatjes. De logopedist komt al, wij willen dat haar oefeningen aansluiten op de dag. Ook de overgang naar lezen in groep 3 houdt ons bezig.',
    triedSoFar:
      'De leerkracht herhaalt wat de leerling zegt in een goede zin. In de kring wordt de leerling soms overgeslagen om het niet moeilijk te maken.',
    triage: 'Drie dagdelen. Met toestemming afstemmen met de logopedist, daarna voorbeelden in de groep.',
    answer:
      'Vraag de logopedist om twee doelen in gewone woorden en hang die bij de leerkracht op de kast. Plan elke dag één gesprekje van vijf minuten over iets dat te zien is, in een rustige hoek. Herhaal wat de leerling zei in een zin die één woord langer is, zonder te verbeteren. Wacht tien tellen als er naar een woord gezocht wordt en geef dan twee keuzes. Laat in de kring de leerling als tweede of derde aan de beurt komen, met een voorwerp in de hand. Vertel een prentenboek eerst met het kleine groepje en pas daarna aan iedereen. Oefen voor groep 3 rijmen en klappen van woorden, elke dag drie minuten. Laat andere kinderen weten dat wachten ook helpen is.',
    decline: {
      reason: 'De logopedist biedt zelf drie bezoeken in de groep aan, die door ouders al zijn goedgekeurd.',
      nextStep:
        'De bezoeken gaan eerst door. Voor de overgang naar groep 3 opent de schoolcontactpersoon de vraag in april.',
    },
    advice:
      'De commissie adviseert begeleiding in de groep, met de logopedist als partner. Losse oefening is er voldoende; het gebruiken in de dag ontbreekt.',
    arrangement:
      'Toegekend: drie dagdelen taal en lezen. Er is een gezamenlijk moment met de logopedist in opgenomen.',
    evaluation:
      'De leerling komt dagelijks aan het woord en zinnen zijn langer. Kinderen uit de groep wachten vaker.',
    didItLast: 'yes',
    lasted: 'In groep 3 gaat het lezen langzaam maar zeker. De gesprekjes van vijf minuten zijn doorgegaan.',
    stop: {
      reason:
        'De leerling gaat naar een taalgroep op een andere school, waar ouders en logopedist zich in vinden.',
      nextStep:
        'De leerkracht geeft de doelen en de werkwijze door. Over een jaar wordt bekeken of terugkeer mogelijk is.',
    },
    handOver:
      'De specialist taal draagt het over aan een collega die dezelfde logopedist al eens begeleidde.',
  },
  {
    key: 'pupil-back-to-school',
    level: 'pupil',
    expertise: 'schoolaanwezigheid',
    ageBand: '11-12',
    urgency: 'now',
    dagdelen: 6,
    title: 'Al zeven weken niet op school en hoe begint de weg terug',
    need: 'Een leerling uit groep 8 is sinds zeven weken niet op school geweest. Het begon met losse dagen. Ouders brachten de leerling eerst tot aan het plein, nu lukt de deur thuis niet meer. Er is contact via de leerkracht, die wekelijks een kaart brengt. Het schooladvies en de eindmusical komen eraan. Wij zoeken iemand die met ouders, leerling en school een kleine haalbare opbouw maakt.',
    triedSoFar:
      'Er is een gesprek geweest met ouders en leerplicht. Het plan was direct halve dagen; dat mislukte op de eerste dag.',
    triage:
      'Spoed. Zes dagdelen, eerste contact deze week. De specialist gaat samen met de leerkracht langs.',
    answer:
      'Maak de eerste stap kleiner dan iedereen logisch vindt. Vraag de leerling wat de moeilijkste en de minst moeilijke plek in school is en begin bij de laatste, na schooltijd, met een vertrouwd persoon. Tien minuten is genoeg. Spreek af wie bij de deur staat en wat er gezegd wordt tegen anderen; daar ligt vaak de grootste angst. Plan drie keer per week een vast moment, ook als het de vorige keer niet lukte, en verleng pas als iets drie keer goed ging. Houd de band met de groep met een opdracht die alleen de leerling heeft, zoals het decor van de musical. Laat niemand over achterstand praten. Bel ouders elke avond vijf minuten in de eerste week. Kies één persoon die de lijn vasthoudt; te veel hulp is ook druk.',
    decline: {
      reason:
        'Een gespecialiseerd team van de gemeente is deze week gestart en heeft met ouders een eerste plan.',
      nextStep:
        'De schoolcontactpersoon zorgt dat school en dat team elkaar wekelijks spreken en sluit zelf aan.',
    },
    advice:
      'De commissie adviseert een opbouw in kleine stappen met één vaste persoon. Het eerdere plan vroeg te veel tegelijk en daardoor groeide de drempel.',
    arrangement:
      'Toegekend: zes dagdelen en tien uur begeleiding op maat, te verdelen in overleg met leerling en ouders.',
    tlv: {
      text: 'Uitkomst vastgelegd: toelaatbaar tot SO, categorie laag, voor één schooljaar. De uitkomst is een vangnet; de opbouw op de eigen school gaat voor.',
      granted: { schoolType: 'SO', category: 1 },
    },
    evaluation:
      'De leerling is vier ochtenden per week op school en speelde een rol achter het toneel bij de musical.',
    didItLast: 'yes',
    lasted:
      'De start op het voortgezet onderwijs is met dezelfde stappen gedaan. In november bleef geen enkele dag meer leeg.',
    stop: {
      reason: 'De leerling krijgt een dagprogramma buiten school en daar is eerst rust voor nodig.',
      nextStep:
        'De leerkracht blijft wekelijks een kaart sturen. Over zes weken spreken alle partijen elkaar weer.',
    },
    handOver:
      'De vraag blijft bij dezelfde specialist. Alleen het contact met leerplicht wordt overgenomen door de schoolcontactpersoon.',
  },
  {
    key: 'pupil-return-after-long-absence',
    level: 'pupil',
    expertise: 'schoolaanwezigheid',
    ageBand: '10-11',
    urgency: 'soon',
    dagdelen: 3,
    title: 'Terug in groep 7 na een lange afwezigheid',
    need: 'Een leerling van groep 7 komt na vier maanden weer naar school, voorlopig twee uur per dag. Het werktempo en de conditie zijn nog laag. De groep heeft vragen die niemand goed durft te beantwoorden. De leerkracht twijfelt over wat in te halen en wat te laten gaan. Ouders willen dat het gewoon wordt, de leerling ook. Wij zoeken iemand die een opbouw van uren en leerstof met ons maakt.',
    triedSoFar: 'De groep stuurde filmpjes en de leerkracht gaf thuis een uur per week les. Dat ging goed.',
    triage:
      'Met voorrang, de terugkeer is al begonnen. Drie dagdelen, ook om de leerkracht gerust te stellen.',
    missing: {
      asked:
        'Wat adviseren de begeleiders van het gezin over het aantal uren en rustmomenten, en mogen wij dat weten?',
      given:
        'Ouders delen alleen dit: nu twee uur, elke twee weken een half uur erbij als het goed voelt, en altijd een plek om te liggen.',
    },
    answer:
      'Kies eerst voor erbij zijn en pas daarna voor inhalen. Laat de twee uur vallen op momenten met de groep, zoals kring, gym kijken of muziek, en niet alleen op rekenen. Vraag de leerling wat er tegen de groep gezegd mag worden en door wie. Bespreek met de groep alleen dat, en geef ruimte voor vragen over wat er nu anders is op school. Maak een lijst van leerstof in drie kolommen: nodig voor volgend jaar, komt nog terug, mag vervallen. De eerste kolom is meestal kort. Werk daaraan twintig minuten per dag met korte instructie. Zorg voor een rustplek die de leerling zonder vragen gebruikt. Verhoog de uren pas na twee goede weken en bespreek dat altijd op vrijdag met ouders en leerling.',
    decline: {
      reason:
        'De begeleiding van leerlingen die lang weg waren, wordt in uw regio door een aparte dienst gegeven die al contact heeft.',
      nextStep: 'De schoolcontactpersoon heeft de dienst gebeld. Zij komen donderdag langs op school.',
    },
    advice:
      'De commissie adviseert een opbouw van uren en een keuze in leerstof. Inhalen van alles is niet nodig en niet haalbaar.',
    arrangement: 'Toegekend: drie dagdelen en zes weken lang vier uur assistentie tijdens de uren op school.',
    evaluation:
      'De leerling is drie ochtenden en een middag op school. De rustplek wordt weinig gebruikt, het idee dat die er is helpt.',
    didItLast: 'yes',
    lasted: 'Na een half jaar ging de leerling hele dagen. De eerste kolom leerstof was op tijd klaar.',
    stop: {
      reason: 'De opbouw ging sneller dan gedacht en ouders en leerling willen geen extra begeleiding meer.',
      nextStep:
        'De leerkracht houdt de vrijdag aan voor een kort gesprek. De school belt als er een terugval komt.',
    },
    handOver:
      'De specialist is met verlof. De vervanger heeft kennisgemaakt en houdt dezelfde afspraken op vrijdag.',
  },
];
