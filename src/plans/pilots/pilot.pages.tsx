/** One pilot: where, since when, what is different, what came of it; and what can be done with it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { dayOf, showDate, showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { type Back, backFrom } from '../form.ts';
import { development, Top, Words } from '../words.tsx';
import { takePilotStep } from './pilot.actions.ts';
import { decideInput } from './pilot.input.ts';
import { deciders, pilotWriters } from './pilot.rules.ts';
import { findTold, getPilot, type Pilot, type Told } from './pilot.store.ts';
import { measureName, pilotLabels } from './pilot.words.ts';
import { comparisonPath, Decided, lower, PilotBadge, pilotPath, pilotsPath } from './pilot-parts.tsx';
import { Ways } from './pilot-steps.tsx';

type Reading = Call<Actor, object, unknown> & Page;

interface Sent {
  readonly typed: Entries;
  readonly back: Back;
}

export const pilotPages: readonly Route[] = [
  getPage(`${pilotsPath}/:id`, 'member', (call) => show(call)),
  postPage(`${pilotsPath}/:id/starten`, pilotWriters, z.object({}), async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await takePilotStep(call.deed, call.actor, id, { step: 'start' });
    if (outcome.outcome === 'taken') return done(id, 'De pilot staat er nu voor iedereen.');
    const { parsed, typed } = call.input;
    return show(call, { typed, back: backFrom(parsed, outcome, pilotLabels) });
  }),
  postPage(`${pilotsPath}/:id/besluiten`, deciders, decideInput, async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const { parsed, typed } = call.input;
    const outcome = parsed.ok
      ? await takePilotStep(call.deed, call.actor, id, { step: 'decide', ...parsed.value })
      : undefined;
    if (outcome?.outcome === 'taken') return done(id, 'Het besluit staat er, met de reden.');
    return show(call, { typed, back: backFrom(parsed, outcome, pilotLabels, { reasonsGiven: ['reasons'] }) });
  }),
];

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: pilotPath(id),
  flash: { tone: 'good', text },
});

async function show({ actor, params, database, csrf, now }: Reading, sent?: Sent): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [pilot, told] = await database.read(actor, (reader) =>
    Promise.all([getPilot(reader, actor, id), findTold(reader, actor, id)]),
  );
  if (pilot === undefined) return notFound;
  const today = dayOf(now.getTime());
  return {
    kind: 'html',
    status: sent?.back.status ?? 200,
    title: pilot.name,
    body: <Shown {...{ pilot, told, actor, csrf, today, sent }} />,
  };
}

interface ShownProps {
  readonly pilot: Pilot;
  readonly told: readonly Told[];
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: string;
  readonly sent: Sent | undefined;
}

function Shown(props: ShownProps): JSX.Element {
  const { pilot, told, today, sent } = props;
  const { startsOn, endsOn, measures, ambition } = pilot;
  return (
    <>
      <Top
        trail={[development, { href: pilotsPath, label: 'Pilots' }]}
        name={pilot.name}
        badge={<PilotBadge pilot={pilot} today={today} />}
        errors={(sent?.back.trouble ?? noTrouble).summary}
      />
      <div class="stack">
        <Decided pilot={pilot} />
        {pilot.status === 'decided' && <TypedBefore typed={sent?.typed ?? []} />}
        <Facts
          items={[
            { label: 'Wanneer', value: capital(showPeriod(startsOn, endsOn)) },
            {
              label: 'Vergeleken op',
              value:
                measures.length === 0
                  ? 'Nog niet gekozen'
                  : capital(list(measures.map(measureName).map(lower))),
            },
            ...(ambition === null ? [] : [{ label: 'Draagt bij aan', value: ambition.name }]),
          ]}
        />
        <h2>Wat gaat hier anders?</h2>
        <Words text={pilot.difference} under={2} />
        <h2>Scholen die meedoen</h2>
        {pilot.schools.length === 0 ? (
          <p>Nog niet gekozen.</p>
        ) : (
          <Table
            caption="Scholen die meedoen"
            hideCaption
            columns={[
              { label: 'School', cell: (one) => <a href={`/scholen/${one.code}`}>{one.name}</a> },
              { label: 'Doet mee', cell: (one) => capital(showPeriod(one.startsOn, one.endsOn)) },
            ]}
            rows={pilot.schools}
          />
        )}
        <h2>Hoe het gaat</h2>
        {told.length === 0 ? (
          <p>Er is nog geen bericht over deze pilot.</p>
        ) : (
          <ul>
            {told.map(({ title, address, publishedAt }) => (
              <li key={address}>
                <a href={`/nieuws/${address}`}>
                  <bdi>{title}</bdi>
                </a>
                , {showDate(dayOf(publishedAt))}
              </li>
            ))}
          </ul>
        )}
        {pilot.status !== 'draft' && hasRole(props.actor, 'team_lead') && (
          <p>
            <a href={comparisonPath(pilot.id)}>Vergelijk de cijfers met andere scholen</a>
          </p>
        )}
        <Ways {...props} />
      </div>
    </>
  );
}
