/** The plans of a partnership, the newest first. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { addDays, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { getPage, type Html, type PageRoute } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { planners } from './plan.access.ts';
import { endOf, isAtWork } from './plan.rules.ts';
import { findPlans, type PlanRow } from './plan.store.ts';
import { planStatusWords } from './plan.words.ts';
import { hasOutcome, provenWords, showNumber, statusTones } from './plan-figures.words.ts';

export const plansPath = '/inzet/plannen';
export const planPath = (id: string): string => `${plansPath}/${id}`;

const perPage = 20;

export const planListPages: readonly PageRoute[] = [
  getPage(
    plansPath,
    planners,
    async ({ actor, database, query }): Promise<Html> => {
      const found = await database.read(actor, (reader) =>
        findPlans(reader, actor.tenantId, { limit: perPage, after: query.na }),
      );
      const { items: plans, next } = pageOf(found, perPage, ({ madeAt }) => madeAt);
      return {
        kind: 'html',
        title: 'Plannen',
        body: (
          <PlanList
            plans={plans}
            next={next === null ? undefined : `${plansPath}?na=${next}`}
            first={query.na && plansPath}
          />
        ),
      };
    },
    z.object({ na: momentCursorQuery }),
  ),
];

interface PlanListProps {
  readonly plans: readonly PlanRow[];
  readonly next: string | undefined;
  readonly first: string | undefined;
}

function PlanList({ plans, next, first }: PlanListProps): JSX.Element {
  const fresh = <LinkButton href={`${plansPath}/nieuw`}>Nieuw plan</LinkButton>;
  return (
    <>
      <div class="title-row">
        <h1>Plannen</h1>
        {plans.length > 0 && fresh}
      </div>
      <p class="lead">
        De planner zoekt wie het beste waar kan helpen, en bewijst hoe goed dat is. U beslist: pas als u een
        plan publiceert, horen anderen ervan.
      </p>
      {plans.length === 0 ? (
        <Empty
          title="Er is nog geen plan"
          text="Laat de planner de open vragen verdelen. Binnen een minuut ziet u een voorstel met uitleg."
          action={fresh}
        />
      ) : (
        <>
          <h2 class="visually-hidden">Alle plannen</h2>
          <CardList>
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </CardList>
        </>
      )}
      <Paging next={next} first={first} />
    </>
  );
}

function PlanCard({ plan }: { readonly plan: PlanRow }): JSX.Element {
  const { id, name, startsOn, weeks, status, value, basedOn } = plan;
  return (
    <Card
      title={name}
      href={planPath(id)}
      badge={<StateBadge tone={statusTones[status]} label={planStatusWords[status]} />}
      meta={
        <>
          {showPeriod(startsOn, addDays(endOf(startsOn, weeks), -1))}. Gemaakt door{' '}
          <bdi>{plan.madeBy.name}</bdi> op {showMoment(plan.madeAt)}
          {basedOn !== null && (
            <>
              , na «<bdi>{basedOn.name}</bdi>»
            </>
          )}
          .
        </>
      }
    >
      {value !== null && (hasOutcome(status) || isAtWork(status)) && (
        <p>
          {showNumber(value)} punten, {provenWords(plan)}.
        </p>
      )}
    </Card>
  );
}
