/** How the list of questions is narrowed: the same for the page and for its file. */
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import { levels, statuses } from '../question.rules.ts';
import type { QuestionFilter } from '../question-list.store.ts';
import type { ListChoices } from './list-choices.store.ts';

const none = z.literal('').transform(() => undefined);

export const listQuery = z.object({
  staat: z
    .enum(['open', ...statuses])
    .optional()
    .or(none),
  school: z.string().max(6).optional(),
  niveau: z.enum(levels).optional().or(none),
  expertise: z.string().max(40).optional(),
  /** Id of an ambition. */
  ambitie: z.uuid().optional().catch(undefined),
  /** Only what the reader has in hands, or of schools where they are stationed. */
  bij: z.enum(['mij', 'scholen']).optional().or(none),
  na: momentCursorQuery,
});
export type ListQuery = z.infer<typeof listQuery>;

/** What a query asks of the store; a school or expertise that is not on the lists narrows nothing. */
export function filterOf(
  query: ListQuery,
  { schools, expertise }: ListChoices,
): Omit<QuestionFilter, 'limit' | 'after'> {
  return {
    ...(query.staat === 'open' ? { open: true } : { status: query.staat }),
    schoolId: schools.find(({ code }) => code === query.school)?.id,
    level: query.niveau,
    expertise: expertise.find(({ code }) => code === query.expertise)?.code,
    ambitionId: query.ambitie,
    mine: query.bij === 'mij',
    stationed: query.bij === 'scholen',
  };
}

export const isFiltered = ({ staat, school, niveau, expertise, ambitie, bij }: ListQuery) =>
  [staat, school, niveau, expertise, ambitie, bij].some((one) => (one ?? '') !== '');

/** The list narrowed like this, from a place on. */
export function addressWith(query: ListQuery, after: string | undefined, path = '/vragen'): string {
  const terms = new URLSearchParams();
  for (const name of ['staat', 'school', 'niveau', 'expertise', 'ambitie', 'bij'] as const) {
    const value = query[name];
    if (value) terms.set(name, value);
  }
  if (after !== undefined) terms.set('na', after);
  return terms.size === 0 ? path : `${path}?${terms}`;
}
