/** Questions of a whole school about being there together. */
import type { DemoQuestion } from './demo-question.ts';

export const schoolLifeQuestions: readonly DemoQuestion[] = [
  {
    key: 'school-attendance-policy',
    level: 'school',
    expertise: 'schoolaanwezigheid',
    urgency: 'soon',
    dagdelen: 4,
    title: 'Eerder zien dat kinderen vaker thuis blijven',
    need: 'Wij merken pas laat dat een kind steeds een losse dag mist. De administratie telt, maar niemand kijkt er in samenhang naar. Soms is het al een half jaar aan de gang voor er een gesprek met ouders is. Wij willen een werkwijze waarin duidelijk is wie wanneer belt en wat we dan vragen, zonder dat ouders zich beschuldigd voelen.',
    triedSoFar:
      'De leerkracht belt bij drie dagen ziek. Dat gebeurt niet bij losse dagen en te laat komen wordt alleen genoteerd.',
    triage:
      'Met voorrang, omdat de school nu vier kinderen ziet wegzakken. Vier dagdelen en een voorbeeld van een andere school meenemen.',
    answer:
      'Kijk elke twee weken tien minuten met IB’er en administratie naar één overzicht: alle gemiste dagdelen, ziek of niet, en te laat komen. Spreek drie drempels af. Bij vijf dagdelen in zes weken vraagt de leerkracht bij het hek hoe het gaat. Bij tien belt de IB’er met ouders en vraagt: wat maakt een schooldag moeilijk, wat helpt, en wat kunnen wij maandag anders doen? Bij zestien komt er een gesprek op school met het kind erbij en een plan van één bladzijde. Noem het geen verzuimgesprek maar een gesprek over aanwezig zijn. Laat ouders altijd weten dat het kind gemist is: een berichtje van de groep op de eerste dag werkt beter dan een brief in de derde week. Noteer wat hielp, dan hoeft niemand opnieuw te beginnen.',
    decline: {
      reason:
        'De schoolcontactpersoon kan deze werkwijze zelf met u maken, daar is geen specialist voor nodig.',
      nextStep:
        'U krijgt deze week een afspraak met de schoolcontactpersoon en het voorbeeld met de drie drempels.',
    },
    advice:
      'De commissie adviseert een werkwijze met drie drempels en daarna twee keer meedenken over de eerste gesprekken. Snel handelen weegt hier zwaarder dan een uitgebreid plan.',
    arrangement:
      'Toegekend: vier dagdelen binnen twee maanden, zodat de werkwijze er ligt voor de maanden met de meeste ziekmeldingen.',
    evaluation:
      'De drempels zijn bekend en worden nagekomen. Het eerste gesprek is nu gemiddeld na drie weken in plaats van na vijf maanden.',
    didItLast: 'partly',
    lasted: 'Het overzicht wordt elke twee weken bekeken. Van de vier kinderen gaan er drie weer alle dagen.',
    stop: {
      reason: 'De leerplichtambtenaar start in dezelfde wijk een werkgroep waar de school in meedoet.',
      nextStep: 'De werkwijze van de school wordt daar ingebracht. De specialist sluit één keer aan.',
    },
    handOver:
      'Wegens ouderschapsverlof gaat de vraag over naar een collega die dezelfde werkwijze op twee scholen begeleidde.',
  },
  {
    key: 'school-playground-rules',
    level: 'school',
    expertise: 'gedrag',
    urgency: 'normal',
    dagdelen: 5,
    title: 'Dezelfde aanpak bij ruzies op het plein en in de gang',
    need: 'Kinderen krijgen van elke volwassene een andere reactie op hetzelfde gedrag. De een stuurt naar binnen, de ander praat het uit, een derde zegt er niets van. Overblijfkrachten voelen zich niet gesteund. Wij hebben een protocol, maar dat gaat over ernstige voorvallen en niet over gewone ruzies. Onze vraag is hoe wij met het hele team en de overblijf tot drie heldere afspraken komen.',
    triedSoFar:
      'In september hebben we pleinregels opgehangen met de kinderen samen. Na enkele weken keek niemand er meer naar.',
    triage:
      'Vijf dagdelen, verdeeld over een studiedag, twee pauzebezoeken en een avond met de overblijfkrachten.',
    answer:
      'Vervang de lijst met regels door drie woorden die kinderen kunnen herhalen, bijvoorbeeld: veilig, samen, zorgen voor. Doe elk woord voor op de plek zelf: op het plein, in de gang, bij de kapstok. Oefen dat twee weken lang dagelijks vijf minuten, zoals u een som oefent. Spreek een vaste volgorde af voor volwassenen: eerst zeggen wat u wél wilt zien, dan een keuze geven, dan met het kind naar een rustige plek. Praten over wat er gebeurde komt later, als iedereen rustig is. Geef overblijfkrachten dezelfde kaart en laat hen de eerste week met een leerkracht samen op het plein staan. Tel vier weken het aantal keren dat een kind naar binnen moet en laat het getal aan de kinderen zien.',
    decline: {
      reason:
        'De overblijf wordt door een andere organisatie verzorgd, die deze scholing zelf in haar aanbod heeft.',
      nextStep: 'Vraag de scholing daar aan. Voor de afspraken in het team helpt de schoolcontactpersoon.',
    },
    advice:
      'De commissie adviseert begeleiding van team en overblijf samen. Afspraken die alleen voor leerkrachten gelden, lossen de pauze niet op.',
    arrangement:
      'Toegekend: vijf dagdelen. De school betaalt zelf de uren van de overblijfkrachten op de scholingsavond.',
    evaluation:
      'Het aantal keren dat een kind naar binnen moest, daalde van gemiddeld negen naar vier per week. De overblijfkrachten gebruiken dezelfde woorden als de leerkrachten.',
    didItLast: 'yes',
    lasted:
      'De drie woorden zijn gebleven en horen bij de start van elk schooljaar. Nieuwe overblijfkrachten lopen eerst een week mee.',
    stop: {
      reason: 'Het plein wordt verbouwd en de pauzes zijn tijdelijk in het park.',
      nextStep: 'Als het nieuwe plein klaar is, plannen we twee bezoeken om de afspraken daar te oefenen.',
    },
    handOver:
      'De specialist heeft te veel lopende vragen. Een collega met ruimte neemt vanaf de studiedag over.',
  },
  {
    key: 'school-kindergarten-to-three',
    level: 'school',
    expertise: 'jonge_kind',
    urgency: 'normal',
    dagdelen: 6,
    title: 'Soepele overgang van de kleuters naar groep 3',
    need: 'Ieder jaar zien wij in oktober in groep 3 kinderen die moe, druk of verdrietig zijn. De dag is ineens heel anders dan in groep 2: stil zitten, werkbladen, minder buiten. Leerkrachten van groep 2 en 3 hebben verschillende beelden van wat een kind moet kunnen. We willen de overgang spreiden en meer spelend leren in groep 3, zonder dat het lezen eronder lijdt.',
    triedSoFar:
      'Kinderen van groep 2 komen in juni een ochtend kijken. Er is ook een hoek met blokken in groep 3, die in de praktijk leeg blijft.',
    triage: 'Gewone urgentie. Zes dagdelen, te beginnen in het voorjaar zodat het in september werkt.',
    answer:
      'Laat de leerkrachten van groep 2 en 3 eerst een ochtend in elkaars groep staan en samen drie dingen kiezen die hetzelfde blijven: het dagritme met plaatjes, de kring en de manier van hulp vragen. Geef in groep 3 tot aan de kerst elke ochtend een blok van vijftig minuten met hoeken die bij de letters en sommen van die week horen: een winkel met prijskaartjes, een postkantoor, een bouwplaats met meetlinten. Geef intussen instructie aan kleine groepjes van zes. Ga elke dag twee keer naar buiten. De leesontwikkeling lijdt daar niet onder zolang elk kind dagelijks twintig minuten gerichte letteroefening krijgt. Volg bij acht kinderen hoelang zij betrokken spelen, en gebruik dat in plaats van een lijst met wat zij nog niet kunnen.',
    decline: {
      reason: 'De school heeft een eigen specialist jonge kind met uren voor deze ontwikkeling.',
      nextStep: 'De eigen specialist kan meedoen in ons netwerk, dat vier keer per jaar bij elkaar komt.',
    },
    advice:
      'De commissie adviseert een traject over de zomer heen. Een begin in september komt te laat voor de groep die dan overgaat.',
    arrangement:
      'Toegekend: zes dagdelen, vier voor de zomer en twee erna, omdat de eerste weken van groep 3 de meeste steun vragen.',
    evaluation:
      'De start van groep 3 verliep rustiger dan andere jaren. In oktober speelden zeven van de acht gevolgde kinderen langer dan een kwartier achter elkaar.',
    didItLast: 'yes',
    lasted:
      'De hoeken zijn er nog en veranderen met het thema. De leesresultaten in januari waren gelijk aan die van eerdere jaren.',
    stop: {
      reason:
        'De leerkracht van groep 3 valt voor lange tijd uit en de vervanger wil eerst de groep leren kennen.',
      nextStep: 'Na de herfstvakantie kijken IB’er en specialist of het plan past bij de nieuwe leerkracht.',
    },
    handOver: 'Een collega die vaker in deze wijk is, neemt de bezoeken na de zomer over.',
  },
  {
    key: 'school-golden-weeks',
    level: 'school',
    expertise: 'groepsdynamica',
    urgency: 'normal',
    dagdelen: 4,
    title: 'De eerste zes weken van het jaar schoolbreed inzetten',
    need: 'Ieder jaar loopt het in twee of drie groepen na de herfst mis, en dan vragen wij hulp. We willen voor één keer eerder zijn. De eerste weken van het schooljaar doet iedereen aan kennismaken, maar vaak alleen de eerste drie dagen. We zoeken een programma van zes weken met een opbouw per week, dat past naast de lessen en in elke groep herkenbaar is.',
    triedSoFar:
      'Er is een boek met energizers in de teamkamer. Leerkrachten gebruiken daar losse spelletjes uit.',
    triage:
      'Mooie vraag om te voorkomen. Vier dagdelen, twee voor de zomervakantie. Ook interessant voor buurscholen.',
    answer:
      'Deel de zes weken in drieën. Week een en twee: elkaar leren kennen. Elke dag begint met tien minuten waarin kinderen in steeds andere tweetallen een vraag beantwoorden, en u leert zelf van elk kind iets dat niet met leren te maken heeft. Week drie en vier: regels en rollen. De groep maakt drie afspraken in gewone woorden, oefent wat je doet als het misgaat, en elk kind krijgt een taak waarvan de groep het merkt als die niet gebeurt. Week vijf en zes: samen iets presteren, zoals een toneelstuk of een markt, met groepjes die u zelf indeelt. Maak in week twee en week zes een eenvoudig overzicht van wie met wie werkt en kijk wie ontbreekt. Begin na iedere vakantie opnieuw met één week.',
    decline: {
      reason:
        'Er is voor dit onderwerp al een open training in augustus waar de school met vier collega’s aan kan meedoen.',
      nextStep: 'Meld u aan voor de training. De schoolcontactpersoon komt in week zes op bezoek.',
    },
    advice:
      'De commissie adviseert deze inzet omdat voorkomen minder kost dan herstellen in november. Zij vraagt om de ervaringen te delen.',
    arrangement:
      'Toegekend: vier dagdelen. In ruil daarvoor deelt de school het programma met twee scholen uit de wijk.',
    evaluation:
      'In alle groepen werd zes weken lang dagelijks gewerkt aan de groep. Na de herfst kwam er één hulpvraag, vorig jaar waren dat er drie.',
    didItLast: 'yes',
    lasted:
      'De school heeft het programma in de jaarplanning gezet en begint na iedere vakantie met een korte opfrisweek.',
    stop: {
      reason: 'De school kon voor de zomer geen moment vinden met het hele team.',
      nextStep: 'In april wordt een datum voor het volgende jaar vastgelegd.',
    },
    handOver:
      'Twee specialisten wisselen van wijk. De nieuwe specialist maakte eerder een vergelijkbaar programma.',
  },
  {
    key: 'school-quiet-building',
    level: 'school',
    expertise: 'autisme_prikkelverwerking',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Een rustiger gebouw voor kinderen die snel overprikkeld zijn',
    need: 'Ons gebouw heeft open gangen en een aula waar elk geluid doorklinkt. In vier groepen zitten kinderen die daar zichtbaar last van hebben: handen over de oren, wegkruipen, uitvallen na de pauze. Wij willen een ronde door het gebouw met iemand die ziet wat wij niet meer zien. Daarna willen wij weten wat met weinig geld kan en wat we het bestuur moeten vragen.',
    triedSoFar:
      'Er zijn koptelefoons aangeschaft en één berging is een stilteplek geworden. Die plek is er niet altijd als het nodig is.',
    triage:
      'Drie dagdelen is genoeg: rondgang, terugkoppeling, een keer terugkomen. Vraag na of de afspraken over de verbouwing vastliggen.',
    answer:
      'Loop zelf een dag mee op de hoogte van een kind en schrijf per uur op wat u hoort, ziet en ruikt. Meestal zitten de grootste winsten in tijd en route en niet in spullen. Laat groepen niet tegelijk wisselen maar met vijf minuten verschil, en geef ze een vaste looproute. Haal per lokaal de muur achter het bord leeg en hang werk van kinderen aan de zijkant. Zet viltjes onder alle stoelen en een mat bij de kapstok. Maak per twee lokalen één rustplek met een zandloper en drie afspraken: je mag erheen zonder vragen, je blijft tien minuten, je doet er iets rustigs. Een kind dat zelf weg mag gaan, loopt minder vast. Vraag het bestuur pas daarna om geluidsplaten in de aula, met uw metingen erbij.',
    decline: {
      reason: 'Het gebouw wordt volgend jaar verbouwd en het bestuur heeft daarvoor al een adviseur geluid.',
      nextStep:
        'Geef de adviseur de lijst van uw vier groepen mee. Voor de rustplekken kunt u bij ons een voorbeeld opvragen.',
    },
    advice:
      'De commissie adviseert een korte inzet gericht op looproutes, tijden en rustplekken. Dat is snel uitvoerbaar en niet afhankelijk van de verbouwing.',
    arrangement: 'Toegekend: drie dagdelen en de geluidsmeter in bruikleen voor een maand.',
    evaluation:
      'De groepen wisselen op andere tijden en er zijn vier rustplekken. Het uitvallen na de pauze is in drie van de vier groepen duidelijk minder.',
    didItLast: 'partly',
    lasted:
      'De routes en tijden zijn gebleven. Een van de rustplekken is opslag geworden en wordt weer leeggehaald.',
    stop: {
      reason:
        'De verbouwing begint eerder dan gepland, waardoor de groepen tijdelijk in een ander gebouw zitten.',
      nextStep: 'De rondgang wordt herhaald in het vernieuwde gebouw, voordat de muren worden ingericht.',
    },
    handOver: 'De vraag gaat naar een collega die ook scholen bij verbouwingen adviseert.',
  },
  {
    key: 'school-listening-to-children',
    level: 'school',
    expertise: 'sociaal_emotioneel',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Van vragenlijst over veiligheid naar gesprekken met kinderen',
    need: 'Elk jaar vullen de kinderen van groep 6 tot en met 8 een vragenlijst over veiligheid in. De uitslag is gemiddeld goed, terwijl wij in de gangen iets anders horen. Kinderen zeggen dat er nooit iets met de lijst gebeurt. Wij willen leren hoe we met kinderen in gesprek gaan over de uitkomst en samen één ding verbeteren. De leerlingenraad bestaat, maar gaat nu vooral over speeltoestellen.',
    triedSoFar:
      'De uitslag is besproken in het team en met de ouderraad. Met de kinderen zelf is er niet over gesproken.',
    triage: 'Vier dagdelen. De specialist oefent twee gesprekken voor en daarna doen leerkrachten het zelf.',
    missing: {
      asked: 'Wie begeleidt de leerlingenraad, en is daar tijd voor onder schooltijd?',
      given: 'De leerkracht van groep 7 begeleidt de raad. Er is elke vier weken een uur voor.',
    },
    answer:
      'Ga binnen drie weken na de lijst terug naar de kinderen, met twee getallen en één vraag: dit is wat jullie zeggen, klopt dat, en waar merk je het? Doe dat in groepjes van zes, niet met de hele groep, want dan praten dezelfde vijf. Geef eerst iedereen een plattegrond van de school en laat groene en rode stippen plakken: waar voel je je goed, waar niet. Dan hoeft niemand namen te noemen. Laat de groepjes samen één plek of moment kiezen en drie ideeën bedenken. De leerlingenraad kiest er één uit die binnen vier weken kan. Vertel daarna aan alle kinderen wat er is veranderd en waarom iets niet kan. Herhaal de plattegrond in het voorjaar en hang de twee naast elkaar.',
    decline: {
      reason: 'De aanpak is goed beschreven in de handleiding bij de vragenlijst die u al gebruikt.',
      nextStep:
        'Volg de stappen voor het kindgesprek uit die handleiding. Bel ons als de uitkomst u zorgen geeft.',
    },
    advice:
      'De commissie adviseert begeleiding bij de eerste ronde gesprekken. De school heeft tijd en mensen, en mist vooral ervaring met zulke gesprekken.',
    arrangement: 'Toegekend: vier dagdelen voor groep 6 tot en met 8 en de leerlingenraad samen.',
    evaluation:
      'Er zijn in alle bovenbouwgroepen gesprekken gevoerd. De kinderen kozen de fietsenstalling; daar staat nu iemand aan het eind van de dag.',
    didItLast: 'yes',
    lasted:
      'In het voorjaar waren de rode stippen bij de stalling verdwenen. De raad koos daarna zelf een nieuw onderwerp.',
    stop: {
      reason: 'Door een ernstig voorval in de buurt heeft de school andere hulp nodig dan deze gesprekken.',
      nextStep:
        'De schoolcontactpersoon organiseert eerst die hulp. De gesprekken met de kinderen komen daarna weer op de agenda.',
    },
    handOver:
      'De specialist is langere tijd afwezig. Een collega voert de laatste gesprekken en kent de school.',
  },
];
