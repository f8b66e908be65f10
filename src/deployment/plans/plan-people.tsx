/** Who goes where, by specialist: what they do there, why they, who else could, and the buttons to hold or change it. */
import type { JSX } from 'preact';
import {
  assignmentWords,
  type ExplainedAssignment,
  type ExplainedStationing,
  type StationingResult,
  stationingWords,
} from '../../planner/index.ts';
import { capital, count } from '../../platform/pure/text.ts';
import { Empty, StateBadge } from '../../platform/ui/parts.tsx';
import { nameIn } from './plan.view.ts';
import { halvesWords, showNumber } from './plan-figures.words.ts';
import { Hold } from './plan-hold.tsx';
import type { PlanOnPage } from './plan-page.store.ts';
import { DemandLink, Why } from './plan-why.tsx';

interface Shown extends PlanOnPage {
  readonly stationings: ReadonlyMap<string, ExplainedStationing>;
  readonly assignments: ReadonlyMap<string, ExplainedAssignment>;
  readonly halvesOf: ReadonlyMap<string, number>;
  readonly nameOf: ReturnType<typeof nameIn>;
}

interface PeopleProps extends PlanOnPage {
  /** On this page of the list. */
  readonly specialistIds: readonly string[];
}

/** Specialists with work in the plan, by name. */
export function specialistsOf({ plan, names }: PlanOnPage): readonly string[] {
  const ids = [...new Set(plan.best?.stationings.map(({ specialistId }) => specialistId) ?? [])];
  const nameOf = nameIn(names);
  const key = (id: string) => nameOf({ ref: 'specialist', id });
  return ids.toSorted((a, b) => key(a).localeCompare(key(b), 'nl') || (a < b ? -1 : 1));
}

export function People({ plan, names, facts, specialistIds }: PeopleProps): JSX.Element {
  const { best, explanation } = plan;
  if (specialistIds.length === 0)
    return <Empty title="Niemand heeft werk in dit plan" text="Kijk bij wat blijft liggen waarom." />;
  const shown: Shown = {
    ...{ plan, names, facts },
    stationings: new Map(
      explanation?.stationings.map((each) => [`${each.specialistId} ${each.schoolId}`, each]),
    ),
    assignments: new Map(
      explanation?.assignments.map((each) => [`${each.specialistId} ${each.demandId}`, each]),
    ),
    halvesOf: new Map(best?.assignments.map(({ demandId, halves }) => [demandId, halves])),
    nameOf: nameIn(names),
  };
  return (
    <>
      {specialistIds.map((id) => {
        const own = best?.stationings.filter(({ specialistId }) => specialistId === id) ?? [];
        const ended = best?.ended.filter(({ specialistId }) => specialistId === id) ?? [];
        const halves = own.reduce((sum, each) => sum + each.halves, 0);
        return (
          <section key={id} class="plan-person" aria-labelledby={`s-${id}`}>
            <h2 id={`s-${id}`}>
              <bdi>{shown.nameOf({ ref: 'specialist', id })}</bdi>
            </h2>
            <p class="plan-person__sum">
              {capital(halvesWords(halves))} per week op {count(own.length, 'school', 'scholen')}.
              {ended.length > 0 &&
                ` Stopt op ${ended.map(({ schoolId }) => names.schools[schoolId]?.name ?? 'een school').join(' en ')}.`}
            </p>
            <ul class="card-list" role="list">
              {own.map((each) => (
                <Station key={each.schoolId} stationing={each} shown={shown} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

const isWords = { new: 'nieuw', kept: 'blijft zo', changed: 'andere dagdelen' } as const;
const isTones = { new: 'new', kept: 'quiet', changed: 'busy' } as const;

function Station({
  stationing,
  shown,
}: {
  readonly stationing: StationingResult;
  readonly shown: Shown;
}): JSX.Element {
  const { specialistId, schoolId, halves, fixedHalves, demandIds, is, currentHalves } = stationing;
  const { names, facts, nameOf } = shown;
  const school = names.schools[schoolId];
  const anchor = `${specialistId}.${school?.code}`;
  const why = shown.stationings.get(`${specialistId} ${schoolId}`);
  const schoolName = school?.name ?? 'een school';
  return (
    <li class="card" id={anchor} tabIndex={-1}>
      <div class="card__head">
        <h3 class="plan-card__title">
          <bdi>
            {school === undefined ? schoolName : <a href={`/scholen/${school.code}`}>{schoolName}</a>}
          </bdi>
        </h3>
        <StateBadge tone={isTones[is]} label={isWords[is]} />
      </div>
      <p class="card__meta">
        {capital(halvesWords(halves))} per week
        {is === 'changed' && currentHalves !== null && `, nu ${showNumber(currentHalves / 2)}`}
        {fixedHalves > 0 &&
          `. Daarin ${halvesWords(fixedHalves)} voor vragen die al van deze specialist zijn`}
        .
      </p>
      <div class="card__body">
        {why && <Why words={stationingWords(why, facts.weights)} nameOf={nameOf} />}
        <Hold {...{ shown, specialistId, schoolId, anchor }} demandId={null} of={`op ${schoolName}`} />
        {demandIds.length > 0 && (
          <ul class="plan-work" role="list">
            {demandIds.map((demandId) => (
              <Work key={demandId} {...{ demandId, specialistId, schoolId, shown }} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

interface WorkProps {
  readonly demandId: string;
  readonly specialistId: string;
  readonly schoolId: string;
  readonly shown: Shown;
}

function Work({ demandId, specialistId, schoolId, shown }: WorkProps): JSX.Element {
  const { names, facts, nameOf, halvesOf } = shown;
  const anchor = `${specialistId}.${names.schools[schoolId]?.code}.${demandId}`;
  const why = shown.assignments.get(`${specialistId} ${demandId}`);
  const halves = halvesOf.get(demandId) ?? 0;
  return (
    <li class="plan-work__item" id={anchor} tabIndex={-1}>
      <p>
        <DemandLink id={demandId} {...{ names, nameOf }} />, {halvesWords(halves)} in de hele periode
      </p>
      {why && <Why words={assignmentWords(why, facts.weights)} nameOf={nameOf} />}
      <Hold
        {...{ shown, specialistId, schoolId, demandId, anchor }}
        of={nameOf({ ref: 'demand', id: demandId })}
      />
    </li>
  );
}
