/** Notices in Dutch. What goes by mail says only that there is something: no school, no number, no name. */
import type { About } from '../concerns/index.ts';
import {
  type Choice,
  type ConcernReminder,
  type FormTold,
  type NoticeKind,
  noticeKinds,
  type ObservationTold,
  type PromiseReminder,
  type QuestionReminder,
  type StationingReminder,
  type TransitionTold,
} from './notice.rules.ts';

export const kindWords: Record<NoticeKind, { readonly label: string; readonly hint: string }> = {
  concern_shared: { label: 'Een zorg is met u gedeeld', hint: 'U kunt vanaf dan meelezen.' },
  concern_step: {
    label: 'Een stap in een zorg',
    hint: 'Zoals een reactie, een gesprek, een verslag of de afronding.',
  },
  invitation: {
    label: 'Uitnodiging en antwoord daarop',
    hint: 'Een uitnodiging aan uzelf komt altijd ook apart per e-mail, voor in uw agenda.',
  },
  board: { label: 'Iets rond het bestuur', hint: 'Een voorstel, een standpunt of een besluit.' },
  reminder: {
    label: 'Herinnering',
    hint: 'Aan een termijn, een gesprek of een afspraak. Alleen op schooldagen.',
  },
  handed_over: { label: 'Overdracht', hint: 'Iemand neemt werk van u over, of u van een ander.' },
  note_fades: { label: 'Uw notitie verdwijnt', hint: 'Een week van tevoren, alleen voor u.' },
  concern_fades: { label: 'Een afgeronde zorg vervaagt', hint: 'Een maand van tevoren.' },
  question_yours: {
    label: 'Een vraag wacht op u',
    hint: 'Er is iets dat u kunt doen, zoals een nieuwe vraag bekijken of informatie geven.',
  },
  question_step: {
    label: 'Een stap in een vraag',
    hint: 'Zoals een antwoord, een toewijzing of een evaluatie.',
  },
  question_fades: { label: 'Een afgeronde vraag vervaagt', hint: 'Een maand van tevoren.' },
  stationing_yours: {
    label: 'Een stationering wacht op u',
    hint: 'Er is voorgesteld wie er bij u komt. U kunt akkoord gaan of antwoorden.',
  },
  stationing_step: {
    label: 'Een stap in een stationering',
    hint: 'Zoals een akkoord, een begin, een evaluatie of een einde.',
  },
  promise_due: {
    label: 'Uw toezegging',
    hint: 'Dat een toezegging van u is, twee weken voor de laatste dag, op die dag, en elke maand dat die te laat is.',
  },
  consultation: {
    label: 'Een consultatie',
    hint: 'Wij vragen wat u ervan vindt, herinneren u daar eens aan, of vertellen wat er met de antwoorden is gedaan.',
  },
  transition: {
    label: 'Uw overgang naar een nieuwe rol',
    hint: 'Een gesprek, een aanbod, een handtekening of een eerste dag. Alleen u en de teamleider lezen dit.',
  },
  observation: {
    label: 'Een lesobservatie',
    hint: 'Er is een les met u gedeeld, of u kreeg antwoord. Alleen leerkracht en waarnemer horen dit.',
  },
  school_form: {
    label: 'Een formulier van uw school',
    hint: 'De jaarvraag staat open, of er is iets bij de basisondersteuning van een school waar u bij hoort.',
  },
  post_update: {
    label: 'Een update bij een bericht dat u las',
    hint: 'Zodat u niet verder werkt met wat niet meer klopt.',
  },
  post: {
    label: 'Nieuws voor u',
    hint: 'Een nieuw bericht, of een update bij een bericht dat u nog niet las.',
  },
  account: { label: 'Uw toegang', hint: 'Zoals inloggen op een nieuwe manier.' },
};

export const choiceWords: Record<Choice, string> = {
  at_once: 'Direct',
  daily: 'Dagelijks overzicht',
  weekly: 'Wekelijks overzicht',
  never: 'Nooit',
};

/** A reminder as a sentence; the term stands behind it. */
const reminders: Record<ConcernReminder, string> = {
  answer_invitation: 'Denkt u aan de uitnodiging voor een gesprek?',
  confirm_report: 'Wilt u het verslag lezen en bevestigen?',
  take_position: 'Wilt u uw standpunt geven over het voorstel aan het bestuur?',
  talk: 'Er komt een gesprek aan',
  look_back_soon: 'Er is bijna een afspraak om op terug te kijken',
  look_back: 'Vandaag kijkt u terug op een afspraak',
  call_director: 'Wilt u de directeur bellen? Twee uitnodigingen bleven onbeantwoord.',
};

/** About the partnership other people stand along the road. */
export const reminderWords: Record<About, Record<ConcernReminder, string>> = {
  school: reminders,
  partnership: {
    ...reminders,
    take_position: 'Wilt u uw standpunt geven over het voorstel aan de directeur-bestuurder?',
    call_director: 'Wilt u de teamleider bellen? Twee uitnodigingen bleven onbeantwoord.',
  },
};

/** A reminder around a question; the term stands behind it. `late`: the norm has passed. */
export const questionReminders: Record<QuestionReminder, { readonly soon: string; readonly late: string }> = {
  first_contact: {
    soon: 'Deze school wacht op een eerste contact',
    late: 'Deze school wacht te lang op een eerste contact',
  },
  triage: { soon: 'Wilt u deze vraag bekijken?', late: 'Deze vraag is nog niet bekeken' },
  start: {
    soon: 'De ondersteuning is nog niet gestart',
    late: 'De ondersteuning had al gestart moeten zijn',
  },
  committee: {
    soon: 'De termijn voor het advies of besluit loopt af',
    late: 'Het advies of besluit is te laat',
  },
  evaluation: { soon: 'Het is tijd om te evalueren', late: 'De evaluatie is te laat' },
  follow_up: { soon: 'Houdt het stand? Kijk samen terug op deze vraag.', late: 'Houdt het stand?' },
  decision_ends: {
    soon: 'Een toegekend arrangement of besluit loopt af',
    late: 'Een toegekend arrangement of besluit loopt bijna af',
  },
  plan_proposal: {
    soon: 'Er is een voorstel uit de planning: wie kan bij deze vraag helpen',
    late: 'Er is een voorstel uit de planning: wie kan bij deze vraag helpen',
  },
};

/** To a specialist: a plan that was published proposes them for one question or more. */
export const plannedForYou = 'U staat in een voorstel uit de planning';

/** A reminder around a stationing; the day stands behind it. `late`: that day has been. */
export const stationingReminders: Record<
  StationingReminder,
  { readonly soon: string; readonly late: string }
> = {
  stationing_ends: {
    soon: 'Een stationering loopt af. Gaat die verder?',
    late: 'Een stationering loopt af. Gaat die verder?',
  },
  stationing_evaluation: {
    soon: 'Het is tijd om een stationering te evalueren',
    late: 'De evaluatie van een stationering is te laat',
  },
};

/** To the owner of a promise; the day stands behind it. */
export const promiseReminders: Record<PromiseReminder, string> = {
  promise_yours: 'Een toezegging staat op uw naam',
  promise_soon: 'Een toezegging van u komt dichtbij',
  promise_day: 'Het is de laatste dag voor een toezegging van u',
  promise_late: 'Een toezegging van u is te laat. Vertel wanneer het wel lukt.',
};

/** To teacher and observer; the day of the lesson stands behind it. */
export const observationTold: Record<ObservationTold, string> = {
  observation_shared: 'Er is een lesobservatie met u gedeeld',
  observation_answered: 'Er is geantwoord op een lesobservatie',
};

/** To whoever comes into a role; the day of the step stands behind it. */
export const transitionTold: Record<TransitionTold, string> = {
  transition_talk: 'Een gesprek over uw nieuwe rol is opgeschreven',
  transition_offer: 'Een aanbod voor uw nieuwe rol is opgeschreven',
  transition_signed: 'De ondertekening voor uw nieuwe rol is opgeschreven',
  transition_started: 'De eerste dag in uw nieuwe rol is opgeschreven',
};

/** To whoever fills in a form of a school. */
export const formTold: Record<FormTold, string> = {
  yearly_question: 'De jaarvraag staat open. Wat vindt u van ons werk?',
  basic_support_asks: 'Er is opgeschreven hoe het staat met basisondersteuning. Bent u het eens?',
  basic_support_told: 'Er is geantwoord over basisondersteuning',
};

export const visitsReminder = 'Wilt u de bezoeken bevestigen die nog openstaan?';

/** What a notice says that springs from no step and no term. */
export const plainWords: Record<NoticeKind, string> = {
  concern_shared: 'Er is een zorg met u gedeeld',
  concern_step: 'Er is iets nieuws bij een zorg',
  invitation: 'Er is iets nieuws rond een gesprek',
  board: 'Er is iets nieuws rond het bestuur',
  reminder: 'Er wacht iets op u',
  handed_over: 'Er is werk overgedragen',
  note_fades: 'Uw notitie verdwijnt over een week. Deel die, of werk die bij.',
  concern_fades: 'Deze zorg vervaagt over een maand. Staat goed opgeschreven wat hielp?',
  question_yours: 'Er staat een vraag voor u klaar',
  question_step: 'Er is iets nieuws bij een vraag',
  question_fades: 'Deze vraag vervaagt over een maand. Is wat hielp een praktijkkaart waard?',
  stationing_yours: 'Er is voorgesteld wie er bij u komt. Bent u akkoord?',
  stationing_step: 'Er is iets nieuws bij een stationering',
  promise_due: 'Er is iets met een toezegging van u',
  consultation: 'Wij vragen wat u ergens van vindt',
  transition: 'Er staat een stap in uw overgang naar een nieuwe rol',
  observation: 'Er is iets nieuws bij een lesobservatie',
  school_form: 'Er is iets met een formulier van uw school',
  post_update: 'Er is een update bij een bericht dat u las',
  post: 'Er is nieuws voor u',
  account: 'Er is iets veranderd in uw toegang',
};

/** News by its title, as its reader finds it there. */
export const newsWords = {
  post: (title: string) => `Nieuw bericht: ${title}`,
  update: (title: string) => `Update bij: ${title}`,
  asks: (title: string) => `Wat vindt u? ${title}`,
  ends: (title: string) => `U kunt nog een paar dagen antwoorden: ${title}`,
  outcome: (title: string) => `Wat er met de antwoorden is gedaan: ${title}`,
} as const;

/** The letters. {n} is the number of notices. */
export const letterWords = {
  subject: 'Er is iets nieuws in Kortelijn',
  one: 'Er is 1 nieuw bericht voor u.',
  many: 'Er zijn {n} nieuwe berichten voor u.',
} as const;

export const overviewWords = {
  subject: 'Uw overzicht van Kortelijn',
  one: 'Er is 1 bericht dat u nog niet las.',
  many: 'Er zijn {n} berichten die u nog niet las.',
  /** How many of each kind, always in this order. */
  kinds: noticeKinds.map((kind) => ({ kind, label: kindWords[kind].label })),
} as const;
