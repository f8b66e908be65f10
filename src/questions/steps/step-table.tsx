/** The form of every step, as one table: what it is for, what it asks, what is said when it is done. */
import { askLabels } from '../asking/ask-fields.tsx';
import type { StepName } from '../question.rules.ts';
import type { QuestionRow } from '../question.store.ts';
import { committeeForms } from './committee-forms.ts';
import {
  AssignFields,
  EvaluateFields,
  ExtendFields,
  FollowUpFields,
  HandOverFields,
  MissingField,
  noFields,
  OwnWords,
  ReasonAndNext,
  ReasonField,
  StartFields,
  ThinkAlongFields,
  TriageFields,
} from './step-fields.tsx';
import type { StepForm } from './step-form.ts';

/** A draft is written and submitted where it is asked: asking/. */
export type FormStep = Exclude<StepName, 'revise' | 'submit'>;

const forms: Record<FormStep, StepForm> = {
  withdraw: {
    labels: { reason: 'Waarom is de vraag niet meer nodig?' },
    Fields: ReasonField,
    button: 'Trek de vraag in',
    done: 'De vraag is ingetrokken.',
    danger: true,
  },
  think_along: {
    labels: { specialistId: 'Wie vraagt u om mee te denken?', decision: 'Denkt u mee?' },
    Fields: ThinkAlongFields,
    button: 'Vraag om mee te denken',
    done: 'De vraag om mee te denken is gesteld.',
  },
  add_note: {
    labels: { text: 'Uw bericht' },
    Fields: OwnWords,
    button: 'Plaats bericht',
    done: 'Uw bericht staat op de tijdlijn.',
  },
  triage: {
    labels: {
      urgency: 'Hoeveel haast is erbij?',
      plannedDagdelen: 'Hoeveel dagdelen zijn er nodig?',
      expertise: 'Welke expertise is er nodig?',
      language: 'Is een andere taal dan Nederlands nodig?',
      ambitionId: 'Draagt de vraag bij aan een ambitie?',
    },
    Fields: TriageFields,
    button: 'Neem in behandeling',
    done: 'De vraag is bekeken. Kies nu hoe het verdergaat.',
    typed: ({ urgency, requestedDagdelen, expertise, language, ambition }) => [
      ['urgency', urgency],
      ['plannedDagdelen', decimal(requestedDagdelen)],
      ['language', language ?? ''],
      ['ambitionId', ambition?.id ?? ''],
      ...expertise.map((code) => ['expertise', code] as const),
    ],
  },
  answer: {
    labels: { text: 'Uw antwoord' },
    Fields: OwnWords,
    button: 'Beantwoord de vraag',
    done: 'De vraag is beantwoord.',
  },
  ask_information: {
    labels: { missing: 'Wat ontbreekt er?' },
    Fields: MissingField,
    button: 'Vraag de school hierom',
    done: 'De school is om informatie gevraagd.',
  },
  give_information: {
    labels: { text: 'De informatie' },
    Fields: OwnWords,
    button: 'Geef informatie',
    done: 'De informatie staat op de tijdlijn.',
  },
  decline: {
    labels: { reason: 'Waarom niet?', nextStep: 'Wat kan de school nu doen?' },
    Fields: ReasonAndNext,
    button: 'Wijs de vraag af',
    done: 'De vraag is afgewezen, met een volgende stap.',
  },
  ...committeeForms,
  assign: {
    labels: {
      specialistId: 'Wie gaat aan de slag?',
      role: 'In welke rol?',
      plannedDagdelen: 'Hoeveel dagdelen in totaal?',
      from: 'Vanaf',
      to: 'Tot en met',
    },
    Fields: AssignFields,
    typed: ({ plannedDagdelen, requestedDagdelen, today }, { proposal }) => [
      ['role', 'Begeleider'],
      ['plannedDagdelen', decimal(proposal?.dagdelen ?? plannedDagdelen ?? requestedDagdelen)],
      ['from', proposal === null || proposal.from < today ? today : proposal.from],
      ...(proposal === null
        ? []
        : ([
            ['specialistId', proposal.specialist.id],
            ['to', proposal.to],
          ] as const)),
    ],
    button: 'Wijs toe',
    done: 'De specialist is toegewezen.',
  },
  start: {
    labels: { firstContactOn: 'Wanneer was het eerste contact?' },
    Fields: StartFields,
    typed: ({ today }) => [['firstContactOn', today]],
    button: 'Start de ondersteuning',
    done: 'De ondersteuning is gestart.',
  },
  evaluate: {
    labels: { noGoalBecause: 'Waarom is er geen doel?' },
    Fields: EvaluateFields,
    button: 'Leg de evaluatie vast',
    done: 'De evaluatie is vastgelegd. U kunt nu afronden.',
  },
  complete: {
    labels: {},
    Fields: noFields,
    button: 'Rond af',
    done: 'De vraag is afgerond.',
  },
  extend: {
    labels: { until: 'Tot en met', reason: 'Waarom is er langer nodig?' },
    Fields: ExtendFields,
    button: 'Verleng',
    done: 'De ondersteuning is verlengd.',
  },
  hand_over: {
    labels: {
      fromSpecialistId: 'Wiens werk?',
      specialistId: 'Wie neemt het over?',
      reason: 'Waarom draagt u over?',
    },
    Fields: HandOverFields,
    typed: (_, { proposal }) => (proposal === null ? [] : [['specialistId', proposal.specialist.id]]),
    button: 'Draag over',
    done: 'Het werk is overgedragen.',
  },
  stop: {
    labels: { reason: 'Waarom stopt het?', nextStep: 'Hoe gaat de school nu verder?' },
    Fields: ReasonAndNext,
    button: 'Stop de ondersteuning',
    done: 'De ondersteuning is gestopt.',
    danger: true,
  },
  follow_up: {
    labels: { didItLast: 'Houdt het stand?', text: 'Toelichting' },
    Fields: FollowUpFields,
    button: 'Leg vast',
    done: 'U keek terug. Bedankt.',
  },
};

const decimal = (n: number | null) => (n === null ? '' : String(n).replace('.', ','));

/** Whoever was asked to think along answers with the form with which others ask. */
const answering: StepForm = {
  ...forms.think_along,
  intro: 'U bent gevraagd om vast mee te denken.',
  button: 'Antwoord',
  done: 'Uw antwoord is doorgegeven.',
};

/** Where goals say what came of it there is no field for a reason. */
const evaluatingGoals: StepForm = { ...forms.evaluate, labels: {} };

export function stepFormOf(step: StepName, question: Pick<QuestionRow, 'relations' | 'goals'>): StepForm {
  if (step === 'revise' || step === 'submit') return asking;
  if (step === 'evaluate' && question.goals.length > 0) return evaluatingGoals;
  return step === 'think_along' && question.relations.includes('asked_along') ? answering : forms[step];
}

/** Only its labels are used here: faults of a draft are told at its own fields. */
const asking: StepForm = {
  labels: askLabels,
  Fields: noFields,
  button: 'Dien de vraag in',
  done: 'Uw vraag is ingediend.',
};
