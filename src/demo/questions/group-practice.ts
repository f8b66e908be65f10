/** Questions about a group: young children, moving, working habits, coming to school. */
import type { DemoQuestion } from './demo-question.ts';

export const groupPracticeQuestions: readonly DemoQuestion[] = [
  {
    key: 'group-independent-work',
    level: 'group',
    expertise: 'executieve_functies',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Zelfstandig werken lukt nog niet in groep 6',
    need: 'Zodra groep 6 zelfstandig gaat werken, staan er binnen vijf minuten zes kinderen bij het bureau. Zij vragen wat zij moeten doen, of het goed is, of zij naar de wc mogen. Groepjes extra uitleg worden zo steeds onderbroken. De leerkracht heeft alles al een keer uitgelegd. Wij willen dat de groep binnen twee maanden een half uur zelf kan werken.',
    triedSoFar:
      'Er is een stoplicht en er ligt een vragenkaart. Kinderen leggen de kaart neer en komen toch.',
    triage: 'Lichte route, drie dagdelen. De leerkracht staat ervoor open om gefilmd te worden.',
    answer:
      'Bouw het op als een conditietraining. Begin met zeven minuten waarin u zelf niets doet dan kijken, en vertel dat erbij. Haalt de groep het, dan komt er elke twee dagen een minuut bij. Zet voor de start de opdracht in drie korte stappen op het bord en laat twee kinderen die herhalen. Spreek af wat je doet als je vastloopt: bord lezen, maatje vragen, kaart neerleggen en doorgaan met een andere som. Loop na het werkblok altijd een vaste ronde langs alle kaarten, zodat wachten loont. Geef wie toch komt alleen een knikje naar de kaart, zonder woorden. Laat de groep zelf bijhouden hoeveel minuten het lukte. Pas als een kwartier goed gaat, begint u met een groepje aan de instructietafel.',
    decline: {
      reason:
        'Zelfstandig werken is dit jaar het onderwerp van uw eigen schoolontwikkeling, met een begeleider erbij.',
      nextStep:
        'Vraag de begeleider om in groep 6 te beginnen. De schoolcontactpersoon informeert in januari hoe het gaat.',
    },
    advice:
      'De commissie adviseert drie bezoeken met een opbouw per week. De leerkracht heeft vooral iemand nodig die meekijkt en tempo houdt.',
    arrangement: 'Toegekend: drie dagdelen in twee maanden.',
    evaluation:
      'De groep werkt tweeëntwintig minuten zonder vragen aan de leerkracht. De instructietafel is elke dag in gebruik.',
    didItLast: 'yes',
    lasted:
      'Aan het eind van het jaar was het een half uur. Na de zomer begon groep 7 weer bij tien minuten en was in drie weken terug.',
    stop: {
      reason: 'De leerkracht gaat met verlof en de vervanger werkt op een heel andere manier.',
      nextStep:
        'De vervanger krijgt de opbouw op papier. Wil zij hulp, dan hoeft de school niet opnieuw aan te vragen.',
    },
    handOver: 'De specialist krijgt een andere werkdag. Op donderdag komt voortaan een collega.',
  },
  {
    key: 'group-thirty-toddlers',
    level: 'group',
    expertise: 'jonge_kind',
    urgency: 'soon',
    dagdelen: 5,
    title: 'Instroomgroep groeit naar dertig kleuters',
    need: 'De instroomgroep is sinds januari van veertien naar zesentwintig kinderen gegaan en er komen er nog vier bij. De jongsten huilen bij het afscheid, enkele kinderen zijn nog niet zindelijk. De leerkracht en de assistent komen niet toe aan spel. Overleg tussen hen gebeurt aan het eind van de dag als iedereen op is. Wij vragen hulp bij de dagindeling, de taakverdeling en het wennen.',
    triedSoFar:
      'Nieuwe kinderen komen eerst drie ochtenden wennen. Er zijn ouders gevraagd om te helpen, maar dat gaf meer onrust.',
    triage:
      'Met voorrang. Vijf dagdelen voor de groep en een gesprek met de directeur over de groepsgrootte.',
    missing: {
      asked: 'Welke ruimtes mag de groep gebruiken, en op welke uren is de assistent er?',
      given:
        'Er is een speellokaal dat elke ochtend tot tien uur vrij is. De assistent werkt vijf ochtenden.',
    },
    answer:
      'Splits de ochtend, niet de groep. De ene helft speelt een uur in het speellokaal met de assistent, de andere helft is in de hoeken met de leerkracht, en daarna wisselt u. Zo zijn er nooit meer dan vijftien kinderen tegelijk in het lokaal. Doe het afscheid bij de deur kort, met een vast ritueel: knuffel, zwaai bij het raam, plaatje op het bord. Neem per week hooguit twee nieuwe kinderen aan, allebei op dinsdag. Kinderen die nog niet zindelijk zijn gaan op vaste momenten met een klein groepje, dat voorkomt haast. Leg met de assistent vast wie bij een huilend kind zit en wie doorgaat met de groep. Kies tien minuten overleg na de fruitpauze, terwijl kinderen buiten spelen met een collega erbij.',
    decline: {
      reason: 'Het bestuur heeft toegezegd om binnen drie weken een tweede groep te openen.',
      nextStep:
        'Gebruik tot die tijd de voorbeelddag die wij meesturen. De schoolcontactpersoon belt over drie weken.',
    },
    advice:
      'De commissie adviseert directe hulp bij de dagindeling. Ook vraagt zij het bestuur te kijken naar een maximum voor de instroom.',
    arrangement: 'Toegekend: vijf dagdelen en twintig weken lang vier uur extra assistentie.',
    evaluation:
      'De groep werkt in twee helften en het afscheid duurt korter. Beide collega’s noemen de ochtend weer te doen.',
    didItLast: 'yes',
    lasted:
      'De splitsing is gebleven, ook nu de groep kleiner is. Nieuwe kinderen beginnen nog steeds op dinsdag.',
    stop: {
      reason: 'De groep is in tweeën gedeeld met een eigen leerkracht voor elk deel.',
      nextStep: 'De nieuwe leerkracht krijgt één bezoek om de start te ondersteunen.',
    },
    handOver: 'De vraag gaat naar een specialist jonge kind die ook met de peuteropvang in het gebouw werkt.',
  },
  {
    key: 'group-moving-while-learning',
    level: 'group',
    expertise: 'motoriek',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Veel beweging nodig in een drukke combinatiegroep 1/2',
    need: 'In onze combinatiegroep 1/2 zitten opvallend veel kinderen die wiebelen, botsen en van stoelen vallen. In de gymles zien we dat rollen, springen en vangen achterblijven. De wens is meer bewegen door de dag heen, maar de leerkracht is bang dat het daarna onrustiger wordt. Wij zoeken korte bewegingsvormen die juist rust geven, en tips voor de gymles.',
    triedSoFar: 'Er is een mat waarop kinderen mogen springen. Daar ontstaat altijd ruzie.',
    triage: 'Twee dagdelen door een specialist motoriek: één in de klas, één in het speellokaal.',
    answer:
      'Kies voor zwaar en langzaam in plaats van snel en druk. Duwen tegen de muur, een doos met boeken samen tillen, kruipen als een beer of een ander kind in een deken trekken geeft rust. Doe dat drie keer per dag drie minuten, op vaste momenten voor het stil zitten. Sluit altijd af met iets op de grond: liggen en een ballonbuik maken. Leg in de gymles steeds drie oefeningen klaar die een week hetzelfde blijven: rollen van een schuine bank, springen over een lijn, vangen met een grote zachte bal. Kinderen leren van herhalen. Laat in de kring een deel van de groep op kussens zitten of staan met de rug tegen de muur. Schrijf na vier weken op wie vooruitging en wie u opvalt.',
    decline: {
      reason: 'De vakleerkracht gym van uw bestuur geeft precies deze ondersteuning in kleutergroepen.',
      nextStep:
        'De directeur vraagt haar aan voor zes weken. Zien jullie daarna nog zorgen, dan komen wij kijken.',
    },
    advice:
      'De commissie adviseert een kleine inzet van twee dagdelen. Het is praktisch en meteen te gebruiken.',
    arrangement: 'Toegekend: twee dagdelen motoriek. De set kussens is een maand te leen.',
    evaluation:
      'De groep beweegt drie keer per dag op vaste tijden. De kring duurt weer twaalf minuten zonder dat er iemand valt.',
    didItLast: 'yes',
    lasted:
      'De bewegingsmomenten zijn er nog, de kussens kocht de school zelf. In het speellokaal wordt elke week herhaald.',
    stop: {
      reason: 'De leerkracht is overgestapt naar de bovenbouw en de opvolger heeft de vraag niet.',
      nextStep: 'De beschrijving van de oefeningen blijft in de groepsmap.',
    },
    handOver:
      'De specialist motoriek heeft een volle agenda. Een collega uit een andere wijk doet de gymles.',
  },
  {
    key: 'group-combined-instruction',
    level: 'group',
    expertise: 'didactiek_coaching',
    urgency: 'normal',
    dagdelen: 4,
    title: 'Genoeg uitleg geven aan twee jaargroepen tegelijk',
    need: 'De leerkracht van combinatiegroep 5/6 heeft voor elk vak twee keer uitleg te geven. Zij komt niet toe aan de kinderen die meer nodig hebben. Vooral groep 6 werkt te lang zonder hulp. Haar rooster is vol, er is geen minuut over. Wij zoeken hulp bij het kiezen: welke lessen kunnen samen, welke korter, en wat kan helemaal weg?',
    triedSoFar:
      'De IB’er heeft voor rekenen een rooster gemaakt met blokken van een kwartier. Bij de eerste storing liep het uit.',
    triage:
      'Vier dagdelen, samen plannen en twee keer meekijken. De leerkracht houdt het al lang vol, dus graag snel contact.',
    answer:
      'Begin met de zaakvakken, muziek, gym en de helft van taal: die geeft u aan beide groepen samen, met een opdracht op twee niveaus. Zo wint u vier uur per week. Bij rekenen start groep 6 met tien minuten herhaling die geen uitleg vraagt, zodat u groep 5 kunt opstarten; daarna draait het om. Geef uitleg van tien minuten en stop dan, ook als niet iedereen het snapt: wie het nog niet heeft, komt aan de instructietafel. Plan die tafel elke dag op hetzelfde tijdstip, drie kwartier na de start. Sla in de methode de vierde les van een blok over voor wie de eerste drie goed maakte. Zet een timer, niet voor de kinderen maar voor uzelf. Evalueer elke vrijdag vijf minuten: wat liep uit?',
    decline: {
      reason:
        'De school krijgt na de vakantie een extra leerkracht die twee ochtenden met groep 6 gaat werken.',
      nextStep:
        'Kijk na vier weken of het rooster dan klopt. De schoolcontactpersoon plant daarvoor een gesprek.',
    },
    advice:
      'De commissie adviseert hulp bij keuzes in het rooster. Meer handen zijn er niet, minder lessen geven wel.',
    arrangement: 'Toegekend: vier dagdelen didactiek, waarvan twee voor het samen plannen buiten lestijd.',
    evaluation:
      'Er is vier uur per week gewonnen door vakken samen te geven. De instructietafel loopt vier van de vijf dagen.',
    didItLast: 'yes',
    lasted: 'Het rooster hield stand, ook na de toetsweken. De parallelgroep heeft het overgenomen.',
    stop: {
      reason: 'De leerkracht kiest ervoor om eerst zelf te herstellen en draagt de groep tijdelijk over.',
      nextStep: 'De vervanger krijgt het rooster. De schoolcontactpersoon houdt contact met de directeur.',
    },
    handOver:
      'De coach gaat verder als teamleider elders. De nieuwe coach heeft zelf jaren een combinatiegroep gehad.',
  },
  {
    key: 'group-coming-late',
    level: 'group',
    expertise: 'schoolaanwezigheid',
    urgency: 'normal',
    dagdelen: 2,
    title: 'Elke ochtend komen acht kinderen van groep 8 te laat',
    need: 'In groep 8 komen dagelijks zes tot acht kinderen vijf tot vijfentwintig minuten te laat. De leerkracht begint daarom later met de uitleg, zodat anderen ook wachten. Straffen en briefjes hielpen niet. Sommige kinderen brengen eerst een broertje of zusje weg. Wij willen een manier die kinderen van deze leeftijd zelf verantwoordelijk maakt en rekening houdt met thuis.',
    triedSoFar:
      'Te laat is nablijven. Daardoor zijn er meer kinderen die niet durven binnenkomen en in de gang blijven hangen.',
    triage: 'Twee dagdelen. Licht, maar vraag door bij de kinderen die broertjes en zusjes wegbrengen.',
    answer:
      'Zoek eerst uit wat er bij wie speelt: praat vijf minuten met elk van de acht, apart, met de vraag hoe hun ochtend eruitziet vanaf het opstaan. U vindt meestal drie groepen: wie iemand moet wegbrengen, wie slecht slaapt en wie gewoon treuzelt. Voor de eerste groep regelt u met ouders en de onderbouw dat de deur daar tien minuten eerder opengaat. Voor de tweede is een gesprek met thuis nodig. Voor de derde maakt u het begin van de dag de moeite waard: een voorleesboek dat om precies half negen begint, een raadsel met punten voor de hele groep. Vervang nablijven door inhalen op een zelfgekozen moment in dezelfde week. Begin zelf altijd op tijd, ook als er acht stoelen leeg zijn.',
    decline: {
      reason: 'De leerplichtambtenaar houdt dit najaar op uw school een spreekuur over te laat komen.',
      nextStep:
        'Maak gebruik van het spreekuur. Bel de schoolcontactpersoon als u een gezin zonder hulp ziet.',
    },
    advice:
      'De commissie adviseert een kort gesprek met elk kind voordat er een maatregel komt. De oorzaken verschillen en straf werkt dan niet.',
    arrangement: 'Toegekend: twee dagdelen, waarvan één om de gesprekken met kinderen samen te voeren.',
    evaluation:
      'Van gemiddeld zeven kinderen per dag ging het naar twee. Voor drie gezinnen is de deur van de onderbouw eerder open.',
    didItLast: 'yes',
    lasted: 'Het voorleesboek is een traditie. De vroege deur is nu voor de hele school geregeld.',
    stop: {
      reason:
        'De school heeft alle lestijden een kwartier verschoven, waardoor het probleem grotendeels wegviel.',
      nextStep: 'Voor twee kinderen is er contact met het wijkteam. De schoolcontactpersoon houdt dat bij.',
    },
    handOver:
      'De eerste specialist gaat met verlof, een collega voert de laatste gesprekken met de leerkracht.',
  },
  {
    key: 'group-start-of-day',
    level: 'group',
    expertise: 'executieve_functies',
    urgency: 'normal',
    dagdelen: 3,
    title: 'Groep 3 komt in de ochtend niet tot werken',
    need: 'Tussen half negen en negen uur gebeurt er in groep 3 weinig. Jassen, tassen en verhalen lopen door elkaar. Wie klaar is wacht, wie achterloopt raakt in paniek. Als de les begint zijn sommige kinderen al moe. We zoeken een start waarin kinderen weten wat zij moeten doen en ook even kunnen landen.',
    triedSoFar:
      'Er ligt elke ochtend een werkblad klaar. Dat is voor een deel te moeilijk en voor anderen in twee minuten af.',
    triage:
      'Drie dagdelen, te beginnen met een ochtend kijken. Mooie koppeling met de onderbouwleerkrachten.',
    answer:
      'Maak van binnenkomen vijf kleine stappen met foto’s van de eigen kinderen bij de deur, van jas tot stoel. Oefen die stappen zoals een dansje. Leg op elke tafel een keuze uit twee dingen die geen uitleg vragen: lezen in een boekje of een bouwsel namaken van een kaart. Speel vijftien minuten zachte muziek; als de muziek stopt, begint de kring. Gebruik die vijftien minuten om elke dag zes kinderen persoonlijk te begroeten en één om hulp te vragen. Zo ziet u wie slecht begint. Geef kinderen die met paniek binnenkomen een vaste eerste taak bij u in de buurt, zoals de planten water geven. Laat ouders op maandag en donderdag tien minuten meekomen, en op de andere dagen bij de deur afscheid nemen.',
    decline: {
      reason:
        'Deze vraag kan worden opgenomen in het werk dat de specialist jonge kind al op uw school doet.',
      nextStep: 'Zij komt vrijdag kijken bij de start. U hoeft daarvoor geen nieuwe aanvraag te doen.',
    },
    advice:
      'De commissie adviseert begeleiding van de eerste drie weken van de nieuwe start. Een gewoonte kost oefening, daarna is er geen hulp meer nodig.',
    arrangement: 'Toegekend: drie dagdelen in drie weken.',
    evaluation:
      'Alle stappen bij de deur gaan bijna vanzelf. De kring begint om kwart voor negen, dat was tien over negen.',
    didItLast: 'yes',
    lasted:
      'De muziek en de keuze aan tafel zijn er nog. De leerkracht van groep 4 is verdergegaan met dezelfde start.',
    stop: {
      reason:
        'De groep krijgt een andere plek in het gebouw met een eigen ingang, en dat verandert de hele start.',
      nextStep: 'Na de verhuizing kijkt de leerkracht twee weken en belt zij als het nodig is.',
    },
    handOver: 'De collega die vrijdags in de school is, neemt de laatste ochtend over.',
  },
];
