import { z } from 'zod';
import { problems } from '../../platform/problem.ts';
import { yearsToAsk } from '../../platform/pure/school-years.ts';
import { type ApiRoute, getApi } from '../../platform/route.ts';
import { access } from '../concern.access.ts';
import { themes } from '../concern.input.ts';
import { showProof } from './proof.rules.ts';
import { countYear } from './proof.store.ts';

const shown = z.union([z.int(), z.literal('<5')]);
const parts = z.array(z.object({ key: z.string(), n: shown })).nullable();
const median = z.union([z.int(), z.enum(['tooFew', 'stillWaiting'])]).nullable();

/** `year` is the one in which the school year begins. */
const query = z.object({
  year: z.coerce.number('Kies een schooljaar.').int('Kies een schooljaar.').optional(),
});

export const proofApi: readonly ApiRoute[] = [
  getApi(
    '/concerns/yearly-proof',
    access.proof,
    {
      summary: 'De jaarlijkse verantwoording: aantallen zonder school, met kleine aantallen als «<5»',
      answer: z.object({
        year: z.int(),
        firstDay: z.iso.date(),
        endDay: z.iso.date(),
        finished: z.boolean(),
        total: shown,
        byStatus: parts,
        byTheme: parts,
        toTalk: median,
        toEnd: median,
        talks: shown,
        talksWithoutConcern: z.int(),
        boardWithoutTalk: z.int(),
        droppedNotes: shown,
      }),
      query,
    },
    async ({ actor, query: asked, database, today }) => {
      const years = yearsToAsk(today);
      const year = asked.year ?? years[1] ?? 0;
      if (!years.includes(year)) {
        const detail = `Kies een schooljaar van ${years.at(-1)} tot en met ${years[0]}.`;
        return problems.badInput([{ in: 'query', location: 'year', code: 'out_of_range', detail }]);
      }
      const counts = await database.read(actor, (reader) => countYear(reader, year, themes));
      return { status: 200, body: showProof(year, counts, themes) };
    },
  ),
];
