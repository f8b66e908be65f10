/** Basisondersteuning of the schools somebody judges or, as a team lead, of all; by name. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { cursorQuery } from '../../../platform/paging.ts';
import { hasRole, schoolsOf } from '../../../platform/pure/actor.ts';
import { pageOf } from '../../../platform/pure/cursor.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import { getPage, type PageAnswer, type Route } from '../../../platform/route.ts';
import { Paging } from '../../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, StateBadge } from '../../../platform/ui/parts.tsx';
import { definitionHref } from '../../measures/measure.words.ts';
import { ResultsCrumb } from '../../measures/results-crumb.tsx';
import { access } from '../form.access.ts';
import { findSchools, type SchoolAtGlance } from './basic.store.ts';
import { basicPath, criteriaPath, schoolHref, waitsFor } from './basic.words.ts';

const perPage = 50;

export const basicListPages: readonly Route[] = [
  getPage(
    basicPath,
    access.readBasic,
    async ({ actor, database, query }): Promise<PageAnswer> => {
      const ids = hasRole(actor, 'team_lead') ? null : schoolsOf(actor, ...access.judge).map(({ id }) => id);
      const found = await database.read(actor, (reader) =>
        findSchools(reader, actor, { ids, limit: perPage, after: query.na }),
      );
      const { items, next } = pageOf(found, perPage, ({ name }) => name);
      const body = (
        <>
          <ResultsCrumb actor={actor} />
          <h1>Basisondersteuning</h1>
          <p class="lead">
            Wat elke school zelf kan bieden. School en contactpersoon kijken samen hoe het ervoor staat: de
            een schrijft het op, de ander is akkoord of antwoordt. Wat er stond blijft te lezen.
          </p>
          <p class="row">
            <a href={criteriaPath}>De criteria</a>
            <a href={definitionHref('basic_support')}>Zo telt het mee in de cijfers</a>
          </p>
          {items.length === 0 && (
            <Empty title="Er zijn geen scholen" text="U bent van geen school op dit moment." />
          )}
          {items.length > 0 && <h2>Scholen</h2>}
          <CardList>
            {items.map((school) => (
              <SchoolCard key={school.id} school={school} />
            ))}
          </CardList>
          <Paging
            next={next === null ? undefined : `${basicPath}?na=${next}`}
            first={query.na === undefined ? undefined : basicPath}
          />
        </>
      );
      return { kind: 'html', title: 'Basisondersteuning', body };
    },
    z.object({ na: cursorQuery }),
  ),
];

function SchoolCard({ school }: { readonly school: SchoolAtGlance }): JSX.Element {
  const { code, name, agreedOn, met, judged, waitingFrom } = school;
  return (
    <Card
      title={name}
      href={schoolHref(code)}
      badge={waitingFrom === null ? undefined : <StateBadge tone="waiting" label={waitsFor(waitingFrom)} />}
    >
      {agreedOn === null
        ? 'Er is nog niets samen vastgesteld.'
        : `${met} van ${judged} criteria op orde op ${showDate(agreedOn)}.`}
    </Card>
  );
}
