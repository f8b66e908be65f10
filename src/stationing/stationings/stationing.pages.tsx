/** One stationing: who is where, what can be done with it now, and what happened. */
import type { ComponentChildren, JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { capital, list } from '../../platform/pure/text.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { Steps, Timeline } from '../../platform/ui/timeline.tsx';
import { dagdelenAWeek } from '../specialists/specialist.words.ts';
import { mayPropose, readers } from './stationing.access.ts';
import { moveOf } from './stationing.rules.ts';
import type { Stationing, StationingEntry } from './stationing.store.ts';
import { stepsFor } from './stationing.view.ts';
import { byItself, entryWords, reasonWords, stepWords } from './stationing.words.ts';
import { listPath, StationingBadge, titleOf } from './stationing-parts.tsx';
import { readAsked, stepSlugs } from './stationing-steps.pages.tsx';

export const stationingPages: readonly Route[] = [
  getPage(`${listPath}/:id`, readers, async (call) => {
    const { actor, today } = call;
    const stationing = await readAsked(call);
    if (stationing === undefined) return notFound;
    const title = titleOf(stationing);
    return { kind: 'html', title, body: <StationingView {...{ title, stationing, actor, today }} /> };
  }),
];

interface ViewProps {
  readonly title: string;
  readonly stationing: Stationing;
  readonly actor: Actor;
  readonly today: string;
}

function StationingView({ title, stationing, actor, today }: ViewProps): JSX.Element {
  const { id, status, timeline, note } = stationing;
  const path = `${listPath}/${id}`;
  const goOn = `${listPath}/nieuw?verder=${id}`;
  // What this state does not know is not shown as something that cannot be done yet.
  const steps = stepsFor(stationing, today).filter(({ step }) => moveOf(step, status) !== undefined);
  const goesOn = mayPropose(actor) && ['agreed', 'active', 'evaluated'].includes(status);
  return (
    <>
      <Breadcrumb items={[{ href: listPath, label: 'Stationeringen' }]} />
      <div class="title-row">
        <h1>{title}</h1>
        <StationingBadge stationing={stationing} />
      </div>
      <Facts items={factsOf(stationing)} />
      {(steps.length > 0 || goesOn) && <h2>Wat u kunt doen</h2>}
      <Steps
        steps={[
          ...steps.map(({ step, allowed, unmet }) =>
            allowed
              ? { label: stepWords[step], allowed, href: `${path}/${stepSlugs[step]}` }
              : { label: stepWords[step], allowed, reasons: unmet.map(({ detail }) => detail) },
          ),
          ...(goesOn ? [{ label: 'Verleng of verander', allowed: true, href: goOn } as const] : []),
        ]}
      />
      {note !== null && (
        <section class="stack" aria-labelledby="overdracht">
          <h2 id="overdracht">Overdracht</h2>
          <Prose text={note} />
        </section>
      )}
      <h2>Wat er gebeurde</h2>
      <Timeline items={timeline.map(itemOf)} />
    </>
  );
}

function factsOf(stationing: Stationing) {
  const { specialist, specialistHere, place, schools, dagdelen, from, to, questionsShare, ambitions } =
    stationing;
  const { endedBecause, continues, successors } = stationing;
  const line = (label: string, value: ComponentChildren) => ({ label, value });
  return [
    line(
      'Wie',
      specialistHere ? (
        <a href={`/inzet/specialisten/${specialist.id}`}>{specialist.name}</a>
      ) : (
        specialist.name
      ),
    ),
    line(
      'Waar',
      place.kind === 'school' ? <a href={`/scholen/${place.code}`}>{place.name}</a> : `Bestuur ${place.name}`,
    ),
    ...(place.kind === 'board' ? [line('Scholen', list(schools.map(({ name }) => name)))] : []),
    line('Hoeveel', dagdelenAWeek(dagdelen)),
    line('Wanneer', showPeriod(from, to)),
    line(
      'Waarvoor',
      list([
        ...(questionsShare > 0 ? [`${questionsShare} procent vragen van scholen`] : []),
        ...ambitions.map(({ name, share }) => `${share} procent ${name}`),
      ]),
    ),
    ...(endedBecause === null ? [] : [line('Beëindigd', reasonWords[endedBecause])]),
    ...(continues === null
      ? []
      : [
          line(
            'Gaat verder op',
            <a href={`${listPath}/${continues.id}`}>
              {`${continues.place}, ${showPeriod(continues.from, continues.to)}`}
            </a>,
          ),
        ]),
    ...successors
      .filter(({ status }) => status !== 'withdrawn')
      .slice(0, 1)
      .map((next) =>
        line(
          'Gaat daarna verder',
          <a href={`${listPath}/${next.id}`}>{`${next.place}, ${showPeriod(next.from, next.to)}`}</a>,
        ),
      ),
  ];
}

function itemOf({ id, at, by, step, words, because, lastDay }: StationingEntry) {
  const alone = byItself[step];
  return {
    id,
    at,
    when: showMoment(at),
    who: by ?? 'vanzelf',
    title: by === null || step === 'make_way' ? (alone ?? stepWords[step]) : capital(entryWords[step]),
    body: (words !== null || because !== null || lastDay !== null) && (
      <>
        {because !== null && <p>{reasonWords[because]}</p>}
        {lastDay !== null && <p>Laatste dag: {showDate(lastDay)}</p>}
        {words !== null && <Prose text={words} />}
      </>
    ),
  };
}
