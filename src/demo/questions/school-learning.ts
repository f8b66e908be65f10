/** Questions of a whole school about learning. */
import type { DemoQuestion } from './demo-question.ts';

export const schoolLearningQuestions: readonly DemoQuestion[] = [
  {
    key: 'school-reading-approach',
    level: 'school',
    expertise: 'taal_lezen',
    urgency: 'normal',
    dagdelen: 6,
    title: 'Eén leesaanpak van groep 4 tot en met groep 8',
    need: 'In groep 3 werken we met een vaste leesaanpak, daarna doet elke leerkracht het op een eigen manier. Op de middentoetsen zien we het leestempo in groep 5 en 6 afvlakken. Kinderen kiezen vaak boeken die te makkelijk zijn en praten er niet over. We zoeken iemand die met ons één lijn kiest die voor elke leerkracht uitvoerbaar is. Ook willen we weten hoe we zwakke lezers in de bovenbouw genoeg leeskilometers laten maken.',
    triedSoFar:
      'De taalcoördinator heeft een leeslijst gemaakt en we zijn dit jaar begonnen met twintig minuten vrij lezen. Dat gebeurt nog niet in elke groep.',
    triage:
      'Gewone urgentie, schoolbrede vraag. Past bij taal en lezen; zes dagdelen verspreid over een half jaar, samen met de taalcoördinator.',
    missing: {
      asked: 'Welke leestoetsen gebruikt u, en hoeveel leestijd staat er per groep op het rooster?',
      given:
        'We gebruiken de methodeonafhankelijke toetsen in januari en juni. Op papier is de leestijd een half uur per dag, in de praktijk tussen tien minuten en een half uur.',
    },
    answer:
      'Begin met tijd en met hardop lezen. Zet in elke groep vier keer per week twintig minuten lezen op dezelfde plek in het rooster en laat niets daarvoor in de plaats komen. Laat de onderste kwart van de lezers die tijd in tweetallen hardop lezen: eerst leest de sterkste lezer een stuk voor, dan lezen zij samen, dan de ander alleen. Dat heet voor, koor, door en kost geen voorbereiding. Laat de andere kinderen wekelijks in drie zinnen aan elkaar vertellen wat er in hun boek gebeurt. Kies met het team één regel voor boekkeuze: op een bladzijde mogen hooguit vijf woorden onbekend zijn. Meet over acht weken opnieuw het tempo bij vijf kinderen per groep. Dan ziet u of de lijn werkt.',
    decline: {
      reason:
        'De school heeft voor dit doel al een leestraject bij het eigen bestuur ingekocht dat na de herfst begint. Twee trajecten naast elkaar vraagt te veel van het team.',
      nextStep:
        'Volg eerst het traject van het bestuur. Kijk in maart samen met de schoolcontactpersoon wat er nog open ligt.',
    },
    advice:
      'De commissie adviseert een traject van een half jaar voor het hele team. Zij vindt de vraag goed onderbouwd: de daling begint in elke groep op hetzelfde moment, dus het ligt aan de overgang en niet aan losse kinderen. De inzet van de taalcoördinator is een voorwaarde.',
    arrangement:
      'Toegekend: zes dagdelen begeleiding op schoolniveau. De school maakt twee uur per week vrij voor de taalcoördinator, omdat de aanpak anders niet blijft bestaan.',
    evaluation:
      'In alle groepen staat leestijd vast op het rooster en het team leest in tweetallen met de zwakste lezers. Het tempo in groep 5 steeg meer dan in de vorige twee jaren.',
    didItLast: 'yes',
    lasted:
      'De leestijd staat er nog in elke groep. Bij twee nieuwe collega’s moest de uitleg van het lezen in tweetallen opnieuw gegeven worden, dat doet de taalcoördinator nu zelf.',
    stop: {
      reason:
        'De taalcoördinator ging van school en er is nog geen opvolger, waardoor niemand de afspraken kan dragen.',
      nextStep:
        'De school wijst eerst een opvolger aan en vraagt dan opnieuw aan. Het gemaakte schema blijft beschikbaar.',
    },
    handOver:
      'De begeleiding gaat over naar een collega die ook de andere scholen van deze wijk bij lezen begeleidt.',
  },
  {
    key: 'school-automating',
    level: 'school',
    expertise: 'rekenen',
    urgency: 'normal',
    dagdelen: 5,
    title: 'Doorgaande lijn voor het automatiseren van sommen',
    need: 'Leerkrachten van groep 6 tot en met 8 zeggen dat kinderen nog op hun vingers tellen. In groep 3 en 4 denken collega’s juist dat de basis er is. We hebben geen afspraak over wat een kind aan het eind van elk jaar uit het hoofd moet kunnen. Onze vraag is hoe we dat vastleggen en hoe we het dagelijks oefenen zonder dat het saai wordt.',
    triedSoFar:
      'We hebben dit voorjaar een oefenprogramma op de tablets aangeschaft. Kinderen werken daar graag in, maar op papier zien we weinig verschil.',
    triage:
      'Past bij rekenen. Geen haast, wel een goede periode omdat de school na de kerst een studiedag heeft. Vijf dagdelen.',
    answer:
      'Maak op één bladzijde een lijst per leerjaar: eind groep 3 splitsen tot en met tien, eind groep 4 plus en min tot twintig en de tafels van twee, vijf en tien, eind groep 5 alle tafels, daarna delen en rekenen met nullen. Oefen elke dag tien minuten, altijd in dezelfde volgorde: drie minuten samen hardop, vijf minuten in tweetallen met kaartjes, twee minuten zelf op papier. De tablet is prima voor thuis of als extra, maar komt niet in plaats van het hardop oefenen. Neem elke zes weken één blad met veertig sommen af in twee minuten en laat kinderen hun eigen lijn tekenen. Wie onder de twintig blijft, krijgt drie keer per week vijf minuten extra bij de leerkracht, met de tussenstap zichtbaar in blokjes of op een rekenrek.',
    decline: {
      reason: 'Deze vraag kan de school zelf oplossen met de rekencoördinator, die hiervoor uren heeft.',
      nextStep:
        'Wij sturen een voorbeeld van een lijst per leerjaar. De rekencoördinator legt die voor aan het team.',
    },
    advice:
      'De commissie adviseert begeleiding rond de studiedag en twee keer meekijken in de groepen. Een lang traject vindt zij niet nodig, omdat de school een rekencoördinator heeft en de vraag scherp is.',
    arrangement:
      'Toegekend: vijf dagdelen, waarvan één op de studiedag. De school neemt elke zes weken zelf de korte toets af en deelt de uitkomst per groep.',
    evaluation:
      'De lijst hangt in elke groep en er wordt dagelijks geoefend. In groep 6 maakte in november een derde van de groep meer dan dertig sommen in twee minuten, nu ruim de helft.',
    didItLast: 'partly',
    lasted:
      'Het oefenen is een gewoonte geworden in de onderbouw en middenbouw. In groep 8 schoof het rond het schooladvies naar achteren en is het weer opgepakt.',
    stop: {
      reason: 'De school stapt over op een nieuwe rekenmethode met een eigen oefenlijn.',
      nextStep:
        'De rekencoördinator legt de oude lijst naast de nieuwe methode en belt ons als daar een gat in zit.',
    },
    handOver: 'De rekenspecialist gaat minder werken. Een collega neemt de laatste twee bezoeken over.',
  },
  {
    key: 'school-newcomers',
    level: 'school',
    expertise: 'nt2_nieuwkomers',
    urgency: 'soon',
    dagdelen: 8,
    title: 'Nieuwkomers opvangen op een school zonder taalklas',
    need: 'Sinds de zomer zijn er elf kinderen ingestroomd die nog geen Nederlands spreken, verdeeld over zeven groepen. De taalklas in de buurt heeft een wachtlijst. Onze leerkrachten zijn welwillend maar weten niet wat zij een kind de eerste weken kunnen laten doen. We willen een vaste manier van opvangen: eerste dag, eerste maand, eerste jaar. Ook zoeken we materiaal dat een onderwijsassistent kan gebruiken.',
    triedSoFar:
      'Een onderwijsassistent werkt drie ochtenden met een groepje aan woorden. Op andere momenten zitten de kinderen in de groep en doen zij mee met rekenen en gym.',
    triage:
      'Met voorrang, want er stromen nog kinderen in. Acht dagdelen. Ook vragen of de gemeente de wachtlijst van de taalklas kent.',
    missing: {
      asked: 'Hoe lang zijn de kinderen in Nederland, en zijn zij eerder naar school geweest?',
      given:
        'Zeven kinderen zijn korter dan een half jaar hier. Acht gingen eerder naar school in het land waar zij vandaan komen, van drie weten wij dat niet.',
    },
    answer:
      'Maak drie vaste lijnen. De eerste dag: een maatje dat het gebouw laat zien, een kaart met twaalf plaatjes voor wat een kind nodig heeft (wc, ziek, ik snap het niet, jas, eten), en een gesprek met ouders met tolk. De eerste maand: elke dag een uur in een klein groepje met dezelfde thema’s als in de groep, met spreken voor lezen. Denk aan school, kleding, eten, lichaam en gevoel. In de groep doet het kind mee met rekenen, gym, muziek en beeldende vorming, en luistert het elke dag tien minuten naar een prentenboek dat twee keer wordt voorgelezen. Het eerste jaar: drie vaste peilingen van woordenschat en een leerkracht die in korte zinnen praat, aanwijst en laat zien. Verbied de thuistaal niet: die helpt bij denken en bij troost.',
    decline: {
      reason:
        'De school krijgt hiervoor dit schooljaar begeleiding uit de regeling voor nieuwkomers van de gemeente.',
      nextStep:
        'Neem contact op met het steunpunt van de gemeente. Loopt dat vast, dan denkt de schoolcontactpersoon binnen een week mee.',
    },
    advice:
      'De commissie adviseert directe begeleiding van de school en een gezamenlijk overleg met de gemeente. De wachtlijst raakt alle scholen in de wijk; een oplossing op één school is daarom niet genoeg.',
    arrangement:
      'Toegekend: acht dagdelen tot aan de zomer en een materiaalkoffer in bruikleen. De onderwijsassistent volgt de training van twee middagen.',
    evaluation:
      'Elk nieuw kind heeft een maatje, een plaatjeskaart en een start van vier weken. Leerkrachten geven hun gevoel van houvast gemiddeld een zeven, dat was een vier.',
    didItLast: 'yes',
    lasted:
      'De drie lijnen worden gebruikt, ook bij de vier kinderen die later kwamen. De assistent begeleidt nu zelf een nieuwe collega.',
    stop: {
      reason: 'De taalklas heeft plaatsen gekregen en de meeste kinderen gaan daar na de vakantie heen.',
      nextStep:
        'De specialist maakt met de taalklas een afspraak over de overdracht en over de terugkeer naar de eigen groep.',
    },
    handOver:
      'De specialist voor nieuwkomers werkt vanaf volgende maand in een andere wijk en draagt de school over.',
  },
  {
    key: 'school-more-challenge',
    level: 'school',
    expertise: 'hoogbegaafdheid',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Beleid voor kinderen die meer uitdaging aankunnen',
    need: 'We hebben een verrijkingsgroep op vrijdag, maar daarbuiten doen kinderen die snel leren vaak hetzelfde werk als de rest, alleen meer. Het is niet duidelijk wie in de verrijkingsgroep mag en wanneer een kind er weer uit gaat. Ouders stellen er vragen over. We willen beleid op twee bladzijden dat leerkrachten echt gebruiken: signaleren, compact maken, verrijken en volgen.',
    triedSoFar:
      'Een leerkracht heeft een opleiding gevolgd en leidt de verrijkingsgroep. Er is een kast met pluswerk, daar wordt wisselend uit gewerkt.',
    triage:
      'Vier dagdelen. Eén lezing is niet genoeg; de leerkracht die de groep leidt wordt onze vaste gesprekspartner.',
    answer:
      'Houd het beleid bij vier vragen. Eén: hoe zien wij het? Laat leerkrachten twee keer per jaar per kind drie dingen bekijken: maakt het sprongen in denken, stelt het ongewone vragen, en is het werk van tevoren al bekend. Toets vooraf, niet alleen achteraf: wie de begintoets van een blok voor tachtig procent haalt, slaat de helft van de oefenstof over. Twee: wat schrappen wij? Leg per blok vast welke opgaven blijven. Drie: wat komt ervoor terug? Kies werk dat zichtbaar is en een keer per week besproken wordt, anders haakt een kind af. Vier: hoe volgen wij? Laat kinderen maandelijks opschrijven wat moeilijk was. Wie nooit iets moeilijk vindt, krijgt te makkelijk werk. De verrijkingsgroep is daarna een aanvulling en niet het hele aanbod.',
    decline: {
      reason:
        'Binnen het bestuur werkt een netwerk van specialisten dat precies dit beleid met scholen schrijft.',
      nextStep: 'De IB’er meldt de school daar aan. Wij leveren onze voorbeelden voor compact maken aan.',
    },
    advice:
      'De commissie adviseert een kort traject gericht op de gewone les. Zij ziet dat er al een verrijkingsgroep is en dat de winst zit in de andere vier dagen van de week.',
    arrangement:
      'Toegekend: vier dagdelen voor team en coördinator. Er is geen budget nodig voor materiaal, de kast is goed gevuld.',
    evaluation:
      'Het beleid past op twee bladzijden. Zes van de acht leerkrachten maken de stof compact, twee vinden dat nog lastig bij taal.',
    didItLast: 'partly',
    lasted:
      'Het vooraf toetsen is blijven bestaan. Het maandelijkse gesprek met kinderen gebeurt in de helft van de groepen.',
    stop: {
      reason: 'Het team kiest dit jaar voor één ontwikkelpunt en dat is rekenen geworden.',
      nextStep:
        'Volgend schooljaar opnieuw bespreken in de jaarplanning. Het concept van twee bladzijden ligt klaar.',
    },
    handOver:
      'Na de zwangerschap van de specialist wordt het traject door een collega voortgezet, die de eerste bijeenkomst bijwoonde.',
  },
  {
    key: 'school-small-steps',
    level: 'school',
    expertise: 'zml_leren',
    urgency: 'normal',
    dagdelen: 5,
    title: 'Passend aanbod voor kinderen die in kleine stappen leren',
    need: 'Op onze school leren negen kinderen met een eigen leerlijn voor rekenen of taal. Elke leerkracht zoekt daar zelf werk bij, vaak uit een lagere jaargroep. Kinderen van elf maken daardoor werkbladen met plaatjes voor kleuters. We willen weten welke doelen er echt toe doen voor later en hoe we die zonder apart klasje kunnen aanbieden. Ook de gesprekken met ouders over het uitstroombeeld vinden we moeilijk.',
    triedSoFar:
      'De IB’er heeft voor alle negen een plan met doelen per half jaar. Er is een map met los materiaal, die niemand bijhoudt.',
    triage:
      'Vijf dagdelen, waarvan twee om met leerkrachten plannen te herschrijven. Geen kind wordt apart besproken.',
    answer:
      'Kies minder doelen en kies ze vanuit later. Vraag bij elk doel: wat kan dit kind er over vijf jaar mee in de winkel, in de bus of op het werk? Klokkijken, geld, lezen van korte instructies en samenwerken gaan voor cijferen en werkwoordspelling. Laat het kind bij de opening en de afsluiting van de les altijd meedoen met een eigen vraag over hetzelfde onderwerp, en werk daartussen twintig minuten aan het eigen doel. Gebruik foto’s en echte spullen in plaats van werkbladen voor jongere kinderen. Schrijf per kind drie doelen op één kaart, met een voorbeeld van wat goed is, en bespreek die kaart elke zes weken. Neem ouders ieder half jaar mee met filmpjes waarop te zien is wat al lukt: dan gaat een gesprek over de toekomst over kansen.',
    decline: {
      reason: 'De vraag gaat vooral over materiaal, en dat kan de school lenen zonder begeleiding.',
      nextStep:
        'Maak een afspraak met ons materiaalpunt. Blijft de vraag over doelen open, vraag dan opnieuw aan met twee voorbeelden van plannen.',
    },
    advice:
      'De commissie adviseert het herschrijven van de plannen samen met de leerkrachten. Plannen die door de IB’er alleen worden gemaakt, komen volgens haar niet in de les terecht.',
    arrangement:
      'Toegekend: vijf dagdelen en de leskoffer geld en tijd voor een half jaar, omdat concreet materiaal op school ontbreekt.',
    evaluation:
      'Alle plannen passen op een kaart met drie doelen. Leerkrachten zoeken minder en de negen kinderen doen mee bij het begin en eind van elke les.',
    didItLast: 'yes',
    lasted:
      'De kaarten worden nog gebruikt. Bij de overgang naar een andere leerkracht is de kaart het eerste dat wordt besproken.',
    stop: {
      reason:
        'De school gaat samen met een school verderop verder en wil daar eerst de nieuwe groepen voor inrichten.',
      nextStep:
        'Twee maanden na de samenvoeging belt de schoolcontactpersoon om de vraag opnieuw te bekijken.',
    },
    handOver:
      'De collega die deze werkwijze heeft ontwikkeld, is weer beschikbaar en neemt het over met een gezamenlijk bezoek.',
  },
  {
    key: 'school-lesson-quality',
    level: 'school',
    expertise: 'didactiek_coaching',
    urgency: 'normal',
    dagdelen: 8,
    title: 'Samen kijken naar goede uitleg in de les',
    need: 'Uit de laatste schoolbezoeken kwam dat de uitleg in onze groepen sterk verschilt. Sommige lessen beginnen met een duidelijk doel en veel meedoen, in andere lessen luisteren kinderen lang. We willen elkaar vaker bezoeken, maar durven dat nog niet goed. We zoeken hulp om een korte kijklijst te maken en om de eerste bezoeken veilig te begeleiden.',
    triedSoFar:
      'Vorig jaar bezochten we elkaar een keer. Er was geen afspraak over wat we zouden terugzeggen en daarna viel het stil.',
    triage:
      'Acht dagdelen over een heel schooljaar, met een vaste coach. De directeur doet zelf mee, dat is een goed teken.',
    missing: {
      asked: 'Hebt u tijd om leerkrachten vrij te roosteren voor het bezoeken van elkaar?',
      given: 'Ja, de directeur en de IB’er vangen om beurten een uur een groep op, twee keer per maand.',
    },
    answer:
      'Begin met drie dingen die iedereen kan zien en tel ze, zonder oordeel. Bijvoorbeeld: hoe vaak is het lesdoel hoorbaar of zichtbaar, hoeveel kinderen geven in tien minuten een antwoord, en hoeveel minuten duurt het voordat kinderen zelf aan het werk zijn. Laat de leerkracht die bezocht wordt zelf kiezen waar de bezoeker op let. Spreek af dat het bezoek twintig minuten duurt en het gesprek tien, met twee vaste zinnen: dit zag ik, en hierover wil ik doordenken. Laat de directeur als eerste bezoek ontvangen. Bewaar geen papieren en maak geen lijst van leerkrachten. Bespreek na zes weken met het hele team één ding dat jullie allemaal willen proberen, bijvoorbeeld wisbordjes bij elke uitleg.',
    decline: {
      reason:
        'Het team heeft net een andere coach voor deze lessen, betaald door het bestuur. Twee coaches met elk een eigen kijklijst werkt verwarrend.',
      nextStep:
        'Rond dit traject af. De schoolcontactpersoon komt in het voorjaar luisteren wat er nog nodig is.',
    },
    advice:
      'De commissie adviseert een schooljaar coaching in kleine stappen. Dat het eerder stilviel, lag aan onduidelijke afspraken. Die vragen dus tijd en een vaste begeleider.',
    arrangement:
      'Toegekend: acht dagdelen, gekoppeld aan twee uur lesbezoek per maand dat de school zelf vrij roostert.',
    evaluation:
      'Iedereen is ten minste drie keer bezocht en heeft drie keer zelf gekeken. In de lessen geven nu twee keer zoveel kinderen een antwoord tijdens de uitleg.',
    didItLast: 'yes',
    lasted:
      'De bezoeken gaan door, nu zonder coach. In een drukke periode is een maand overgeslagen en daarna weer begonnen.',
    stop: {
      reason: 'Het vrij roosteren lukt niet meer door langdurige ziekte van twee collega’s.',
      nextStep: 'Zodra er vervanging is, hervatten we met de vier groepen die het eerst aan de beurt waren.',
    },
    handOver:
      'De coach stapt over naar een andere rol. De nieuwe coach heeft al bij twee bezoeken meegelopen.',
  },
];
