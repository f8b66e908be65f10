/** Invented people outside who get news by mail: they ask, confirm with the link in their letter, and hear what came out since. */
import { askForLetters, confirmLetters, tellSubscribers, type Wishes } from '../../news/index.ts';
import { type DatabaseAccess, operatorDatabase } from '../../platform/command.ts';
import { deliverDemonstrationMail, findDemonstrationMail } from '../../platform/mail/outbox.store.ts';

const usual: Wishes = { language: 'nl', audiences: ['public'], topics: [], frequency: 'weekly' };
const readers: readonly (readonly [name: string, wishes: Wishes])[] = [
  ['ouder.een', { language: 'nl', audiences: ['parents'], topics: [], frequency: 'weekly' }],
  ['ouder.twee', { language: 'nl', audiences: ['public', 'parents'], topics: [], frequency: 'at_once' }],
  ['parent.three', { language: 'en', audiences: ['public', 'parents'], topics: [], frequency: 'at_once' }],
  ['ouder.vier', { language: 'ar', audiences: ['parents'], topics: [], frequency: 'at_once' }],
  ['bestuurder', { language: 'nl', audiences: ['public'], topics: [], frequency: 'daily' }],
  ['gemeente', usual],
  ['pers', { language: 'nl', audiences: ['public'], topics: [], frequency: 'at_once' }],
];
/** So long ago they asked, in days; since then they heard of what came out. */
const since = 66;
const day = 86_400_000;

/** Two months of letters to subscribers of these partnerships. Somebody asked this morning and did not confirm yet. */
export async function playSubscribers(
  access: DatabaseAccess,
  partnerships: readonly string[],
  now: Date,
): Promise<void> {
  let hour = now.getTime() - since * day;
  const database = operatorDatabase(access, () => new Date(hour));
  const deed = { database, via: 'page', now } as const;
  const askAs = async (name: string, wishes: Wishes) => {
    for (const tenantId of partnerships)
      await askForLetters(deed, undefined, tenantId, `${name}@nieuwslezer.example`, wishes);
  };
  try {
    for (const [name, wishes] of readers) await askAs(name, wishes);
    await deliverDemonstrationMail(database);
    const page = { personId: undefined, after: undefined, limit: 100 };
    const letters = await findDemonstrationMail(database, page);
    for (const { news, secret } of letters)
      if (news?.kind === 'news_confirm') await confirmLetters(deed, secret ?? '');
    for (; hour <= now.getTime(); hour += 3 * day) await tellSubscribers(database);
    hour = now.getTime() - day / 4;
    await askAs('ouder.vijf', usual);
  } finally {
    await database.close();
  }
}
