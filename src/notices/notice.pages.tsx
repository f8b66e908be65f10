import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../platform/paging.ts';
import { getPage, notFound, postPage, type Route } from '../platform/route.ts';
import { Select } from '../platform/ui/fields.tsx';
import { Button, LinkButton } from '../platform/ui/form.tsx';
import { Filter, Paging } from '../platform/ui/navigate.tsx';
import { Empty } from '../platform/ui/parts.tsx';
import { markNoticesRead } from './notice.actions.ts';
import { type NoticeKind, noticeKinds } from './notice.rules.ts';
import { findNotices, type NoticeRow } from './notice.store.ts';
import { pageOfNotices } from './notice.view.ts';
import { kindWords } from './notice.words.ts';
import { Notices } from './notice-list.tsx';

const perPage = 25;

const listQuery = z.object({
  soort: z
    .enum(noticeKinds)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  na: momentCursorQuery,
});

/** One notice by id, or all up to the newest that the page showed. */
const readInput = z.object({ id: z.uuid().optional(), tot: z.iso.datetime().optional() });

export const noticePages: readonly Route[] = [
  getPage(
    '/berichten',
    'member',
    async ({ actor, query, database, csrf }) => {
      const filter = { limit: perPage, after: query.na, kind: query.soort };
      const found = await database.read(actor, (reader) => findNotices(reader, actor, filter));
      const { items, next } = pageOfNotices(found, perPage);
      const list = { items, next, kind: query.soort, isFirst: query.na === undefined, csrf };
      return { kind: 'html', title: 'Berichten', body: <NoticeList {...list} /> };
    },
    listQuery,
  ),
  postPage('/berichten/gelezen', 'member', readInput, async ({ actor, deed, input }) => {
    if (!input.parsed.ok) return notFound;
    const { id, tot } = input.parsed.value;
    if (id === undefined && tot === undefined) return notFound;
    await markNoticesRead(deed, actor, id === undefined ? { until: tot ?? '' } : { ids: [id] });
    return {
      kind: 'redirect',
      to: '/berichten',
      flash: { tone: 'good', text: 'Gemarkeerd als gelezen.' },
    };
  }),
];

interface NoticeListProps {
  readonly items: readonly NoticeRow[];
  readonly next: string | null;
  readonly kind: NoticeKind | undefined;
  readonly isFirst: boolean;
  readonly csrf: string;
}

function NoticeList({ items, next, kind, isFirst, csrf }: NoticeListProps): JSX.Element {
  const newest = items[0];
  const all = isFirst && kind === undefined && newest !== undefined && items.some(({ read }) => !read);
  return (
    <>
      <div class="title-row">
        <h1>Berichten</h1>
        <LinkButton href="/mijn/meldingen" kind="secondary">
          Wat krijg ik per e-mail?
        </LinkButton>
      </div>
      <p class="lead">
        Wat er nieuw is, het laatste bovenaan. Opent u een zorg, dan zijn de berichten daarover gelezen.
      </p>
      <Filter action="/berichten" label="Berichten filteren" clear={kind && '/berichten'}>
        <Select
          name="soort"
          label="Soort"
          empty="Alle"
          value={kind}
          options={noticeKinds.map((one) => ({ value: one, label: kindWords[one].label }))}
        />
      </Filter>
      {all && <MarkAll until={newest.at} csrf={csrf} />}
      <h2 class="visually-hidden">Lijst met berichten</h2>
      {items.length > 0 ? (
        <Notices notices={items} csrf={csrf} />
      ) : (
        <Empty
          title={kind === undefined ? 'Er zijn geen berichten' : 'Geen berichten van deze soort'}
          text="Zodra er iets nieuws is dat u mag zien, staat het hier. Over wat u zelf doet, krijgt u geen bericht."
        />
      )}
      <Paging
        next={next === null ? undefined : addressWith(kind, next)}
        first={isFirst ? undefined : addressWith(kind, undefined)}
      />
    </>
  );
}

function MarkAll({ until, csrf }: { readonly until: string; readonly csrf: string }): JSX.Element {
  return (
    <form method="post" action="/berichten/gelezen">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="tot" value={until} />
      <Button kind="secondary">Markeer alles als gelezen</Button>
    </form>
  );
}

function addressWith(kind: NoticeKind | undefined, after: string | undefined): string {
  const terms = new URLSearchParams();
  if (kind !== undefined) terms.set('soort', kind);
  if (after !== undefined) terms.set('na', after);
  return terms.size === 0 ? '/berichten' : `/berichten?${terms}`;
}
