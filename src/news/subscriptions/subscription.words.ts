/** The pages where somebody outside asks for letters, confirms, changes and stops; in our own languages. */
import { apart, type FrameLanguage } from '../../platform/pure/languages.ts';
import type { Frequency, LetterAudience } from './wishes.ts';

interface Choice {
  readonly label: string;
  readonly hint?: string;
}

interface PageWords {
  readonly ask: string;
  readonly askLead: (partnership: string) => string;
  readonly whichPartnership: string;
  readonly email: string;
  readonly emailHint: string;
  readonly audience: string;
  readonly audiences: Readonly<Record<LetterAudience, Choice>>;
  readonly topics: string;
  readonly topicsHint: string;
  readonly frequency: string;
  readonly frequencies: Readonly<Record<Frequency, Choice>>;
  readonly language: string;
  readonly languageHint: string;
  readonly kept: string;
  readonly send: string;
  readonly wrong: string;
  readonly wrongEmail: string;
  readonly wrongAudience: string;
  readonly wrongChoice: string;
  readonly wait: string;
  readonly waitText: string;
  readonly sent: string;
  readonly sentLead: string;
  readonly sentText: string;
  readonly back: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly own: string;
  readonly ownLead: (partnership: string, address: string) => string;
  readonly confirm: string;
  readonly confirmLead: (partnership: string, address: string) => string;
  readonly confirmButton: string;
  readonly confirmed: string;
  readonly save: string;
  readonly saved: string;
  readonly stale: string;
  readonly stop: string;
  readonly stopLead: string;
  readonly stopButton: string;
  readonly stopped: string;
  readonly stoppedLead: string;
}

export const pageWords: Readonly<Record<FrameLanguage, PageWords>> = {
  nl: {
    ask: 'Nieuws per mail',
    askLead: (partnership) => `Krijg een mail als er nieuws is van ${partnership}.`,
    whichPartnership: 'Van welk samenwerkingsverband wilt u nieuws?',
    email: 'Uw e-mailadres',
    emailHint: 'U krijgt eerst een mail om te bevestigen dat dit uw adres is.',
    audience: 'Welk nieuws?',
    audiences: {
      public: { label: 'Nieuws voor iedereen' },
      parents: { label: 'Nieuws voor ouders' },
    },
    topics: 'Waarover?',
    topicsHint: 'Kies niets, dan krijgt u nieuws over alles.',
    frequency: 'Hoe vaak?',
    frequencies: {
      at_once: { label: 'Meteen', hint: 'Een mail bij elk bericht, binnen een paar minuten.' },
      daily: { label: 'Elke dag', hint: 'Om zeven uur, alleen als er iets nieuws is.' },
      weekly: { label: 'Elke week', hint: 'Op maandag om zeven uur, alleen als er iets nieuws is.' },
    },
    language: 'In welke taal?',
    languageHint: 'Berichten die er niet in uw taal zijn, krijgt u in het Nederlands.',
    kept: 'Wij bewaren uw adres en deze keuzes, alleen om u deze mail te sturen. In elke mail staat een link om te stoppen. Dan is uw adres meteen weg.',
    send: 'Vraag de mail aan',
    wrong: 'Dit klopt nog niet',
    wrongEmail: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    wrongAudience: 'Kies ten minste één soort nieuws.',
    wrongChoice: 'Maak een keuze.',
    wait: 'Probeer het later nog eens',
    waitText: 'Er is vanaf hier te vaak om mail gevraagd. Wacht een kwartier.',
    sent: 'Kijk in uw mail',
    sentLead: 'Wij stuurden een mail naar het adres dat u invulde.',
    sentText:
      'Open de link in die mail en druk op de knop. Komt er niets? Kijk bij ongewenste mail, of probeer het over een kwartier nog eens. Doet u niets, dan vergeten wij het adres na drie dagen.',
    back: 'Naar het nieuws',
    unknown: 'Deze link werkt niet',
    unknownText:
      'Misschien bent u al uitgeschreven, of is de mail ouder dan een half jaar. Gebruik de link uit een nieuwere mail, of schrijf u opnieuw in.',
    own: 'Uw inschrijving',
    ownLead: (partnership, address) => `Nieuws van ${partnership} gaat naar ${address}.`,
    confirm: 'Wilt u dit nieuws krijgen?',
    confirmLead: (partnership, address) =>
      `Druk op de knop, dan sturen wij nieuws van ${partnership} naar ${address}.`,
    confirmButton: 'Ja, stuur mij dit nieuws',
    confirmed: 'Gelukt. Vanaf nu krijgt u het nieuws.',
    save: 'Sla op',
    saved: 'Uw keuzes zijn opgeslagen.',
    stale: 'Uw keuzes waren al gewijzigd. Kijk of ze nu kloppen.',
    stop: 'Stoppen',
    stopLead: 'Na één druk op de knop krijgt u geen mail meer en is uw adres bij ons weg.',
    stopButton: 'Schrijf mij uit',
    stopped: 'U bent uitgeschreven',
    stoppedLead: 'U krijgt geen nieuws meer per mail, en uw adres is bij ons weg.',
  },
  en: {
    ask: 'News by mail',
    askLead: (partnership) => `Get a mail when there is news from ${partnership}.`,
    whichPartnership: 'From which partnership do you want news?',
    email: 'Your e-mail address',
    emailHint: 'First you get a mail to confirm that this address is yours.',
    audience: 'Which news?',
    audiences: { public: { label: 'News for everybody' }, parents: { label: 'News for parents' } },
    topics: 'About what?',
    topicsHint: 'Choose nothing to get news about everything.',
    frequency: 'How often?',
    frequencies: {
      at_once: { label: 'At once', hint: 'A mail for each post, within a few minutes.' },
      daily: { label: 'Each day', hint: 'At seven, only when there is something new.' },
      weekly: { label: 'Each week', hint: 'On Monday at seven, only when there is something new.' },
    },
    language: 'In which language?',
    languageHint: 'Posts that are not there in your language you get in Dutch.',
    kept: 'We keep your address and these choices only to send you this mail. Every mail has a link to stop. Then your address is gone at once.',
    send: 'Ask for the mail',
    wrong: 'This is not right yet',
    wrongEmail: 'Fill in an e-mail address, such as name@example.org.',
    wrongAudience: 'Choose at least one kind of news.',
    wrongChoice: 'Make a choice.',
    wait: 'Please try again later',
    waitText: 'From here mail was asked for too often. Wait a quarter of an hour.',
    sent: 'Look in your mailbox',
    sentLead: 'We sent a mail to the address that you filled in.',
    sentText:
      'Open the link in that mail and press the button. Nothing there? Look in your spam folder, or try again in a quarter of an hour. If you do nothing, we forget the address after three days.',
    back: 'To the news',
    unknown: 'This link does not work',
    unknownText:
      'Maybe you stopped already, or the mail is more than half a year old. Use the link of a newer mail, or subscribe again.',
    own: 'Your subscription',
    ownLead: (partnership, address) => `News from ${partnership} goes to ${address}.`,
    confirm: 'Do you want to get this news?',
    confirmLead: (partnership, address) =>
      `Press the button and we send news from ${partnership} to ${address}.`,
    confirmButton: 'Yes, send me this news',
    confirmed: 'Done. From now on you get the news.',
    save: 'Save',
    saved: 'Your choices are saved.',
    stale: 'Your choices had been changed already. See whether they are right now.',
    stop: 'Stop',
    stopLead: 'After one press of the button you get no more mail, and your address is gone from here.',
    stopButton: 'Unsubscribe me',
    stopped: 'You are unsubscribed',
    stoppedLead: 'You get no more news by mail, and your address is gone from here.',
  },
  ar: {
    ask: 'الأخبار بالبريد الإلكتروني',
    askLead: (partnership) => `احصل على رسالة عندما تكون هناك أخبار من ${apart(partnership)}.`,
    whichPartnership: 'من أي جهة تريد الأخبار؟',
    email: 'عنوان بريدك الإلكتروني',
    emailHint: 'ستصلك أولاً رسالة لتأكيد أن هذا العنوان لك.',
    audience: 'أي أخبار؟',
    audiences: { public: { label: 'أخبار للجميع' }, parents: { label: 'أخبار للآباء والأمهات' } },
    topics: 'عن ماذا؟',
    topicsHint: 'إذا لم تختر شيئًا، تصلك الأخبار عن كل شيء.',
    frequency: 'كم مرة؟',
    frequencies: {
      at_once: { label: 'فورًا', hint: 'رسالة لكل خبر خلال بضع دقائق.' },
      daily: { label: 'كل يوم', hint: 'في الساعة السابعة صباحًا، فقط عندما يكون هناك جديد.' },
      weekly: { label: 'كل أسبوع', hint: 'يوم الاثنين في الساعة السابعة صباحًا، فقط عندما يكون هناك جديد.' },
    },
    language: 'بأي لغة؟',
    languageHint: 'الأخبار غير المتوفرة بلغتك تصلك بالهولندية.',
    kept: 'نحفظ عنوانك وهذه الاختيارات فقط لإرسال هذه الرسائل إليك. في كل رسالة رابط لإلغاء الاشتراك، وعندها يُحذف عنوانك فورًا.',
    send: 'اطلب الرسالة',
    wrong: 'هناك خطأ',
    wrongEmail: 'اكتب عنوان بريد إلكتروني مثل name@example.org.',
    wrongAudience: 'اختر نوعًا واحدًا من الأخبار على الأقل.',
    wrongChoice: 'اختر من القائمة.',
    wait: 'حاول مرة أخرى لاحقًا',
    waitText: 'طُلبت رسائل كثيرة من هنا. انتظر ربع ساعة.',
    sent: 'انظر في بريدك الإلكتروني',
    sentLead: 'أرسلنا رسالة إلى العنوان الذي كتبته.',
    sentText:
      'افتح الرابط في تلك الرسالة واضغط على الزر. لم تصلك؟ ابحث في البريد غير المرغوب فيه أو حاول مرة أخرى بعد ربع ساعة. إذا لم تفعل شيئًا، نحذف العنوان بعد ثلاثة أيام.',
    back: 'إلى الأخبار',
    unknown: 'هذا الرابط لا يعمل',
    unknownText:
      'ربما ألغيت اشتراكك من قبل، أو مرّ على الرسالة أكثر من نصف سنة. استخدم رابطًا من رسالة أحدث، أو اشترك من جديد.',
    own: 'اشتراكك',
    ownLead: (partnership, address) => `تُرسل أخبار ${apart(partnership)} إلى ${apart(address)}.`,
    confirm: 'هل تريد أن تصلك هذه الأخبار؟',
    confirmLead: (partnership, address) =>
      `اضغط على الزر لنرسل أخبار ${apart(partnership)} إلى ${apart(address)}.`,
    confirmButton: 'نعم، أرسلوا لي هذه الأخبار',
    confirmed: 'تم. ستصلك الأخبار من الآن.',
    save: 'احفظ',
    saved: 'حُفظت اختياراتك.',
    stale: 'تغيّرت اختياراتك من قبل. تحقق من صحتها الآن.',
    stop: 'إلغاء الاشتراك',
    stopLead: 'بضغطة واحدة على الزر لن تصلك رسائل أخرى ويُحذف عنوانك لدينا.',
    stopButton: 'ألغِ اشتراكي',
    stopped: 'أُلغي اشتراكك',
    stoppedLead: 'لن تصلك الأخبار بالبريد بعد الآن، وحُذف عنوانك لدينا.',
  },
};
