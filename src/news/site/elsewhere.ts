/** Addresses that posts had on an older site: whoever asks for one is sent on to the post, for good. */
import type { ReadDatabase } from '../../platform/database.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { findPostFromElsewhere } from './site.store.ts';

/** What an older site may have had: printable, without a question mark. */
const askable = /^\/[!->@-~]{1,300}$/;

/** Where the post went that stood at this path of this host; undefined: nobody knows. */
export async function wayFromElsewhere(
  database: ReadDatabase,
  host: string,
  path: string,
): Promise<string | undefined> {
  if (!askable.test(path)) return undefined;
  const found = await database.read('visitor', (reader) => findPostFromElsewhere(reader, host, path));
  return found && addressOfPost(found.slug, found.code);
}
