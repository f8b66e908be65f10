/** Minutes of committee meetings of the demonstration: about the work of the committee, never about a child or a school. */

export interface DemoMinutes {
  readonly key: string;
  readonly opening: string;
  /** What was discussed and decided, one paragraph each. */
  readonly points: readonly string[];
  /** Why an item was held over, and what has to come before the next meeting; absent when nothing was. */
  readonly heldOver?: { readonly missing: string; readonly consequence: string };
  readonly closing: string;
}

export const demoMinutes: readonly DemoMinutes[] = [
  {
    key: 'minutes-first-of-the-year',
    opening:
      'De voorzitter opent de eerste vergadering van het schooljaar. Vier leden zijn aanwezig, het quorum is gehaald. Niemand heeft de besproken scholen of vragen in de afgelopen twee jaar begeleid.',
    points: [
      'De werkwijze voor dit jaar wordt doorgenomen. Vragen die een week voor de vergadering compleet zijn, komen op de agenda. De secretaris laat scholen op de dag zelf weten wat ontbreekt.',
      'Er zijn drie adviesvragen besproken. Bij twee daarvan adviseert de commissie begeleiding van de leerkracht in de groep; bij de derde wordt eerst met ouders en school gesproken.',
      'De commissie wil sneller antwoord geven op eenvoudige vragen. Schoolcontactpersonen mogen bij twijfel bellen voordat een vraag op de agenda komt.',
    ],
    closing:
      'De volgende vergadering is over drie weken. De secretaris stuurt de brieven binnen vijf schooldagen.',
  },
  {
    key: 'minutes-conflict-of-interest',
    opening:
      'Vijf leden zijn aanwezig. Eén lid heeft bij een van de agendapunten de school in het vorige schooljaar begeleid en verlaat bij dat punt de vergadering.',
    points: [
      'Het punt is behandeld door de vier overige leden. Daarmee is het quorum nog steeds gehaald, wat in het verslag is vastgelegd.',
      'De commissie adviseert de school een rustiger opbouw van de dag en begeleiding van acht weken. De redenen: er is veel te voorkomen, en extra handen alleen lossen het niet op.',
      'Twee arrangementen zijn toegekend zoals gevraagd. Bij één ervan zijn de dagdelen verlaagd, omdat de school zelf uren heeft die nog niet worden gebruikt.',
    ],
    closing:
      'Het lid is na het besluit weer aangeschoven. De vergadering sluit een kwartier eerder dan gepland.',
  },
  {
    key: 'minutes-incomplete-file',
    opening: 'De voorzitter opent de vergadering. Vier leden en de secretaris zijn aanwezig.',
    points: [
      'Drie vragen zijn compleet en worden besproken. De commissie adviseert bij één vraag een kort traject taal en lezen, bij de andere twee begeleiding van de groep.',
      'De vierde vraag kan niet worden behandeld. De commissie vindt het belangrijk dat scholen dit op tijd weten en vraagt de secretaris de controle een week te vervroegen.',
    ],
    heldOver: {
      missing:
        'Het verslag van het gesprek met ouders en de beschrijving van wat de school in de groep heeft geprobeerd ontbreken.',
      consequence:
        'De vraag komt op de volgende vergadering als beide stukken een week van tevoren binnen zijn. De schoolcontactpersoon belt de school vandaag.',
    },
    closing: 'De aangehouden vraag krijgt voorrang op de volgende agenda.',
  },
  {
    key: 'minutes-admission',
    opening:
      'Aanwezig zijn vier leden. De verklaringen van twee deskundigen over de te bespreken aanvraag zijn vooraf ontvangen en gelezen.',
    points: [
      'De commissie legt de uitkomst van één aanvraag voor toelaatbaarheid vast. In dit systeem staat alleen de verwijzing; de stukken zelf staan bij het eigen zaaknummer.',
      'De leden vinden de onderbouwing van school en ouders overtuigend. De periode loopt tot en met het volgende schooljaar, omdat de leerling dan opnieuw wordt bekeken.',
      'Afgesproken is dat de schoolcontactpersoon het gesprek met ouders voert en dat de brief de dag erna wordt verstuurd.',
    ],
    closing: 'De secretaris zet een herinnering drie maanden voor het einde van de periode.',
  },
  {
    key: 'minutes-urgent',
    opening:
      'Ingelaste vergadering vanwege een spoedvraag. Drie leden zijn aanwezig en twee leden doen op afstand mee; het quorum is gehaald.',
    points: [
      'De veiligheid in een groep vraagt direct extra handen. De commissie kent voor zes weken vijftien uur per week toe, met een vaste specialist die dezelfde week begint.',
      'Over zes weken komt de vraag terug met wat de begeleiding opleverde. Het besluit over een andere plek wordt niet voor die tijd genomen.',
    ],
    closing:
      'De schoolcontactpersoon heeft tijdens de vergadering met de school gebeld. De brief gaat vandaag nog uit.',
  },
  {
    key: 'minutes-many-similar',
    opening:
      'Alle zes leden zijn aanwezig. Er staan zeven vragen op de agenda, geordend op urgentie en op wachttijd.',
    points: [
      'De commissie ziet voor de derde keer op rij vragen over rust in jonge groepen. Zij adviseert het bestuur en de teamleider om hier een aanbod voor meerdere scholen van te maken.',
      'Vijf vragen krijgen een advies, waarvan drie op de lichte weg. De commissie vraagt waarom deze niet direct aan een specialist zijn gesteld, want dat had drie weken gescheeld.',
      'Bij één vraag is de commissie het niet eens. Zij noteert beide redeneringen en laat de school kiezen welke van de twee adviezen past.',
    ],
    heldOver: {
      missing: 'Bij de zevende vraag ontbreekt het rooster van de extra handen die de school al heeft.',
      consequence:
        'Als het rooster er binnen een week is, handelen de voorzitter en de secretaris de vraag af en melden zij dit op de volgende vergadering.',
    },
    closing:
      'De voorzitter bedankt de leden voor de lange vergadering. De volgende keer begint een half uur eerder.',
  },
  {
    key: 'minutes-extension',
    opening:
      'Vier leden zijn aanwezig. De agenda bestaat uit twee aflopende arrangementen en één nieuwe adviesvraag.',
    points: [
      'Het eerste arrangement wordt verlengd tot aan de zomervakantie. De leden zien vooruitgang op één van de twee doelen en willen de opbouw niet halverwege stoppen.',
      'Het tweede arrangement wordt niet verlengd: de doelen zijn gehaald en de leerkracht gaat zonder hulp verder. De commissie feliciteert de school.',
      'De nieuwe vraag krijgt het advies om eerst de eigen rekencoördinator in te zetten. Bij weinig resultaat na acht weken mag de school direct terugkomen.',
    ],
    closing: 'De commissie kijkt in het voorjaar terug op alle verlengingen van dit jaar.',
  },
  {
    key: 'minutes-without-quorum',
    opening:
      'Door ziekte zijn er maar twee leden. De vergadering kan daarom geen besluiten nemen en beperkt zich tot voorbereiding.',
    points: [
      'De twee leden lezen de drie complete vragen en formuleren per vraag wat zij nog willen weten.',
      'De secretaris vraagt de afwezige leden om volgende week een half uur online bij elkaar te komen, zodat de termijn van vier schoolweken wordt gehaald.',
    ],
    heldOver: {
      missing: 'Er ontbreekt niets aan de vragen zelf; de commissie was onvolledig.',
      consequence:
        'Scholen krijgen vandaag bericht dat de datum een week opschuift en dat dit niet aan hen ligt.',
    },
    closing: 'De voorzitter legt vast dat er voor elk lid een vervanger komt.',
  },
  {
    key: 'minutes-parents-voice',
    opening:
      'Vijf leden zijn aanwezig. Bij het eerste punt zijn op eigen verzoek ouders en de leerkracht een kwartier aanwezig.',
    points: [
      'De ouders vertellen wat zij thuis zien en wat zij hopen. De commissie stelt vragen en legt uit hoe zij tot een advies komt. De ouders noemen het gesprek prettig.',
      'Na hun vertrek overlegt de commissie. Zij volgt de wens om in de eigen groep te blijven en kent begeleiding toe voor een half jaar, met een terugkoppeling halverwege.',
      'De overige twee vragen worden volgens het voorstel afgehandeld.',
    ],
    closing:
      'De commissie gaat vaker ouders uitnodigen en vraagt de secretaris dat in de brief aan te bieden.',
  },
  {
    key: 'minutes-objection',
    opening:
      'Vier leden en de jurist zijn aanwezig. Op de agenda staat een bezwaar tegen een besluit van het vorige schooljaar.',
    points: [
      'De jurist legt de stappen uit. De commissie beantwoordt twee vragen over de onderbouwing en past de uitleg in de brief aan, zodat die beter te lezen is.',
      'Het besluit zelf verandert niet. De commissie erkent wel dat het gesprek met ouders te laat kwam.',
      'Om dit te voorkomen belt de schoolcontactpersoon voortaan ouders voordat de brief de deur uitgaat.',
    ],
    closing: 'De aangepaste voorbeeldbrief wordt vanaf volgende week gebruikt.',
  },
  {
    key: 'minutes-knowledge',
    opening:
      'Zes leden zijn aanwezig. De vergadering begint met een half uur over wat werkte bij vragen die het afgelopen halfjaar zijn afgerond.',
    points: [
      'Twee praktijknotities worden besproken: rust plannen in een goede ochtend, en opbouwen van zelfstandig werken. De leden nemen ze mee in hun adviezen.',
      'Er worden vier vragen behandeld. Bij drie ervan kan worden verwezen naar een bestaande notitie en een kort bezoek.',
      'De vierde vraag is nieuw voor de commissie. Zij vraagt de teamleider om een specialist die hiervoor wordt opgeleid.',
    ],
    closing: 'Elke vergadering begint voortaan met één notitie. De leden leveren om de beurt aan.',
  },
  {
    key: 'minutes-last-of-the-year',
    opening: 'Laatste vergadering voor de zomer. Vijf leden zijn aanwezig, niemand meldt een belang.',
    points: [
      'De commissie bespreekt de resterende vragen en kent twee arrangementen toe die direct na de vakantie beginnen. De scholen krijgen voor de laatste schooldag bericht.',
      'Bij de terugblik valt op dat de meeste adviezen binnen vier schoolweken klaar waren. Waar dat niet lukte, ontbrak meestal het gesprek met ouders.',
      'Voor het nieuwe jaar worden tien data vastgelegd, verdeeld over ochtenden en middagen.',
    ],
    heldOver: {
      missing: 'Bij één vraag wordt gewacht op de uitkomst van het overleg met de nieuwe school.',
      consequence:
        'De vraag staat als eerste op de agenda van september. De secretaris heeft de school en ouders ingelicht.',
    },
    closing: 'De voorzitter bedankt de vertrekkende secretaris en wenst iedereen een goede zomer.',
  },
];
