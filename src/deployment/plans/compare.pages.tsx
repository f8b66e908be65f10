/** Two plans side by side: only what differs, in words. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { type Comparing, comparingWords, type Sentence, say } from '../../planner/index.ts';
import { idOf } from '../../platform/input.ts';
import { addDays, showPeriod } from '../../platform/pure/dates.ts';
import { getPage, notFound, type PageAnswer, type PageRoute } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Breadcrumb, Filter } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { planners } from './plan.access.ts';
import { endOf } from './plan.rules.ts';
import { findPlanNames, getPlan, type Plan, type PlanNames } from './plan.store.ts';
import { demandsOf, nameIn } from './plan.view.ts';
import { planStatusWords } from './plan.words.ts';
import { findPlanChoices, type PlanChoices } from './plan-choices.store.ts';
import { provenWords, showNumber } from './plan-figures.words.ts';
import { planPath, plansPath } from './plan-list.pages.tsx';
import { compared } from './planner.ts';

const path = `${planPath(':id')}/vergelijken`;

export const comparePages: readonly PageRoute[] = [
  getPage(
    path,
    planners,
    async ({ actor, params, query, database }): Promise<PageAnswer> => {
      const id = idOf(params);
      const { tenantId } = actor;
      const { met } = query;
      if (id === undefined) return notFound;
      return database.read(actor, async (reader): Promise<PageAnswer> => {
        const [one, other] = await Promise.all([
          getPlan(reader, tenantId, id),
          met === undefined ? undefined : getPlan(reader, tenantId, met),
        ]);
        if (one === undefined || (met !== undefined && other === undefined)) return notFound;
        if (other === undefined) {
          const plans = await findPlanChoices(reader, actor);
          return { kind: 'html', title: 'Plannen vergelijken', body: <Choose plan={one} plans={plans} /> };
        }
        const demands = [...new Set([...demandsOf(one), ...demandsOf(other)])];
        const names = await findPlanNames(reader, tenantId, demands);
        const title = `${one.name} en ${other.name}`;
        return { kind: 'html', title, body: <Compared one={one} other={other} names={names} /> };
      });
    },
    z.object({ met: z.uuid().optional().catch(undefined) }),
  ),
];

function Crumbs({ plan }: { readonly plan: Plan }): JSX.Element {
  return (
    <Breadcrumb
      items={[
        { href: plansPath, label: 'Plannen' },
        { href: planPath(plan.id), label: plan.name },
      ]}
    />
  );
}

interface ChooseProps {
  readonly plan: Plan;
  readonly plans: PlanChoices['plans'];
}

function Choose({ plan, plans }: ChooseProps): JSX.Element {
  const others = plans.filter(({ id }) => id !== plan.id);
  return (
    <>
      <Crumbs plan={plan} />
      <h1>Plannen vergelijken</h1>
      {others.length === 0 ? (
        <Empty title="Er is geen ander plan" text="Maak een tweede plan, dan ziet u hier wat er verschilt." />
      ) : (
        <Filter action={`${planPath(plan.id)}/vergelijken`} label="Plannen vergelijken">
          <Select
            name="met"
            label={`Vergelijk «${plan.name}» met`}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Filter>
      )}
    </>
  );
}

const same: Comparing['measures'] = {
  ...{ served: 0, hours: 0, travel: 0, ambition: 0, kept: 0, started: 0, asBefore: 0 },
};

interface ComparedProps {
  readonly one: Plan;
  readonly other: Plan;
  readonly names: PlanNames;
}

function Compared({ one, other, names }: ComparedProps): JSX.Element {
  const found = compared(one, other);
  const nothing = { stationings: [], assignments: [], value: 0, measures: same };
  const nameOf = nameIn(names);
  return (
    <>
      <Crumbs plan={one} />
      <h1>
        «<bdi>{one.name}</bdi>» en «<bdi>{other.name}</bdi>»
      </h1>
      <Beside one={one} other={other} />
      {found === undefined ? (
        <Empty
          title="Nog niets te vergelijken"
          text="Een van de plannen heeft nog geen uitkomst met uitleg."
        />
      ) : (
        <>
          <p class="lead">
            Hieronder staat alleen wat in «<bdi>{other.name}</bdi>» anders is dan in «<bdi>{one.name}</bdi>».
          </p>
          {comparingWords(found).length === 0 && (
            <Empty title="Er is geen verschil" text="Beide plannen doen precies hetzelfde." />
          )}
          <Part
            title="Alles bij elkaar"
            words={comparingWords({ ...nothing, value: found.value, measures: found.measures })}
            nameOf={nameOf}
          />
          <Part
            title="Wie waar is"
            words={comparingWords({ ...nothing, stationings: found.stationings })}
            nameOf={nameOf}
          />
          <Part
            title="Wie wat doet"
            words={comparingWords({ ...nothing, assignments: found.assignments })}
            nameOf={nameOf}
          />
        </>
      )}
    </>
  );
}

function Beside({ one, other }: Omit<ComparedProps, 'names'>): JSX.Element {
  const rows: readonly (readonly [string, (plan: Plan) => string])[] = [
    ['Stand', ({ status }) => planStatusWords[status]],
    ['Periode', ({ startsOn, weeks }) => showPeriod(startsOn, addDays(endOf(startsOn, weeks), -1))],
    ['Punten', ({ value }) => (value === null ? 'niet bekend' : showNumber(value))],
    ['Bewijs', provenWords],
    ['Krijgt iemand', ({ best }) => showNumber(best?.assignments.length ?? 0)],
    ['Blijft liggen', ({ best }) => showNumber(best?.unplanned.length ?? 0)],
    ['Stationeringen', ({ best }) => showNumber(best?.stationings.length ?? 0)],
  ];
  return (
    <Table
      caption="De plannen naast elkaar"
      hideCaption
      rows={rows}
      columns={[
        { label: 'Wat', cell: ([label]) => label },
        { label: one.name, cell: ([, of]) => of(one) },
        {
          label: other.name === one.name ? `${other.name} (ander plan)` : other.name,
          cell: ([, of]) => of(other),
        },
      ]}
    />
  );
}

interface PartProps {
  readonly title: string;
  readonly words: readonly Sentence[];
  readonly nameOf: ReturnType<typeof nameIn>;
}

function Part({ title, words, nameOf }: PartProps): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {words.map((sentence, nth) => (
          <li key={nth}>{say(sentence, nameOf)}</li>
        ))}
      </ul>
    </section>
  );
}
