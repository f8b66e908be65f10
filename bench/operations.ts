/** What is measured: the same requests go to the product and to the floor. */
import { type Placed, secretOf } from './fill.ts';
import type { Ask } from './load.ts';

export type Side = 'product' | 'floor' | 'bare';

export interface Operation {
  readonly name: string;
  /** At most this many times the floor. */
  readonly bar: number;
  readonly sides: readonly Side[];
  /** What to send in a turn; a concern is written to only once. */
  asks(side: Side, turn: number): readonly Ask[];
}

/** The operations with `count` requests a turn. */
export function operations(
  concerns: readonly Placed[],
  questions: readonly string[],
  count: number,
): readonly Operation[] {
  const open = concerns.filter((one) => one.open);
  const ofContact = concerns.filter((one) => one.school % 20 === 1);
  const times = (ask: (nth: number) => Ask | undefined) =>
    Array.from({ length: count }, (_, nth) => ask(nth)).filter((one) => one !== undefined);
  const list = (name: string, secret: string, of = 'concerns'): Operation => ({
    name,
    bar: 2,
    sides: ['product', 'floor', 'bare'],
    asks: (side) =>
      times(() =>
        get(`/api/v1/${of}?limit=50`, {
          ...bearer(secret),
          ...(side === 'bare' && { 'x-floor': 'bare' }),
        }),
      ),
  });
  const page = (name: string, secret: string): Operation => ({
    name,
    bar: 3,
    sides: ['product', 'floor'],
    asks: () => times(() => get('/zorgen', { cookie: `__Host-kortelijn=page-${secret}` })),
  });
  const detail = (name: string, secret: string, seen: readonly string[], of = 'concerns'): Operation => ({
    name,
    bar: 2,
    sides: ['product', 'floor'],
    asks: () => times((nth) => get(`/api/v1/${of}/${seen[nth % seen.length]}`, bearer(secret))),
  });
  return [
    list('list, team lead', secretOf.lead),
    list('list, contact person', secretOf.contact),
    page('page, team lead', secretOf.lead),
    page('page, contact person', secretOf.contact),
    detail(
      'detail, contact person',
      secretOf.contact,
      ofContact.map(({ id }) => id),
    ),
    list('list of questions, team lead', secretOf.lead, 'support-questions'),
    list('list of questions, contact person', secretOf.contact, 'support-questions'),
    detail('detail of a question, contact person', secretOf.contact, questions, 'support-questions'),
    {
      name: 'step, director replies',
      bar: 4,
      sides: ['product', 'floor'],
      asks: (side, turn) =>
        times((nth) => {
          const concern = open[(turn * count + nth) * 2 + (side === 'floor' ? 1 : 0)];
          return concern && replyTo(concern);
        }),
    },
  ];
}

function replyTo({ id, school, version, status }: Placed): Ask {
  return {
    method: 'POST',
    path: `/api/v1/concerns/${id}/steps`,
    headers: {
      ...bearer(secretOf.director(school)),
      'content-type': 'application/json',
      'if-match': `"${version}"`,
      'x-status': status,
    },
    body: JSON.stringify({
      step: 'reply',
      verdict: 'addition',
      text: 'Wij hebben het rooster van de middag gewijzigd en zien meer rust.',
    }),
  };
}

const get = (path: string, headers: Ask['headers']): Ask => ({ method: 'GET', path, headers });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
