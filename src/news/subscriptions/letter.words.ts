/** Letters to subscribers, in the languages we write ourselves. */
import type { News, NewsPost, NewsWords, WordNews } from '../../platform/mail/letter.ts';
import { apart, type FrameLanguage, frameOf } from '../../platform/pure/languages.ts';

interface LetterWords {
  readonly overview: (partnership: string) => string;
  readonly count: (n: number) => string;
  readonly update: (reason: string) => string;
  readonly read: string;
  readonly all: string;
  readonly why: (partnership: string) => string;
  readonly change: string;
  readonly stop: string;
  readonly confirm: Asked;
  readonly known: Asked;
}

/** What comes when somebody asked for letters to this address. */
interface Asked {
  readonly subject: string;
  readonly lines: (partnership: string) => readonly string[];
  readonly open: string;
}

const letterWords: Readonly<Record<FrameLanguage, LetterWords>> = {
  nl: {
    overview: (partnership) => `Nieuws van ${partnership}`,
    count: (n) => (n === 1 ? 'Er is 1 nieuw bericht.' : `Er zijn ${n} nieuwe berichten.`),
    update: (reason) => `Update: ${reason}`,
    read: 'Lees het bericht',
    all: 'Bekijk alle berichten',
    why: (partnership) => `U krijgt deze mail omdat u zich inschreef voor nieuws van ${partnership}.`,
    change: 'Wijzig wat u krijgt',
    stop: 'Schrijf u uit',
    confirm: {
      subject: 'Bevestig dat u nieuws wilt krijgen',
      lines: (partnership) => [
        `Iemand vroeg om nieuws van ${partnership} naar dit adres te sturen.`,
        'Was u dat? Open dan de link en druk op de knop. Doet u niets, dan vergeten wij uw adres na drie dagen.',
      ],
      open: 'Bevestig uw inschrijving',
    },
    known: {
      subject: 'U was al ingeschreven',
      lines: (partnership) => [
        `Iemand vroeg om nieuws van ${partnership} naar dit adres te sturen. U was al ingeschreven. Er is niets veranderd.`,
        'Wilt u iets anders krijgen? Open dan de link.',
      ],
      open: 'Bekijk uw inschrijving',
    },
  },
  en: {
    overview: (partnership) => `News from ${partnership}`,
    count: (n) => (n === 1 ? 'There is 1 new post.' : `There are ${n} new posts.`),
    update: (reason) => `Update: ${reason}`,
    read: 'Read the post',
    all: 'See all posts',
    why: (partnership) => `You get this mail because you subscribed to news from ${partnership}.`,
    change: 'Change what you get',
    stop: 'Unsubscribe',
    confirm: {
      subject: 'Please confirm that you want to get news',
      lines: (partnership) => [
        `Somebody asked to send news from ${partnership} to this address.`,
        'Was it you? Then open the link and press the button. If you do nothing, we forget your address after three days.',
      ],
      open: 'Confirm your subscription',
    },
    known: {
      subject: 'You were subscribed already',
      lines: (partnership) => [
        `Somebody asked to send news from ${partnership} to this address. You were subscribed already. Nothing has changed.`,
        'Do you want to get something else? Then open the link.',
      ],
      open: 'See your subscription',
    },
  },
  ar: {
    overview: (partnership) => `أخبار ${apart(partnership)}`,
    count: (n) => (n === 1 ? 'هناك خبر جديد واحد.' : `عدد الأخبار الجديدة: ${n}.`),
    update: (reason) => `تحديث: ${reason}`,
    read: 'اقرأ الخبر',
    all: 'جميع الأخبار',
    why: (partnership) => `تصلك هذه الرسالة لأنك اشتركت في أخبار ${apart(partnership)}.`,
    change: 'غيّر ما يصلك',
    stop: 'ألغِ الاشتراك',
    confirm: {
      subject: 'يرجى تأكيد رغبتك في تلقي الأخبار',
      lines: (partnership) => [
        `طلب شخص ما إرسال أخبار ${apart(partnership)} إلى هذا العنوان.`,
        'هل كنت أنت؟ افتح الرابط واضغط على الزر. إذا لم تفعل شيئًا، فسنحذف عنوانك بعد ثلاثة أيام.',
      ],
      open: 'أكّد اشتراكك',
    },
    known: {
      subject: 'أنت مشترك من قبل',
      lines: (partnership) => [
        `طلب شخص ما إرسال أخبار ${apart(partnership)} إلى هذا العنوان. أنت مشترك من قبل ولم يتغير شيء.`,
        'هل تريد تغيير ما يصلك؟ افتح الرابط.',
      ],
      open: 'اطّلع على اشتراكك',
    },
  },
};

/** A letter about one post is that post's; about more it is a list that is read in a minute. */
export const wordNews: WordNews = (news, partnership, own) => {
  const language = frameOf(news.language);
  const words = letterWords[language];
  const below = { language, why: words.why(partnership), change: words.change, stop: words.stop };
  if (news.kind !== 'news') {
    const { subject, lines, open } = words[news.kind === 'news_confirm' ? 'confirm' : 'known'];
    return { ...below, subject, lines: lines(partnership), items: null, link: own, open };
  }
  return { ...below, ...wordedPosts(news, words, partnership) };
};

function wordedPosts(
  { frequency, posts }: News,
  words: LetterWords,
  partnership: string,
): Pick<NewsWords, 'subject' | 'lines' | 'items' | 'link' | 'open'> {
  const [only] = posts;
  const more = ({ lead, updated }: NewsPost) => (updated === null ? lead : words.update(updated));
  if (only !== undefined && posts.length === 1 && frequency === 'at_once') {
    const line = more(only);
    const lines = line === null ? [words.count(1)] : [line];
    return { subject: only.title, lines, items: null, link: only.path, open: words.read };
  }
  return {
    subject: words.overview(partnership),
    lines: [words.count(posts.length)],
    items: posts.map((post) => ({ text: post.title, more: more(post) ?? undefined, link: post.path })),
    link: '/nieuws',
    open: words.all,
  };
}
