import { z } from 'zod';
import { text } from '../platform/input.ts';
import { problems } from '../platform/problem.ts';
import { type ApiRoute, postApi } from '../platform/route.ts';
import { cursorOf, kinds, search } from './search.actions.ts';

const found = z.object({ items: z.array(z.object({ id: z.uuid() }).loose()), next: z.string().nullable() });
const input = z.strictObject({
  q: text(200),
  kind: z.enum(kinds).optional(),
  limit: z.int().min(1).max(50).default(10),
  after: z.string().max(500).optional(),
});

export const searchApi: readonly ApiRoute[] = [
  postApi(
    '/search',
    'member',
    {
      // A POST that changes nothing: people search for names, and an address ends up in logs.
      summary:
        'Zoeken in zorgen, vragen, praktijkkaarten, berichten, toezeggingen, werkafspraken, ontwikkeling, specialisten, stationeringen, scholen en mensen die u mag zien; `after` hoort bij één `kind`',
      answer: z.object({
        concern: found,
        question: found,
        practiceNote: found,
        post: found,
        promise: found,
        rule: found,
        development: found,
        specialist: found,
        stationing: found,
        school: found,
        person: found,
      }),
      input,
      success: 200,
    },
    async ({ actor, deed, input: { after, ...sought } }) => {
      const cursor = cursorOf(sought.kind).safeParse(after);
      if (!cursor.success || (after !== undefined && sought.kind === undefined)) {
        const detail = 'Deze bladwijzer kennen wij niet.';
        return problems.badInput([{ in: 'body', location: 'after', code: 'invalid', detail }]);
      }
      return { status: 200, body: await search(deed, actor, { ...sought, after: cursor.data }) };
    },
  ),
];
