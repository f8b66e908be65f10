import type { Fault } from './input.ts';
import type { ApiAnswer } from './route.ts';

/** A refusal of the API (RFC 9457). It names no hour and no request, so that equal questions get byte-identical answers. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly unmet?: readonly { readonly code: string; readonly detail: string }[];
  /** What the writing aid found in the texts that were sent. */
  readonly marks?: readonly object[];
}

export function problem(
  status: number,
  type: string,
  title: string,
  detail: string,
  more: Partial<Pick<Problem, 'errors' | 'unmet' | 'marks'>> = {},
): ApiAnswer {
  return { status, body: { type: `/problems/${type}`, title, status, detail, ...more } satisfies Problem };
}

export const problems = {
  notFound: () => problem(404, 'not-found', 'Niet gevonden', 'Dit bestaat niet, of het is niet van u.'),
  forbidden: () => problem(403, 'forbidden', 'Niet toegestaan', 'Dit hoort niet bij uw rol.'),
  unauthenticated: () =>
    problem(401, 'unauthenticated', 'Niet ingelogd', 'Stuur een geldig token mee of log in.'),
  badInput: (errors: readonly Fault[]) =>
    problem(400, 'bad-input', 'Ongeldige invoer', 'Niet alles is goed ingevuld.', { errors }),
  keyReused: () =>
    problem(422, 'key-reused', 'Sleutel al gebruikt', 'Deze Idempotency-Key hoorde bij een ander verzoek.'),
  refused: (
    unmet: readonly { readonly code: string; readonly detail: string }[],
    marks: readonly object[] = [],
  ) =>
    problem(409, 'step-refused', 'Deze stap kan nu niet', unmet.map((need) => need.detail).join(' '), {
      unmet,
      ...(marks.length > 0 && { marks }),
    }),
} as const;
