import { z } from 'zod';
import { text } from '../../platform/input.ts';
import { type ApiRoute, postApi } from '../../platform/route.ts';
import { access } from '../question.access.ts';
import { levels, statuses } from '../question.rules.ts';
import { findSimilar } from './similar.store.ts';

export const similarApi: readonly ApiRoute[] = [
  postApi(
    '/support-questions/similar',
    access.read,
    {
      // A POST that changes nothing: what somebody is writing does not belong in an address.
      summary:
        'Beantwoorde vragen die u mag lezen en praktijkkaarten die op een tekst lijken, hoogstens vijf van elk; de tekst wordt niet bewaard',
      answer: z.object({
        questions: z.array(
          z.object({
            id: z.uuid(),
            number: z.string(),
            title: z.string(),
            status: z.enum(statuses),
            level: z.enum(levels),
            school: z.object({ code: z.string(), name: z.string() }),
            touchedAt: z.string(),
          }),
        ),
        practiceNotes: z.array(
          z.object({ id: z.uuid(), title: z.string(), used: z.int(), publishedAt: z.string() }),
        ),
      }),
      input: z.strictObject({
        text: text(20_000),
        level: z.enum(levels).optional(),
        expertise: z.array(z.string().max(40)).max(10).optional(),
      }),
      success: 200,
    },
    async ({ actor, input, database }) => ({
      status: 200,
      body: await database.read(actor, (reader) => findSimilar(reader, actor, input)),
    }),
  ),
];
