/** Questions about a group: how children get along and behave. */
import type { DemoQuestion } from './demo-question.ts';

export const groupBehaviourQuestions: readonly DemoQuestion[] = [
  {
    key: 'group-cliques',
    level: 'group',
    expertise: 'groepsdynamica',
    urgency: 'soon',
    dagdelen: 4,
    title: 'Groep 7 is verdeeld in kampen en de sfeer wordt grimmig',
    need: 'In groep 7 zijn sinds de herfst drie vaste clubjes ontstaan. Kinderen zuchten als zij moeten samenwerken met iemand van een ander clubje. In de les wordt gelachen om een fout antwoord en een paar kinderen zeggen niets meer. De leerkracht is ervaren, maar merkt dat gesprekken in de kring het soms erger maken. We zoeken iemand die meekijkt en samen met de leerkracht een plan voor zes weken maakt.',
    triedSoFar:
      'Er is een kringgesprek gevoerd en de tafels zijn twee keer anders gezet. De bedoelingen waren goed, maar na een week zat iedereen weer bij elkaar.',
    triage:
      'Lichte route, vier dagdelen. Snel beginnen, want de groep heeft nog meer dan een half jaar samen te gaan.',
    answer:
      'Stop even met praten over de sfeer en begin met doen. Deel zelf in, elke week andere tweetallen, met een korte taak die alleen lukt als beiden iets weten: ieder krijgt de helft van de informatie. Houd de taak op tien minuten en sluit af met één vraag: wat deed de ander dat hielp? Spreek met de groep één zin af voor als iemand een fout maakt, bijvoorbeeld: dank je, nu snap ik hem ook. Reageer op lachen altijd kort en hetzelfde, zonder discussie. Geef de kinderen met veel invloed, ieder apart, een verantwoordelijkheid waarbij zij anderen nodig hebben. Spreek elke dag met twee stille kinderen kort over iets anders dan school. Herhaal na drie weken het overzicht van wie met wie werkt. Pas als er meer vertrouwen is, heeft een kringgesprek zin.',
    decline: {
      reason: 'De school heeft net voor dezelfde groep een training ingekocht die volgende week begint.',
      nextStep: 'De schoolcontactpersoon belt na de vierde les van die training met de leerkracht.',
    },
    advice:
      'De commissie adviseert begeleiding van de leerkracht in de groep zelf. Een training voor losse kinderen zou de verdeling bevestigen.',
    arrangement:
      'Toegekend: vier dagdelen in acht weken. De groepsleerkracht krijgt voor elk nagesprek een half uur vervanging.',
    evaluation:
      'De clubjes bestaan nog, maar kinderen werken zonder zuchten met anderen. Het lachen om fouten komt bijna niet meer voor.',
    didItLast: 'yes',
    lasted: 'Ook in groep 8 wisselen de tweetallen elke week. De nieuwe leerkracht kreeg het overzicht mee.',
    stop: {
      reason: 'De leerkracht voert het plan verder zelf uit en voelt zich daar zeker over.',
      nextStep: 'De IB’er kijkt over zes weken nog eens mee en belt als de sfeer terugzakt.',
    },
    handOver:
      'De specialist is gevraagd voor een spoedvraag elders. Een collega neemt de laatste twee nagesprekken over.',
  },
  {
    key: 'group-many-teachers',
    level: 'group',
    expertise: 'gedrag',
    urgency: 'now',
    dagdelen: 6,
    title: 'Groep 4 is de rust kwijt na vier leerkrachten in een jaar',
    need: 'Groep 4 heeft dit schooljaar al vier verschillende leerkrachten gehad. Kinderen roepen door elkaar, lopen weg van hun plek en testen elke volwassene. De nieuwe leerkracht begint maandag en wil blijven. Wij willen haar vanaf de eerste dag goed steunen. Ouders zijn ongerust en vragen wat we gaan doen. Onze vraag: wat doet zij de eerste twee weken wel en vooral niet?',
    triedSoFar:
      'De onderwijsassistent bleef de vaste persoon. Er zijn steeds nieuwe regels gemaakt, door elke leerkracht andere.',
    triage:
      'Spoed, want de nieuwe leerkracht begint maandag. Zes dagdelen, waarvan drie in de eerste twee weken.',
    answer:
      'Laat de eerste twee weken alles draaien om drie dingen: begin, wissel en einde van de dag. De leerkracht staat bij de deur en begroet elk kind met naam. Op tafel ligt een taak van vijf minuten die iedereen kan. Pas daarna is er een kring, kort en altijd met dezelfde opbouw. Oefen de wissels als een spel met een klok en verbeter jullie tijd. Houd het bij twee regels en vertel er bij wat er wel kan. Zeg tien keer per dag wat goed gaat, klein en precies. Geef nog geen straf voor de hele groep. De assistent blijft op vaste momenten dezelfde dingen doen. Schrijf ouders nu een bericht van vijf zinnen: wie er is, hoe de dag begint, en wanneer zij weer iets horen. Ga niet terug naar wat er dit jaar misging.',
    decline: {
      reason: 'De begeleiding van deze leerkracht is al geregeld met de coach van het bestuur.',
      nextStep:
        'De schoolcontactpersoon legt contact met de coach en blijft de eerste maand wekelijks bellen.',
    },
    advice:
      'De commissie adviseert stevige inzet in een korte tijd. De groep heeft vooral een vaste volwassene nodig die slaagt.',
    arrangement: 'Toegekend: zes dagdelen en dertig uur extra onderwijsassistent voor de eerste zes weken.',
    evaluation:
      'De leerkracht is gebleven en de dag begint rustig. De tijd voor een wissel ging van elf naar drie minuten.',
    didItLast: 'partly',
    lasted:
      'De groep is met dezelfde leerkracht doorgegaan naar groep 5. Bij een invaller is er nog onrust, maar zij herstelt binnen een dag.',
    stop: {
      reason: 'De leerkracht meldde zich ziek en er is voorlopig geen vaste opvolger.',
      nextStep:
        'Directeur en schoolcontactpersoon zoeken deze week een vaste oplossing. De specialist komt zodra die er is.',
    },
    handOver:
      'De vraag is van de waarnemer naar de vaste specialist gedrag gegaan, zoals bij de start afgesproken.',
  },
  {
    key: 'group-transitions',
    level: 'group',
    expertise: 'gedrag',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Onrust bij wisselingen in combinatiegroep 2/3',
    need: 'Bij elke wisseling, van kring naar werken en van binnen naar buiten, verliezen wij veel tijd. Kinderen duwen bij de kapstok, vergeten wat zij gingen doen en roepen om hulp. De leerkracht schat dat er per dag meer dan een uur verloren gaat. Tijdens de les zelf is het meestal goed. We willen de wisselingen anders inrichten en zoeken iemand die een ochtend meekijkt.',
    triedSoFar:
      'De leerkracht klapt in haar handen en telt af. Dat hielp eerst, maar werkt nu alleen nog als zij boos klinkt.',
    triage: 'Drie dagdelen. Kleine heldere vraag, snel resultaat mogelijk.',
    answer:
      'Schrijf een dag lang op hoeveel minuten elke wissel duurt en kies de twee ergste. Splits zo’n wissel op: nooit de hele groep tegelijk. Laat eerst de kinderen gaan die aan een zachte vraag voldoen, zoals wie een streepje draagt, en geef de anderen in die tijd een raadsel. Teken met tape voeten bij de kapstok en een lijn bij de deur. Leg uit wat je doet als je klaar bent, met drie plaatjes op ooghoogte. Gebruik steeds hetzelfde liedje als sein; een lied duurt even lang, dus kinderen weten hoeveel tijd zij hebben. Oefen elke dag één wissel buiten het gewone moment om, als het rustig is. Noem na afloop twee dingen die sneller gingen. Na een week komt de volgende wissel aan de beurt.',
    decline: {
      reason:
        'Bij deze vraag kan de IB’er zelf goed meekijken, met de kaart die wij vorig jaar samen maakten.',
      nextStep: 'De IB’er plant een ochtend. Lukt het na vier weken niet, dan komt een specialist.',
    },
    advice:
      'De commissie adviseert een korte begeleiding ter plaatse. De lessen zijn goed, de winst zit in de tijd ertussen.',
    arrangement: 'Toegekend: drie dagdelen. Er is geen extra personeel nodig.',
    evaluation:
      'De twee langste wissels duren samen nog negen minuten, dat waren er vijfentwintig. De leerkracht hoeft haar stem niet te verheffen.',
    didItLast: 'yes',
    lasted:
      'Het lied en de voeten van tape zijn er nog. De leerkracht gebruikt dezelfde opbouw nu ook bij het opruimen.',
    stop: {
      reason: 'De groep wordt na de vakantie gesplitst, waardoor de vraag vervalt.',
      nextStep: 'De leerkracht van de nieuwe groep 2 krijgt het overzicht van wissels mee.',
    },
    handOver:
      'De specialist die meekeek, wordt opgevolgd door een collega jonge kind, omdat de vraag vooral over kleuters blijkt te gaan.',
  },
  {
    key: 'group-online-quarrels',
    level: 'group',
    expertise: 'groepsdynamica',
    urgency: 'soon',
    dagdelen: 3,
    title: 'Ruzies uit de appgroep komen elke ochtend mee groep 8 in',
    need: 'De kinderen van groep 8 hebben een eigen appgroep waar de leerkracht niet bij is. Wat daar ’s avonds gebeurt, bepaalt de ochtend: er is ruzie, er worden kinderen uitgezet en foto’s doorgestuurd. De school vindt dat het thuis gebeurt, ouders vinden dat school iets moet doen. De leerkracht is elke ochtend een half uur kwijt. We willen een aanpak waarin kinderen, ouders en school allemaal iets doen.',
    triedSoFar:
      'Er was een gastles over mediawijsheid en een brief aan ouders. Sommige ouders verboden de app; de groep ging verder in een andere.',
    triage: 'Met voorrang. Drie dagdelen: een les, een ouderavond en een nagesprek met de leerkracht.',
    missing: {
      asked: 'Zijn er beelden gedeeld waarvoor de politie of de vertrouwenspersoon nodig is?',
      given: 'Nee, het gaat om gewone foto’s met nare bijschriften. De vertrouwenspersoon is op de hoogte.',
    },
    answer:
      'Verbieden verplaatst het probleem. Laat de groep zelf afspraken maken, in drie stappen. Eerst noemt elk kind op een kaartje zonder naam iets wat het in de app leuk vindt en iets wat pijn doet. Dan maken viertallen voorstellen voor vijf afspraken: tot hoe laat, wie mag toevoegen, wat deel je nooit, hoe zeg je sorry en wie vraag je om hulp. De groep stemt en kiest twee beheerders die elke maand wisselen. Bespreek op een korte ouderavond dezelfde vijf afspraken en vraag ouders om één vast moment per week mee te lezen, samen met hun kind. Op school krijgt elke maandag tien minuten voor de vraag hoe het ging. Komt er een foto langs die niemand had mogen delen, ga dan direct naar de vertrouwenspersoon.',
    decline: {
      reason: 'Het jeugdwerk in de wijk komt hiervoor op scholen en heeft volgende maand plek.',
      nextStep: 'De schoolcontactpersoon zorgt voor het eerste contact en is bij de ouderavond aanwezig.',
    },
    advice:
      'De commissie adviseert om ouders vanaf het begin te betrekken. School en thuis wijzen nu naar elkaar en kinderen merken dat.',
    arrangement: 'Toegekend: drie dagdelen, waarvan één in de avond.',
    evaluation:
      'De groep heeft vijf eigen afspraken. De leerkracht was in de laatste twee weken één ochtend langer dan tien minuten bezig.',
    didItLast: 'yes',
    lasted:
      'De kinderen zitten op verschillende scholen voor voortgezet onderwijs. De leerkracht begon in de nieuwe groep 8 in september met dezelfde afspraken.',
    stop: {
      reason: 'Er is een melding gedaan over een ernstig voorval, die door anderen wordt onderzocht.',
      nextStep:
        'De vertrouwenspersoon en de directeur nemen het over. Voor de groep blijft de schoolcontactpersoon bereikbaar.',
    },
    handOver: 'De ouderavond wordt geleid door een collega die daar ervaring mee heeft.',
  },
  {
    key: 'group-fear-of-mistakes',
    level: 'group',
    expertise: 'sociaal_emotioneel',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Kinderen in groep 5 durven geen fouten te maken',
    need: 'In groep 5 gummen kinderen veel, leveren zij werk niet in of vragen zij bij elke som of het goed is. Bij toetsen zijn er tranen. De leerkracht zegt vaak dat fouten maken mag, maar kinderen geloven het niet. Opvallend is dat ook kinderen die goed leren dit hebben. Het doel is werken aan lef in de hele groep en niet een paar kinderen apart zetten.',
    triedSoFar:
      'Er hangt een poster over leren van fouten. De leerkracht heeft de toetsen minder zichtbaar gemaakt.',
    triage: 'Lichte route. Drie dagdelen in de groep met nabespreking.',
    answer:
      'Laat zelf zien hoe u een fout maakt en verder gaat: reken hardop, zit ernaast en vertel wat u denkt. Kies dagelijks één mooie fout van het bord, zonder naam, en onderzoek samen wat er slim aan is. Vervang de gum door een groene pen: doorstrepen mag, dan blijft de weg zichtbaar. Geef bij drie opdrachten per week geen cijfer of krul, maar één vraag terug. Beperk hulp vragen met drie blokjes per kind per ochtend; wie ze op heeft, vraagt een maatje. Maak toetsen gewoner door elke vrijdag vijf oude vragen te laten maken die niemand nakijkt. Vraag na vier weken aan kinderen om aan te geven hoe spannend werk inleveren is, op een lijn van één tot tien, en doe het daarna opnieuw.',
    decline: {
      reason:
        'De gedragswetenschapper van het bestuur begeleidt al een training over dit onderwerp op uw school.',
      nextStep: 'Vraag haar om de training ook in groep 5 te geven. Wij horen graag of dat lukt.',
    },
    advice:
      'De commissie adviseert een groepsaanpak. Het speelt bij kinderen van alle niveaus, dus aparte begeleiding past hier niet.',
    arrangement: 'Toegekend: drie dagdelen in twee maanden.',
    evaluation:
      'Op de lijn van één tot tien ging het gemiddelde van zeven naar vier. Er wordt meer ingeleverd en minder gegumd.',
    didItLast: 'yes',
    lasted:
      'De groene pen en de mooie fout van de dag zijn gebleven. Bij de toetsen in juni waren er geen tranen.',
    stop: {
      reason: 'De leerkracht gaat op reis en de duo-collega zoekt eerst haar eigen weg met de groep.',
      nextStep: 'De duo-collega krijgt het plan en kan over een maand zelf bellen.',
    },
    handOver: 'Door ziekte van de specialist voert een collega het laatste nagesprek.',
  },
  {
    key: 'group-sound',
    level: 'group',
    expertise: 'autisme_prikkelverwerking',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Te veel geluid en beweging in een volle groep 8',
    need: 'Groep 8 heeft dertig kinderen in een klein lokaal. Er is altijd geluid: stoelen, fluisteren, tikken, de gang. Meerdere kinderen klagen over hoofdpijn en kunnen zich ’s middags niet concentreren. De leerkracht zelf ook. Wij zoeken advies over de inrichting en over afspraken waar kinderen van deze leeftijd achter staan.',
    triedSoFar: 'Er zijn tien koptelefoons. Kinderen vinden die kinderachtig en gebruiken ze weinig.',
    triage: 'Twee dagdelen: een middag kijken en meten, en een gesprek met de groep erbij.',
    answer:
      'Meet samen met de kinderen. Laat twee kinderen een week lang elk uur het geluid aflezen op een gratis meter en maak er een grafiek van: dan wordt het hun onderzoek. Vraag daarna welke drie momenten het hardst zijn en wat zij willen proberen. Vaak kiezen zij voor een stil half uur na de pauze, waar iedereen zich aan houdt, ook de leerkracht. Maak van het lokaal twee zones, een kant voor overleg en een kant voor stilte, en laat kinderen zelf per taak kiezen. Haal overbodige kasten weg zodat er een looproute is die niet langs werkende kinderen gaat. Oordoppen in een eigen doosje vinden oudere kinderen prettiger dan een koptelefoon. Zet viltjes onder de stoelen en sluit de deur met een rubber.',
    decline: {
      reason: 'De school laat de akoestiek van alle lokalen deze maand door een bedrijf onderzoeken.',
      nextStep: 'Wacht de uitkomst af. Voor de afspraken met de groep belt u de schoolcontactpersoon.',
    },
    advice:
      'De commissie adviseert een korte inzet met de kinderen als onderzoekers. Zij zijn oud genoeg en het geeft draagvlak.',
    arrangement: 'Toegekend: twee dagdelen en een doos met dertig paar oordoppen.',
    evaluation:
      'Het gemiddelde geluid daalde hoorbaar en het stille half uur loopt. De klachten over hoofdpijn zijn bijna weg.',
    didItLast: 'no',
    lasted:
      'De volgende groep 8 richtte het lokaal anders in en de twee zones zijn verdwenen. Het geluid is weer zoals het was.',
    stop: {
      reason: 'De groep verhuist na de kerst naar een groter lokaal.',
      nextStep:
        'In het nieuwe lokaal richt de leerkracht het direct in met twee zones. Vragen kunnen telefonisch.',
    },
    handOver: 'Een collega die in hetzelfde gebouw werkt, neemt het gesprek met de groep over.',
  },
];
