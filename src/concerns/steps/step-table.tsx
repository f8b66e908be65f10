/** The form of every step, as one table: what it is for, what it asks, what is said when it is done. */
import type { JSX } from 'preact';
import type { Labels } from '../../platform/form/form-errors.ts';
import type { Entries } from '../../platform/input.ts';
import { capital } from '../../platform/pure/text.ts';
import type { About, StepName } from '../concern.rules.ts';
import type { ConcernRow } from '../concern.store.ts';
import { type Parties, parties } from '../concern-parties.words.ts';
import { FactFields, MeaningFields, noteLabels, typedFrom } from '../note/note-fields.tsx';
import type { StepFields } from './fields.tsx';
import {
  BoardView,
  CloseFields,
  ConfirmReportFields,
  NotToBoardFields,
  ParticipantFields,
  PositionFields,
  ProposeFields,
  ReasonField,
  ReplyFields,
  ResolveFields,
  ReviewFields,
  ViewField,
} from './step-fields.tsx';
import { AnswerFields, PlanFields, TalkFields } from './talk-fields.tsx';

export interface StepForm {
  /** What this step does, in plain words. */
  readonly intro: string;
  readonly labels: Labels;
  readonly Fields: (form: StepFields) => JSX.Element | null;
  readonly button: string;
  /** Said on the next page. */
  readonly done: string;
  /** Takes something away for good. */
  readonly danger?: boolean;
  /** Groups of fields that can stand there any number of times, with how many at first. */
  readonly rows?: Readonly<Record<string, number>>;
  /** What stands in the fields at first. */
  readonly typed?: (concern: ConcernRow) => Entries;
}

function NoteFields(form: StepFields): JSX.Element {
  return (
    <>
      <FactFields form={form} today={form.concern.today} />
      <MeaningFields form={form} needed={false} />
    </>
  );
}

function ShareFields(form: StepFields): JSX.Element {
  return (
    <>
      <FactFields form={form} today={form.concern.today} />
      <MeaningFields form={form} needed />
    </>
  );
}

const noFields = () => null;

const formsWith = ({ first, theUpper, second, place }: Parties): Record<StepName, StepForm> => ({
  revise: {
    intro: 'Uw notitie bewaart zichzelf. Niemand anders leest die, tot u de notitie deelt.',
    labels: noteLabels,
    Fields: NoteFields,
    typed: typedFrom,
    button: 'Bewaar notitie',
    done: 'Uw notitie is bewaard. Alleen u leest die.',
  },
  share_with_director: {
    intro: `Altijd eerst de ${first}. Lees uw tekst nog eens na: na het delen verandert hij niet meer.`,
    labels: noteLabels,
    Fields: ShareFields,
    typed: typedFrom,
    button: `Deel met de ${first}`,
    done: `Gedeeld met de ${first}.`,
  },
  drop: {
    intro: 'De tekst verdwijnt helemaal. U kunt dit niet ongedaan maken.',
    labels: {},
    Fields: noFields,
    button: 'Gooi de notitie weg',
    done: 'De notitie is weg.',
    danger: true,
  },
  reply: {
    intro: 'U zegt of dit klopt en schrijft het in uw eigen woorden. U kunt later nog iets toevoegen.',
    labels: { verdict: 'Klopt dit beeld?', text: 'In uw eigen woorden' },
    Fields: ReplyFields,
    button: 'Plaats reactie',
    done: 'Uw reactie staat op de tijdlijn.',
  },
  add_participant: {
    intro: 'Wie meedoet, leest de hele zorg en komt bij het gesprek.',
    labels: { personId: 'Wie doet er mee?' },
    Fields: ParticipantFields,
    button: 'Laat meedoen',
    done: 'Deze persoon doet nu mee.',
  },
  plan_conversation: {
    intro: `U nodigt de ${first} uit voor een gesprek over deze zorg, en wie verder meedoet.`,
    labels: {
      proposals: 'Dag en tijd',
      'proposals.row': 'Moment',
      participants: 'Wie nodigt u nog meer uit?',
    },
    Fields: PlanFields,
    rows: { proposals: 2 },
    button: 'Nodig uit',
    done: `De uitnodiging staat klaar voor de ${first}.`,
  },
  answer_invitation: {
    intro: 'Kies het moment dat u past, of noem een ander.',
    labels: { proposal: 'Welk moment past u?', otherMoment: 'Ander moment' },
    Fields: AnswerFields,
    button: 'Antwoord',
    done: 'Uw antwoord staat op de tijdlijn.',
  },
  hold_conversation: {
    intro: 'U legt samen vast wat er gezegd is, wat er goed gaat en wat u afsprak.',
    labels: {
      heldOn: 'Wanneer was het gesprek?',
      present: 'Wie waren erbij?',
      directorInvitedOn: `Wanneer is de ${first} uitgenodigd?`,
      report: 'Verslag',
      goesWell: 'Wat gaat er goed?',
      agreements: 'Afspraken',
      'agreements.row': 'Afspraak',
      'agreements.what': 'Wat spreekt u af?',
      'agreements.who': 'Wie doet dit?',
      'agreements.by': 'Wanneer is het klaar?',
      'agreements.childrenNotice': 'Wat merken kinderen ervan?',
      noAgreementsBecause: 'Geen afspraken, omdat',
    },
    Fields: TalkFields,
    rows: { agreements: 1 },
    button: 'Leg het gesprek vast',
    done: 'Het gesprek is vastgelegd.',
  },
  confirm_report: {
    intro: 'U zegt of het verslag klopt. Uw eigen kijk komt ernaast te staan.',
    labels: { agrees: 'Klopt het verslag?', text: 'Uw eigen kijk' },
    Fields: ConfirmReportFields,
    button: 'Bevestig',
    done: 'Uw antwoord op het verslag staat op de tijdlijn.',
  },
  review: {
    intro: 'U kijkt samen terug: gaat het nu beter met de kinderen?',
    labels: {
      childrenNotice: 'Wat merken kinderen nu?',
      resolved: 'Is het opgelost?',
      outcome: 'Wat heeft het opgeleverd?',
    },
    Fields: ReviewFields,
    button: 'Leg vast',
    done: 'De terugblik staat op de tijdlijn.',
  },
  close: {
    intro: 'U stopt met deze zorg. Wat er staat, blijft leesbaar voor wie meeleest.',
    labels: { outcome: 'Hoe eindigt het?', reason: 'Waarom?' },
    Fields: CloseFields,
    button: 'Sluit af',
    done: 'De zorg is afgesloten.',
  },
  propose_board: {
    intro: `U stelt voor ${theUpper} te betrekken. ${capital(theUpper)} leest nog niets: eerst de ${first}, dan de ${second}.`,
    labels: { whyNotAtSchool: `Waarom lukt het niet ${place}?` },
    Fields: ProposeFields,
    button: 'Doe het voorstel',
    done: `Het voorstel staat klaar. De ${first} is nu aan de beurt.`,
  },
  withdraw_proposal: {
    intro: 'U trekt uw voorstel in. U gaat samen verder.',
    labels: { reason: 'Waarom trekt u het in?' },
    Fields: ReasonField,
    button: 'Trek het voorstel in',
    done: 'Het voorstel is ingetrokken.',
  },
  take_position: {
    intro: 'U zegt wat u van het voorstel vindt. Dat is geen veto, maar het gaat altijd mee.',
    labels: { position: 'Wat vindt u van het voorstel?', text: 'In uw eigen woorden' },
    Fields: PositionFields,
    button: 'Geef uw standpunt',
    done: 'Uw standpunt staat op de tijdlijn.',
  },
  not_to_board: {
    intro: `U besluit dat ${theUpper} niet nodig is. Wie meedoet gaat verder, en u kijkt samen terug.`,
    labels: { reason: 'Waarom niet?', reviewOn: 'Wanneer kijkt u terug?' },
    Fields: NotToBoardFields,
    button: `Niet naar ${theUpper}`,
    done: `Besloten: niet naar ${theUpper}.`,
  },
  share_with_board: {
    intro: `U deelt de zorg met ${theUpper}, zoals de ${first} hem zag. Dit kan niet terug.`,
    labels: {},
    Fields: BoardView,
    button: `Deel met ${theUpper}`,
    done: `Gedeeld met ${theUpper}.`,
  },
  add_view: {
    intro: 'U geeft uw kijk op de zaak. Die komt op de tijdlijn naast wat er al staat.',
    labels: { text: 'Uw zienswijze' },
    Fields: ViewField,
    button: 'Plaats zienswijze',
    done: 'Uw zienswijze staat op de tijdlijn.',
  },
  resolve: {
    intro: 'U sluit de zorg af als opgelost: kinderen merken dat het beter gaat.',
    labels: { childrenNotice: 'Wat merken kinderen nu?', outcome: 'Wat heeft het opgeleverd?' },
    Fields: ResolveFields,
    button: 'Opgelost',
    done: 'De zorg is opgelost.',
  },
});

const forms: Record<About, Record<StepName, StepForm>> = {
  school: formsWith(parties.school),
  partnership: formsWith(parties.partnership),
};

/** The form of a step, in the words of what the concern is about. */
export const stepFormOf = (step: StepName, about: About): StepForm => forms[about][step];
