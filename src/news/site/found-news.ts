/** What `/nieuws` finds: for visitors what is for everybody, for members what is for them. */
import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { frameLanguages } from '../../platform/pure/languages.ts';
import { wantedBy } from '../../platform/pure/wanted.ts';
import type { Call } from '../../platform/route.ts';
import { findPartnerships, type Partnership } from '../../registers/index.ts';
import { findPosts, findPublicPosts } from '../posts/post.store.ts';
import type { Named } from '../posts/post.view.ts';
import {
  type FoundOnSite,
  findPublicTopics,
  findReadTopics,
  searchOwnPosts,
  searchPublicPosts,
} from './site.store.ts';

export const perPage = 20;

export const listQuery = z.object({
  q: z.string().trim().max(200).optional(),
  onderwerp: z.string().max(60).optional(),
  voor: z.enum(['public', 'parents', 'schools', 'professionals', 'boards']).optional().catch(undefined),
  swv: z.string().max(60).optional(),
  taal: z.enum(frameLanguages).optional().catch(undefined),
  na: momentCursorQuery,
});
export type ListQuery = z.infer<typeof listQuery>;

export interface Found {
  readonly posts: readonly FoundOnSite[];
  readonly topics: readonly Named[];
  readonly partnerships: readonly Partnership[];
  /** The partnership of the host, or the reader's own. */
  readonly own: Partnership | undefined;
  readonly chosen: Partnership | undefined;
}

const termsOf = ({ q, taal, na }: ListQuery) => {
  const wanted = q === undefined || q === '' ? undefined : wantedBy(q);
  return wanted && { ...wanted, language: taal ?? 'nl', limit: perPage, after: na };
};

export function forVisitor({ database, query, url }: Call<Actor | undefined, ListQuery>): Promise<Found> {
  return database.read('visitor', async (reader) => {
    const partnerships = await findPartnerships(reader);
    const own = partnerships.find(({ hostName }) => hostName === url.hostname);
    const chosen =
      own ?? partnerships.find(({ code, swvNumber }) => query.swv === code || query.swv === swvNumber);
    // A filter for a partnership that does not exist finds nothing, not everything.
    const nothing = query.swv !== undefined && chosen === undefined;
    const tenantId = chosen?.id ?? null;
    const [posts, topics] = await Promise.all([
      nothing ? [] : publicPosts(reader, tenantId, query),
      findPublicTopics(reader, tenantId),
    ]);
    return { posts, topics, partnerships, own, chosen };
  });
}

function publicPosts(
  reader: Reader,
  tenantId: string | null,
  query: ListQuery,
): Promise<readonly FoundOnSite[]> {
  const terms = termsOf(query);
  if (terms !== undefined) return searchPublicPosts(reader, tenantId, terms);
  return findPublicPosts(reader, tenantId, filterOf(query));
}

const filterOf = ({ voor, onderwerp, taal, na }: ListQuery) => ({
  audience: voor,
  topic: onderwerp || undefined,
  language: taal ?? 'nl',
  limit: perPage,
  after: na,
});

export function forMember(
  { database, query }: Call<Actor | undefined, ListQuery>,
  actor: Actor,
): Promise<Found> {
  const terms = termsOf(query);
  return database.read(actor, async (reader) => {
    const [posts, topics] = await Promise.all([
      terms === undefined ? findPosts(reader, actor, filterOf(query)) : searchOwnPosts(reader, actor, terms),
      findReadTopics(reader, actor),
    ]);
    const { code, name } = actor.tenant;
    const own = { id: actor.tenantId, code, name, swvNumber: null, hostName: null };
    return { posts, topics, partnerships: [], own, chosen: own };
  });
}
