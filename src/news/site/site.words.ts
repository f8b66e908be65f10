/** The words of the public list of news, and of sharing, in the languages of its frame. */
import type { FrameLanguage } from '../../platform/pure/languages.ts';

export interface SiteWords {
  readonly news: string;
  readonly newsOf: (partnership: string) => string;
  readonly lead: string;
  readonly filter: string;
  readonly search: string;
  readonly topic: string;
  readonly allTopics: string;
  readonly audience: string;
  readonly everybody: string;
  readonly parents: string;
  readonly partnership: string;
  readonly allPartnerships: string;
  readonly show: string;
  readonly clear: string;
  readonly none: string;
  readonly later: string;
  readonly noneFound: string;
  readonly tryOther: string;
  readonly updates: (n: number) => string;
  readonly inDutch: string;
  readonly languages: string;
  readonly next: string;
  readonly first: string;
  readonly follow: string;
  readonly byMail: string;
  readonly byFeed: string;
  readonly share: string;
  readonly shareHint: string;
  readonly address: string;
  readonly copy: string;
  readonly copied: string;
  readonly byLetter: string;
}

export const siteWords: Readonly<Record<FrameLanguage, SiteWords>> = {
  nl: {
    news: 'Nieuws',
    newsOf: (partnership) => `Nieuws van ${partnership}`,
    lead: 'Wat er speelt, en wat daarna veranderde. Wat eenmaal gezegd is, blijft staan: nieuws komt eronder, met de datum en de reden.',
    filter: 'Nieuws zoeken',
    search: 'Zoekwoorden',
    topic: 'Onderwerp',
    allTopics: 'Alle onderwerpen',
    audience: 'Voor wie',
    everybody: 'Iedereen',
    parents: 'Ouders',
    partnership: 'Samenwerkingsverband',
    allPartnerships: 'Alle',
    show: 'Toon',
    clear: 'Wis filter',
    none: 'Nog geen nieuws',
    later: 'Zodra er een bericht is, staat het hier.',
    noneFound: 'Niets gevonden',
    tryOther: 'Probeer een ander woord, of wis het filter.',
    updates: (n) => (n === 1 ? '1 update' : `${n} updates`),
    inDutch: 'in het Nederlands',
    languages: 'Deze lijst in een andere taal',
    next: 'Ouder nieuws',
    first: 'Naar het nieuwste',
    follow: 'Op de hoogte blijven',
    byMail: 'Nieuws in uw mail',
    byFeed: 'Feed (Atom)',
    share: 'Dit bericht delen',
    shareHint: 'Andere websites openen pas als u op een naam klikt. Tot dan weten zij niets van u.',
    address: 'Adres van dit bericht',
    copy: 'Kopieer het adres',
    copied: 'Gekopieerd',
    byLetter: 'Mail',
  },
  en: {
    news: 'News',
    newsOf: (partnership) => `News from ${partnership}`,
    lead: 'What is going on, and what changed since. What was once said stays: news comes below it, with its date and the reason.',
    filter: 'Search the news',
    search: 'Words',
    topic: 'Topic',
    allTopics: 'All topics',
    audience: 'For whom',
    everybody: 'Everybody',
    parents: 'Parents',
    partnership: 'Partnership',
    allPartnerships: 'All',
    show: 'Show',
    clear: 'Clear filter',
    none: 'No news yet',
    later: 'As soon as there is a post, it stands here.',
    noneFound: 'Nothing found',
    tryOther: 'Try another word, or clear the filter.',
    updates: (n) => (n === 1 ? '1 update' : `${n} updates`),
    inDutch: 'in Dutch',
    languages: 'This list in another language',
    next: 'Older news',
    first: 'To the newest',
    follow: 'Stay informed',
    byMail: 'News in your mail',
    byFeed: 'Feed (Atom)',
    share: 'Share this post',
    shareHint: 'Other sites open only when you click a name. Until then they know nothing of you.',
    address: 'Address of this post',
    copy: 'Copy the address',
    copied: 'Copied',
    byLetter: 'Mail',
  },
  ar: {
    news: 'الأخبار',
    newsOf: (partnership) => `أخبار ${partnership}`,
    lead: 'ما الذي يجري وما الذي تغيّر بعده. ما قيل مرة يبقى كما هو: الجديد يأتي تحته مع تاريخه وسببه.',
    filter: 'البحث في الأخبار',
    search: 'كلمات البحث',
    topic: 'الموضوع',
    allTopics: 'كل المواضيع',
    audience: 'لمن',
    everybody: 'الجميع',
    parents: 'أولياء الأمور',
    partnership: 'رابطة المدارس',
    allPartnerships: 'الكل',
    show: 'عرض',
    clear: 'مسح التصفية',
    none: 'لا توجد أخبار بعد',
    later: 'عند صدور خبر يظهر هنا.',
    noneFound: 'لم يُعثر على شيء',
    tryOther: 'جرّب كلمة أخرى أو امسح التصفية.',
    updates: (n) => `التحديثات: ${n}`,
    inDutch: 'بالهولندية',
    languages: 'هذه القائمة بلغة أخرى',
    next: 'أخبار أقدم',
    first: 'إلى الأحدث',
    follow: 'ابقَ على اطلاع',
    byMail: 'الأخبار في بريدك',
    byFeed: 'خلاصة (Atom)',
    share: 'شارك هذا الخبر',
    shareHint: 'لا تُفتح المواقع الأخرى إلا إذا ضغطت على اسمها. وحتى ذلك الحين لا تعرف عنك شيئًا.',
    address: 'عنوان هذا الخبر',
    copy: 'انسخ العنوان',
    copied: 'تم النسخ',
    byLetter: 'البريد',
  },
};
