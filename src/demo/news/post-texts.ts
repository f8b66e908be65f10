/** What the demonstration's posts say. Invented, as everything here. */
import type { Language } from '../../news/index.ts';

interface Words {
  readonly title: string;
  readonly lead?: string;
  readonly body: string;
}

interface Said {
  readonly reason: string;
  readonly body: string;
}

/** The first of the two long ones: it announces, and weeks later an update takes away what was misunderstood. */
export const talks: Words & { readonly update: Said } = {
  title: 'In het voorjaar vragen wij elke school wat beter kan',
  lead: 'Onze schoolcontactpersonen maken de komende maanden tijd voor een gesprek over wat goed loopt en wat knelt.',
  body: `De besturen hebben ons gevraagd om vaker te bespreken wat wij op scholen zien. Dat doen wij graag, want wie vroeg over iets praat, hoeft later minder te herstellen.

## Waar gaat het over?

- wat er goed gaat en wat anderen daarvan kunnen leren
- waar leerlingen last van hebben, ook als dat aan ons ligt
- wat er nodig is om het op te lossen

De schoolcontactpersoon van uw school neemt hiervoor binnekort contact met u op. Hebt u zelf iets te bespreken? Dan hoeft u daar niet op te wachten.`,
  update: {
    reason: 'Er waren vragen over wie het gesprek begint',
    body: `Uit de eerste reacties merkten wij dat ons bericht anders gelezen werd dan het bedoeld was. Daarom zeggen wij het nog eens precies.

**Niemand komt op school zoeken naar wat er mis is.** Er worden ook geen afspraken gemaakt met dat doel. Is er een zorg? Dan hoort de directeur van de school die als eerste. Pas als het op school niet lukt, en de directeur zijn kant van het verhaal heeft kunnen geven, komt het bestuur in beeld.

Hoe dat gaat, staat stap voor stap bij [onze werkwijze](/zorgen/werkwijze).`,
  },
};

export const talksIn: Readonly<Record<'en' | 'ar', Words & { readonly update: Said }>> = {
  en: {
    title: 'This spring we ask every school what could be better',
    lead: 'Our school contacts make time for a talk about what goes well and what does not.',
    body: `The school boards asked us to talk more often about what we see in schools. We are glad to: whoever speaks early has less to repair later.

## What is it about?

- what goes well, and what others can learn from it
- what bothers pupils, also when it is because of us
- what is needed to solve it

The contact person of your school will be in touch with you.`,
    update: {
      reason: 'There were questions about who begins the talk',
      body: `Nobody comes to your school to look for what is wrong. If there is a concern, the head of the school hears it first. Only when it cannot be solved at school does the board hear of it.`,
    },
  },
  ar: {
    title: 'في الربيع نسأل كل مدرسة عما يمكن تحسينه',
    lead: 'يخصص المسؤولون عن التواصل مع المدارس وقتا للحديث عما يسير جيدا وما يحتاج إلى تحسين.',
    body: `طلبت منا إدارات المدارس أن نتحدث أكثر عما نراه في المدارس. يسعدنا ذلك، فمن يتحدث مبكرا يصلح أقل لاحقا.

## عن ماذا نتحدث؟

- ما يسير جيدا وما يمكن أن يتعلمه الآخرون
- ما يزعج التلاميذ، حتى لو كان بسببنا
- ما نحتاجه لحل المشكلة

سيتصل بكم المسؤول عن مدرستكم.`,
    update: {
      reason: 'كانت هناك أسئلة حول من يبدأ الحديث',
      body: 'لا يأتي أحد إلى المدرسة للبحث عن الأخطاء. إذا كان هناك قلق، فمدير المدرسة هو أول من يسمع به.',
    },
  },
};

/** The sentence of the second long one that binds. */
export const promisedSentence =
  'Voor de voorjaarsvakantie laten wij alle scholen en ouders weten wat er voor hen verandert.';

/** The second: why specialists work in one team from now on, with a team lead, pilots and a promise. */
export const oneTeam: Words = {
  title: 'Alle ondersteuningsspecialisten werken voortaan in één team',
  lead: 'Sinds dit schooljaar vormen zij samen één team, met een eigen teamleider en vaste scholen.',
  body: `Tot nu toe werkten specialisten vanuit verschillende organisaties. Wie hulp zocht, moest weten bij wie. Dat was niet handig voor scholen en niet voor kinderen.

## Wat wordt er anders?

1. Een vraag van een school gaat langs minder mensen.
2. Een specialist blijft langer op dezelfde school en kent de kinderen en het team.
3. Wij houden samen bij wat hulp oplevert, zodat wij ervan leren.

| | vroeger | nu |
|---|---|---|
| Wie stuurt aan? | de eigen organisatie | één teamleider |
| Hoe lang op een school? | per vraag | een half jaar of langer |
| Wie weet wat het opleverde? | soms de school | school en team samen |

## Hoe gaat het verder?

Op enkele scholen proberen wij de nieuwe manier van werken al uit. Met de specialisten zelf praten wij over de inhoud van hun werk; hun functieprofiel wordt nog geschreven. ${promisedSentence}`,
};

export const oneTeamIn: Readonly<Record<'en' | 'ar', Words>> = {
  en: {
    title: 'All support specialists now work in one team',
    lead: 'Since this school year they form one team with its own team lead and regular schools.',
    body: 'Until now specialists worked for several organisations. From now on a question of a school passes fewer people, and a specialist stays longer at the same school.',
  },
  ar: {
    title: 'جميع مختصي الدعم يعملون الآن في فريق واحد',
    lead: 'منذ هذا العام الدراسي يشكلون فريقا واحدا مع قائد فريق ومدارس ثابتة.',
    body: 'حتى الآن كان المختصون يعملون في منظمات مختلفة. من الآن فصاعدا يمر سؤال المدرسة على عدد أقل من الناس، ويبقى المختص مدة أطول في المدرسة نفسها.',
  },
};

interface Short extends Words {
  /** Days before today; below nought: planned so many days ahead; undefined: a draft. */
  readonly ago?: number;
  readonly audiences: ('public' | 'parents' | 'schools' | 'professionals' | 'boards')[];
  readonly topics: string[];
  /** Codes of areas. */
  readonly areas?: string[];
  readonly update?: Said & { readonly after: number };
  readonly withdrawn?: string;
  readonly translations?: readonly (Words & { readonly language: Language })[];
}

/** Names of the topics, in their order; each post names them by its code. */
export const topics = [
  'Schoolbezoek',
  'Team en mensen',
  'Ouders',
  'Regels en aanvragen',
  'Bijeenkomsten',
] as const;

/** A year of shorter ones. */
export const shorts: readonly Short[] = [
  {
    title: 'Wie helpt er op onze school? Zo zoekt u het op',
    lead: 'Op de pagina van elke school staat wie u kunt bellen.',
    body: `Hebt u een vraag over hulp op school? Begin bij de leerkracht of de intern begeleider van uw kind.

Wilt u weten wie van het samenwerkingsverband bij de school hoort? Zoek dan de school op bij [alle scholen](/scholen). Daar staan de contactpersoon en de specialisten, met een telefoonnummer.`,
    ago: 300,
    audiences: ['parents', 'public'],
    topics: ['ouders'],
    translations: [
      {
        language: 'en',
        title: 'Who helps at our school? How to find out',
        lead: 'The page of each school says whom you can call.',
        body: 'Do you have a question about support at school? Begin with the teacher. Look up the school at [all schools](/scholen) to see who else can help.',
      },
      {
        language: 'ar',
        title: 'من يساعد في مدرستنا؟ هكذا تجد الجواب',
        lead: 'في صفحة كل مدرسة تجد من يمكنك الاتصال به.',
        body: 'هل لديك سؤال عن المساعدة في المدرسة؟ ابدأ بالمعلم. ابحث عن المدرسة في [جميع المدارس](/scholen) لترى من يمكنه المساعدة أيضا.',
      },
    ],
  },
  {
    title: 'Nieuwe uiterste dag voor stukken van de commissie',
    body: 'Voor een vraag aan de commissie leveren scholen de stukken voortaan **acht dagen** van tevoren aan. Dan kan iedereen ze rustig lezen.',
    ago: 210,
    audiences: ['schools', 'professionals'],
    topics: ['regels-en-aanvragen'],
    update: {
      after: 20,
      reason: 'Op verzoek van scholen',
      body: 'Voor de vergadering na een vakantie telt de vakantie niet mee. De uiterste dag staat bij elke vergadering.',
    },
  },
  {
    title: 'Middag over rust in de klas',
    lead: 'Op een woensdagmiddag wisselen scholen uit wat bij hen werkt.',
    body: `Wij bespreken drie onderwerpen:

- beginnen na de pauze
- zelfstandig werken zonder onrust
- wat u met ouders afspreekt

Kom met twee collega's van dezelfde school. Dan blijft het niet bij een goed idee.`,
    ago: 150,
    audiences: ['schools'],
    topics: ['bijeenkomsten'],
    areas: ['G1'],
  },
  {
    title: 'Wat besturen van ons terugzien',
    body: 'Elk kwartaal krijgt u een overzicht op papier én op scherm: aantallen vragen, wachttijden en wat het opleverde. Kleine aantallen laten wij weg, zodat niemand te herkennen is.',
    ago: 120,
    audiences: ['boards'],
    topics: ['regels-en-aanvragen'],
  },
  {
    title: 'Bereikbaar in de vakantie',
    body: 'In de vakantie neemt een van de contactpersonen de telefoon op. U hoort op elke werkdag voor twaalf uur iets terug.',
    ago: 60,
    audiences: ['public', 'parents', 'schools'],
    topics: ['schoolbezoek'],
  },
  {
    title: 'Gegevens van een bijeenkomst',
    body: 'De zaal en de tijd staan hieronder.',
    ago: 45,
    audiences: ['schools'],
    topics: ['bijeenkomsten'],
    withdrawn: 'Dit bericht ging over een bijeenkomst die niet doorgaat.',
  },
  {
    title: 'Werkgroep over overgang naar het voortgezet onderwijs',
    body: 'Wilt u meedenken? De werkgroep komt vier keer bij elkaar. Meld u bij uw teamleider.',
    ago: 12,
    audiences: ['professionals'],
    topics: ['team-en-mensen'],
  },
  {
    title: 'Spreekuur voor ouders',
    lead: 'Vanaf de week na de publicatie is er elke dinsdag een spreekuur.',
    body: 'U hoeft geen afspraak te maken. Neem gerust iemand mee die voor u vertaalt.',
    ago: -6,
    audiences: ['parents', 'public'],
    topics: ['ouders'],
  },
  {
    title: 'Terugblik op het jaar',
    body: 'Nog te schrijven: wat ging er goed, wat leerden wij?',
    audiences: ['public'],
    topics: ['team-en-mensen'],
  },
];
