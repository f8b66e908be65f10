/** What stands around every page. Pages for everybody are there in more languages than the work is done in. */
import { type FrameLanguage, frameOf } from '../pure/languages.ts';

export interface FrameWords {
  readonly skip: string;
  readonly menu: string;
  readonly mainMenu: string;
  readonly logIn: string;
  readonly motto: string;
  readonly accessibility: string;
  readonly privacy: string;
  readonly protocol: string;
  /** What was promised in posts. */
  readonly promises: string;
  /** How far it is with the plan. */
  readonly account: string;
  /** Doors of the menu that visitors see. */
  readonly doors: Readonly<Record<string, string>>;
}

const dutch: FrameWords = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  mainMenu: 'Hoofdmenu',
  logIn: 'Inloggen',
  motto: 'Het kind staat voorop.',
  accessibility: 'Toegankelijkheid',
  privacy: 'Privacy',
  protocol: 'Werkwijze',
  promises: 'Toezeggingen',
  account: 'Plan en cijfers',
  doors: {},
};

const words: Readonly<Record<FrameLanguage, FrameWords>> = {
  nl: dutch,
  en: {
    skip: 'Skip to content',
    menu: 'Menu',
    mainMenu: 'Main menu',
    logIn: 'Log in',
    motto: 'The child comes first.',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    protocol: 'How we work',
    promises: 'What we promised',
    account: 'Our plan and figures',
    doors: { '/nieuws': 'News', '/toezeggingen': 'Promises', '/scholen': 'Schools' },
  },
  ar: {
    skip: 'إلى المحتوى',
    menu: 'القائمة',
    mainMenu: 'القائمة الرئيسية',
    logIn: 'تسجيل الدخول',
    motto: 'الطفل أولًا.',
    accessibility: 'سهولة الاستخدام',
    privacy: 'الخصوصية',
    protocol: 'طريقة عملنا',
    promises: 'ما وعدنا به',
    account: 'خطتنا وأرقامنا',
    doors: { '/nieuws': 'الأخبار', '/toezeggingen': 'الوعود', '/scholen': 'المدارس' },
  },
};

/** Dutch where we have no words of our own: the text itself is in its language then, and says so. */
export const frameWords = (language: string): FrameWords => words[frameOf(language)];
