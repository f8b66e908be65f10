/** The forms of the steps by way of the committee. */
import type { StepName } from '../question.rules.ts';
import { AdviseFields, DecideFields, HoldOverFields, ToCommitteeFields } from './committee-fields.tsx';
import { noFields } from './step-fields.tsx';
import type { StepForm } from './step-form.ts';

type CommitteeStep = Extract<StepName, 'to_committee' | 'complete_file' | 'advise' | 'decide' | 'hold_over'>;

export const committeeForms: Readonly<Record<CommitteeStep, StepForm>> = {
  to_committee: {
    labels: { kind: 'Wat vraagt u van de commissie?', meetingId: 'Welke vergadering?' },
    Fields: ToCommitteeFields,
    typed: () => [['kind', 'advice']],
    button: 'Leg voor aan de commissie',
    done: 'De vraag staat op de agenda van de commissie.',
  },
  complete_file: {
    labels: {},
    Fields: noFields,
    button: 'Het dossier is compleet',
    done: 'Het dossier is compleet. De klok van de commissie loopt weer.',
  },
  advise: {
    labels: { text: 'Het advies, met de redenen' },
    Fields: AdviseFields,
    button: 'Leg het advies vast',
    done: 'Het advies is vastgelegd.',
  },
  decide: {
    labels: {
      kind: 'Wat voor besluit?',
      granted: 'Wat is besloten?',
      text: 'De redenen',
      from: 'Vanaf',
      to: 'Tot en met',
      dagdelen: 'Dagdelen',
      budget: 'Budget',
      schoolType: 'Soort school',
      category: 'Categorie',
      caseNumber: 'Eigen dossiernummer',
      'firstOpinion.on': 'Eerste deskundige: datum',
      'firstOpinion.by': 'Eerste deskundige: functie',
      'secondOpinion.on': 'Tweede deskundige: datum',
      'secondOpinion.by': 'Tweede deskundige: functie',
    },
    Fields: DecideFields,
    typed: ({ level }) => [
      ['granted', 'true'],
      ...(level === 'pupil' ? [] : [['kind', 'arrangement'] as const]),
    ],
    button: 'Leg het besluit vast',
    done: 'Het besluit is vastgelegd.',
  },
  hold_over: {
    labels: { missing: 'Wat ontbreekt er?', meetingId: 'Welke vergadering daarna?' },
    Fields: HoldOverFields,
    button: 'Houd aan',
    done: 'De vraag is aangehouden.',
  },
};
