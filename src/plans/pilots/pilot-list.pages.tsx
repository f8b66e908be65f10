/** The pilots of a partnership, those that began last first. */
import { z } from 'zod';
import { dayCursorQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { getPage, type PageAnswer, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { CardList, Empty } from '../../platform/ui/parts.tsx';
import { mayTakePilotStep } from './pilot.rules.ts';
import { findPilots } from './pilot.store.ts';
import { PilotCard, pilotsPath } from './pilot-parts.tsx';

const perPage = 50;

export const pilotListPages: readonly Route[] = [
  getPage(
    pilotsPath,
    'member',
    async ({ actor, database, query, today }): Promise<PageAnswer> => {
      const found = await database.read(actor, (reader) =>
        findPilots(reader, actor, { limit: perPage, after: query.na }),
      );
      const { items: pilots, next } = pageOf(found, perPage, ({ startsOn }) => startsOn);
      const roles = actor.appointments.map(({ role }) => role);
      return {
        kind: 'html',
        title: 'Pilots',
        body: (
          <>
            <Breadcrumb items={[{ href: '/ontwikkeling', label: 'Ontwikkeling' }]} />
            <div class="title-row">
              <h1>Pilots</h1>
              {mayTakePilotStep('write', roles) && (
                <LinkButton href={`${pilotsPath}/nieuw`}>Nieuwe pilot</LinkButton>
              )}
            </div>
            <p class="lead">
              Waar we anders werken om te zien of het beter is. Met wat er anders gaat, waarmee we vergelijken
              en wat we erover besloten.
            </p>
            {pilots.length === 0 ? (
              <Empty title="Er is nog geen pilot" text="Zodra er een begint, leest u hier waar en waarom." />
            ) : (
              <>
                <h2 class="visually-hidden">Alle pilots</h2>
                <CardList>
                  {pilots.map((pilot) => (
                    <PilotCard key={pilot.id} pilot={pilot} today={today} />
                  ))}
                </CardList>
              </>
            )}
            <Paging
              next={next === null ? undefined : `${pilotsPath}?na=${next}`}
              first={query.na && pilotsPath}
            />
          </>
        ),
      };
    },
    z.object({ na: dayCursorQuery.catch(undefined) }),
  ),
];
