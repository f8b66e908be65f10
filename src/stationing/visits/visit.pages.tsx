/** Visits as their readers see them: the list of who visits, of a school and of the team lead; one visit, and what the school says. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { idOf } from '../../platform/input.ts';
import { dayCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { getPage, type Html, notFound, type Route } from '../../platform/route.ts';
import { Form, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { ExpectedVisits } from '../series/expected.tsx';
import { type Expected, findExpected } from '../series/series.store.ts';
import { mayAnswer, mayRecord, readers } from './visit.access.ts';
import { findVisits, getVisit, type VisitRow } from './visit.store.ts';
import { pageOfVisits } from './visit.view.ts';
import { ToConfirm, VisitCards } from './visit-cards.tsx';
import { visitPage } from './visit-page.tsx';

const perPage = 30;
export const path = '/inzet/bezoeken';

export const visitPages: readonly Route[] = [
  getPage(
    path,
    readers,
    async ({ actor, database, query, csrf }): Promise<Html> => {
      const { ambitie: ambitionId } = query;
      const isFirst = query.na === undefined && ambitionId === undefined;
      const found = await database.read(actor, async (reader) => {
        const [visits, waiting, expected] = await Promise.all([
          findVisits(reader, actor, { limit: perPage, after: query.na, ambitionId }),
          isFirst && mayAnswer(actor)
            ? findVisits(reader, actor, { limit: perPage, unanswered: true, toAnswer: true })
            : [],
          isFirst && mayRecord(actor) ? findExpected(reader, actor) : [],
        ]);
        return { visits, waiting, expected };
      });
      const { items, next } = pageOfVisits(found.visits, perPage);
      return {
        kind: 'html',
        title: 'Bezoeken',
        ...(mayRecord(actor) && { script: 'visits' as const }),
        body: <VisitList {...{ actor, items, next, isFirst, csrf, ambitionId }} {...found} />,
      };
    },
    z.object({ na: dayCursorQuery, ambitie: z.uuid().optional().catch(undefined) }),
  ),
  getPage(`${path}/:id`, readers, async ({ actor, database, params, csrf }) => {
    const id = idOf(params);
    const visit =
      id === undefined
        ? undefined
        : await database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
    return visit === undefined ? notFound : visitPage({ visit, actor, csrf });
  }),
];

interface VisitListProps {
  readonly actor: Actor;
  readonly items: readonly VisitRow[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly csrf: string;
  readonly waiting: readonly VisitRow[];
  readonly expected: readonly Expected[];
  /** Only those for this ambition. */
  readonly ambitionId: string | undefined;
}

function VisitList(props: VisitListProps): JSX.Element {
  const { actor, items, next, isFirst, csrf, waiting, expected, ambitionId } = props;
  const only = ambitionId === undefined ? '' : `&ambitie=${ambitionId}`;
  return (
    <>
      <div class="title-row">
        <h1>Bezoeken</h1>
        {mayRecord(actor) && <LinkButton href={`${path}/nieuw`}>Leg een bezoek vast</LinkButton>}
      </div>
      <p class="lead">{leadFor(actor)}</p>
      {mayRecord(actor) && <OwnWays />}
      <ExpectedVisits expected={expected} csrf={csrf} />
      {waiting.length > 0 && (
        <section class="stack" aria-labelledby="te-bevestigen">
          <h2 id="te-bevestigen">Klopt dit?</h2>
          <Form action={`${path}/bevestigen`} csrf={csrf} idempotencyKey={newId()}>
            <ToConfirm visits={waiting.slice(0, perPage)} />
            <SubmitRow primary="Bevestig wat is aangevinkt" />
          </Form>
        </section>
      )}
      {ambitionId !== undefined && (
        <p>
          Alleen wat voor één ambitie was. <a href={path}>Toon alle bezoeken</a>
        </p>
      )}
      {items.length > 0 && (
        <h2>{ambitionId === undefined ? 'Alle bezoeken' : 'Bezoeken voor deze ambitie'}</h2>
      )}
      {items.length === 0 ? (
        <Empty
          title="Er zijn geen bezoeken"
          text={
            mayRecord(actor)
              ? 'Leg een bezoek vast zodra u buiten staat: het kost een halve minuut.'
              : 'Zodra een specialist een bezoek vastlegt, staat het hier.'
          }
        />
      ) : (
        <VisitCards visits={items} actor={actor} />
      )}
      <Paging
        next={next === null ? undefined : `${path}?na=${next}${only}`}
        first={isFirst ? undefined : path}
      />
    </>
  );
}

/** The other ways to write down; how many drafts wait on this device is told by the script. */
function OwnWays(): JSX.Element {
  return (
    <ul class="links" role="list">
      <li>
        <a href={`${path}/onderweg`}>
          Zonder verbinding
          <span data-unsent-count />
        </a>
      </li>
      <li>
        <a href="/inzet/reeksen">Vaste bezoekdagen</a>
      </li>
    </ul>
  );
}

function leadFor(actor: Actor): string {
  if (hasRole(actor, 'team_lead')) return 'Wat specialisten op scholen deden, het laatste eerst.';
  if (mayRecord(actor)) return 'Wat u op scholen deed, het laatste eerst.';
  return mayAnswer(actor)
    ? 'Wat specialisten op uw school deden, het laatste eerst. Bevestig het, of zeg wat er niet klopt.'
    : 'Wat specialisten op uw scholen deden, het laatste eerst.';
}
