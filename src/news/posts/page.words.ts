/** The words around a post, for who reads it: in Dutch, English and Arabic. A post in another language stands in a Dutch frame. */
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import type { FrameLanguage } from '../../platform/pure/languages.ts';

/** «22 november 2026», on Amsterdam's calendar. */
export function dateIn(language: FrameLanguage, instant: string): string {
  if (language === 'nl') return showDate(dayOf(instant));
  const format = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  });
  return format.format(new Date(instant));
}

export interface PageWords {
  readonly update: (date: string) => string;
  readonly updatesBelow: (n: number) => string;
  readonly sinceRead: (n: number) => string;
  readonly why: string;
  readonly fixes: (n: number) => string;
  /** Before, after and day of one fix stand between these. */
  readonly fixed: (date: string, before: string, after: string) => string;
  readonly languages: string;
  readonly notTranslated: string;
  readonly files: string;
  readonly withdrawn: string;
  readonly withdrawnOn: (date: string) => string;
  readonly translatedOn: (date: string) => string;
}

export const pageWords: Readonly<Record<FrameLanguage, PageWords>> = {
  nl: {
    update: (date) => `Update ${date}`,
    updatesBelow: (n) =>
      n === 1 ? 'Bij dit bericht staat een update' : `Bij dit bericht staan ${n} updates`,
    sinceRead: (n) => (n === 1 ? 'Sinds u dit las: 1 update' : `Sinds u dit las: ${n} updates`),
    why: 'Waarom deze update',
    fixes: (n) => (n === 1 ? '1 spelfout hersteld' : `${n} spelfouten hersteld`),
    fixed: (date, before, after) => `Spelfout hersteld op ${date}: «${before}» werd «${after}»`,
    languages: 'Dit bericht in een andere taal',
    notTranslated: 'Deze update is er alleen in de taal van het bericht zelf.',
    files: 'Bijlagen',
    withdrawn: 'Dit bericht is ingetrokken',
    withdrawnOn: (date) => `Op ${date} is dit bericht ingetrokken. De reden:`,
    translatedOn: (date) => `Vertaald op ${date}`,
  },
  en: {
    update: (date) => `Update ${date}`,
    updatesBelow: (n) =>
      n === 1 ? 'There is an update to this post' : `There are ${n} updates to this post`,
    sinceRead: (n) => (n === 1 ? 'Since you read this: 1 update' : `Since you read this: ${n} updates`),
    why: 'Why this update',
    fixes: (n) => (n === 1 ? '1 spelling fix' : `${n} spelling fixes`),
    fixed: (date, before, after) => `Spelling fixed on ${date}: «${before}» became «${after}»`,
    languages: 'This post in another language',
    notTranslated: 'This update is only there in the language of the post itself.',
    files: 'Files',
    withdrawn: 'This post was withdrawn',
    withdrawnOn: (date) => `This post was withdrawn on ${date}. The reason:`,
    translatedOn: (date) => `Translated on ${date}`,
  },
  ar: {
    update: (date) => `تحديث ${date}`,
    updatesBelow: (n) => (n === 1 ? 'يوجد تحديث لهذا الخبر' : `عدد التحديثات لهذا الخبر: ${n}`),
    sinceRead: (n) => `منذ قراءتك لهذا الخبر، عدد التحديثات: ${n}`,
    why: 'سبب هذا التحديث',
    fixes: (n) => `تصحيحات إملائية: ${n}`,
    fixed: (date, before, after) => `تصحيح إملائي في ${date}: «${before}» أصبحت «${after}»`,
    languages: 'هذا الخبر بلغة أخرى',
    notTranslated: 'هذا التحديث متوفر بلغة الخبر الأصلية فقط.',
    files: 'المرفقات',
    withdrawn: 'تم سحب هذا الخبر',
    withdrawnOn: (date) => `تم سحب هذا الخبر في ${date}. السبب:`,
    translatedOn: (date) => `تُرجم في ${date}`,
  },
};
