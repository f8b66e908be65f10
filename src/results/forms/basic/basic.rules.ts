/** Basisondersteuning: what a judgement is, and who takes the next step. The database refuses the rest (migrations/0062). */
import { type Actor, schoolsOf } from '../../../platform/pure/actor.ts';
import { access } from '../form.access.ts';

/** A judgement of one criterion, from the lowest to the highest: 0, 1 and 2 of the measure basic_support. */
export const levels = ['not_yet', 'partly', 'met'] as const;
export type Level = (typeof levels)[number];

/** Who judges: the school itself, or its contact person. */
export type Side = 'school' | 'contact';

export type FormState = 'waiting' | 'agreed' | 'answered' | 'replaced';

interface Form {
  readonly state: FormState;
  readonly side: Side;
  readonly writerId: string;
}

/** The sides somebody has at a school; whoever is both writes as its contact person. */
export function sidesAt(actor: Actor, schoolId: string): readonly Side[] {
  const here = (...roles: Parameters<typeof schoolsOf>[1][]) =>
    schoolsOf(actor, ...roles).some(({ id }) => id === schoolId);
  return [
    ...(here('contact_person') ? (['contact'] as const) : []),
    ...(here('school_director', 'support_coordinator') ? (['school'] as const) : []),
  ];
}

/** Whether an answer to the form is this person's to give. */
export const mayAnswer = (form: Form, sides: readonly Side[], personId: string): boolean =>
  form.state === 'waiting' && form.writerId !== personId && sides.some((side) => side !== form.side);

/** Whether somebody with these sides may write now: not while a form of the other side waits for an answer. */
export const mayWrite = (waiting: Form | undefined, sides: readonly Side[]): boolean =>
  sides.length > 0 && (waiting === undefined || waiting.side === sides[0]);

/** The school of this code where the actor judges. */
export const judgedSchool = (actor: Actor, code: string) =>
  schoolsOf(actor, ...access.judge).find((school) => school.code === code);
