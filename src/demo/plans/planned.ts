/** What work of the demonstration is done for: ambitions of the plan by their name. */
import { findAmbitions } from '../../plans/index.ts';
import type { Database } from '../../platform/database.ts';
import type { ExpertiseCode } from '../questions/expertise.ts';

/** Ids of ambitions by their name. */
export type Planned = ReadonlyMap<string, string>;

/** Of the plan that was adopted: their ids. */
export async function findPlanned(database: Database, tenantId: string): Promise<Planned> {
  const found = await database.read({ operatorFor: tenantId }, (reader) =>
    findAmbitions(reader, { tenantId, personId: '' }, { limit: 200 }),
  );
  return new Map(
    found.filter(({ plan, draft }) => plan !== null && !draft).map(({ id, name }) => [name, id]),
  );
}

const byExpertise: Readonly<Partial<Record<ExpertiseCode, string>>> = {
  taal_lezen: 'Ieder kind leest mee',
  gedrag: 'Rust en ritme in iedere groep',
  groepsdynamica: 'Rust en ritme in iedere groep',
  jonge_kind: 'Jonge kinderen spelend leren',
  nt2_nieuwkomers: 'Nieuwkomers vinden hun plek',
  schoolaanwezigheid: 'Samen oplossen wat schoolgang moeilijk maakt',
  hoogbegaafdheid: 'Uitdaging voor wie meer kan',
  didactiek_coaching: 'Teams die van elkaar leren',
};

/** What a question of this expertise works on; of each fourth nobody said so. */
export const ambitionFor = (planned: Planned, expertise: ExpertiseCode, nth: number): string | undefined =>
  nth % 4 === 3 ? undefined : planned.get(byExpertise[expertise] ?? '');
