/** The cells of the matrix for the second job: every door with the id of something in it, and what it must answer to whom. */
import type { Actor, Identity } from '../../src/platform/pure/actor.ts';
import { mayKnock, type Route } from '../../src/platform/route.ts';
import { mayTake, type Relation, type StepName, stepNames } from '../../src/questions/question.rules.ts';
import { stepSlugs } from '../../src/questions/steps/step.slugs.ts';
import { allRoutes } from '../../src/web/server.ts';
import { type Facts, held, readsPart } from './question-reach.ts';

/** What an address names besides the question itself. `personId`: who attached it or who visited. */
export interface Thing {
  readonly id: string;
  readonly questionId: string | null;
  readonly personId: string | null;
}
export type Things = Record<
  'file' | 'goal' | 'visit' | 'decision' | 'meeting' | 'specialist',
  readonly Thing[]
>;

/** The statuses that are right; undefined: a deed that might be done with nothing filled in. */
type Should = readonly number[] | undefined;
interface Cell {
  readonly route: Route;
  readonly address: string;
  readonly what: string;
  readonly should: Should;
}

const doors = allRoutes(true).filter(({ path }) => path.includes('/:'));
const of = (pattern: RegExp) => doors.filter(({ path }) => pattern.test(path));
export const doorsOf = {
  question: of(/^\/(vragen|support-questions)\/:id(?!.*:(file|attachmentId))/),
  file: of(/^\/(vragen|support-questions)\/:id.*:(file|attachmentId)/),
  goal: of(/^\/(doelen|goals)\/:id/),
  visit: of(/^\/(inzet\/bezoeken|visits)\/:id/),
  meeting: of(/^\/(acta|committee-meetings)\/:id/),
  decision: of(/^\/(acta\/besluiten|committee-decisions)\/:id/),
  specialist: of(/^\/(inzet\/specialisten|specialists)\/:id$/).filter(({ method }) => method === 'GET'),
} as const;

const kinds = ({ path }: Route) => path.split('/');
const stepOf = (route: Route): StepName | undefined =>
  stepNames.find((step) => kinds(route)[3] === stepSlugs[step]);

/** Who could help is asked beside the step that chooses. */
const isAskedFor = ({ path }: Route): StepName | undefined =>
  path.endsWith('/recommendations') ? 'assign' : undefined;
const refusals = [400, 403, 409, 412, 422, 428];

/** What a door of a question answers to who is this to it; undefined: a deed that might be done with nothing filled in. */
function ofQuestion(
  route: Route,
  { status }: Facts,
  relations: readonly Relation[],
): readonly number[] | undefined {
  if (!readsPart(relations, 'planning')) return [404];
  const words = readsPart(relations, 'words');
  // Who only plans knows nothing of files.
  if (/bijlagen|attachments/.test(route.path)) {
    if (!words) return [404];
    return route.method === 'GET' ? [200] : refusals;
  }
  const asked = isAskedFor(route);
  const step = stepOf(route) ?? asked;
  if (step === undefined) return route.method === 'GET' ? [200] : refusals;
  // Who writes on a draft sees the same page, which says who submits it.
  if (step === 'submit' && route.method === 'GET' && mayTake('revise', { status, relations }))
    return [200, 409];
  if (!mayTake(step, { status, relations })) return [403, 409, 422];
  if (asked !== undefined) return [200];
  return route.method === 'GET' ? [200, 409] : undefined;
}

function ofFile(route: Route, relations: readonly Relation[], mine: boolean, uploader: boolean) {
  if (!readsPart(relations, 'words') || !mine) return [404];
  if (route.method === 'GET') return [200];
  return uploader || relations.includes('contact_person') ? undefined : [403, 404];
}

/** Goals are for who works on the question, not for who reads along by a stationing. */
function ofGoal(route: Route, relations: readonly Relation[]): Should {
  const works = relations.filter((one) => one !== 'stationed');
  if (!readsPart(works, 'words')) return [404];
  const side = relations.some((one) =>
    ['support_coordinator', 'school_director', 'specialist'].includes(one),
  );
  if (route.method === 'GET' && !/aanpassen|score/.test(route.path)) return [200];
  if (!side) return route.method === 'GET' ? [403, 404] : [403, 404, 422];
  if (route.method === 'GET') return [200, 404, 409];
  return route.path.endsWith('aanpassen') ? undefined : [...refusals, 404];
}

/** Visits of this world are all at the one school, by «other». */
function ofVisit(route: Route, kind: string, own: boolean): Should {
  const { here, lone = [] } = held[kind] ?? {};
  const reads = own || lone.includes('team_lead') || (here !== undefined && here !== 'teacher');
  if (!reads) return [404];
  if (route.method === 'GET' && !route.path.endsWith('wijzigen')) return [200];
  if (!own && /wijzigen|intrekken|withdrawal|visits\/:id$/.test(route.path)) return [403, 404];
  if (route.method === 'GET') return [200, 404];
  return route.path.endsWith('intrekken') ? undefined : [...refusals, 404];
}

function ofMeeting(route: Route, domestic: boolean): readonly number[] | undefined {
  if (!domestic) return route.method === 'GET' ? [404] : [404, 400, 422];
  if (route.method === 'GET')
    return [200, ...(route.path.endsWith('wijzigen') || route.path.endsWith('verslag') ? [409] : [])];
  return route.path.endsWith('annuleren') ? undefined : [...refusals, 404];
}

interface Seen {
  readonly questions: readonly Facts[];
  readonly things: Things;
  readonly domestic: boolean;
  relationsTo(questionId: string | null): readonly Relation[];
}

const fill = ({ path }: Route, id: string, file = '') =>
  path.replace(':id', id).replace(/:(file|attachmentId)/, file);

function* questionCells({ questions, relationsTo }: Seen): Generator<Cell> {
  for (const facts of questions)
    for (const route of doorsOf.question)
      yield {
        ...{ route, address: fill(route, facts.id), what: facts.name },
        should: ofQuestion(route, facts, relationsTo(facts.id)),
      };
}

/** Each file at its own question, and one at every other. */
function* fileCells({ questions, things, relationsTo }: Seen, who: Identity): Generator<Cell> {
  for (const [nth, file] of things.file.entries())
    for (const facts of questions.filter(({ id }) => nth === 0 || id === file.questionId))
      for (const route of doorsOf.file) {
        const mine = file.questionId === facts.id;
        yield {
          ...{ route, address: fill(route, facts.id, file.id) },
          what: `${facts.name}, ${mine ? 'its' : 'another'} file`,
          should: ofFile(route, relationsTo(facts.id), mine, file.personId === who.personId),
        };
      }
}

function* workCells({ things, relationsTo, domestic }: Seen, kind: string, who: Identity): Generator<Cell> {
  const rules: Readonly<Record<keyof typeof doorsOf & keyof Things, (route: Route, thing: Thing) => Should>> =
    {
      file: () => undefined,
      goal: (route, { questionId }) => ofGoal(route, relationsTo(questionId)),
      visit: (route, { personId }) => ofVisit(route, kind, personId === who.personId),
      meeting: (route) => ofMeeting(route, domestic),
      decision: (_route, { questionId }) => (relationsTo(questionId).some(fetches) ? [200] : [404]),
      specialist: () => (domestic ? [200] : [404]),
    };
  for (const what of ['goal', 'visit', 'meeting', 'decision', 'specialist'] as const)
    for (const thing of things[what])
      for (const route of doorsOf[what])
        yield { route, address: fill(route, thing.id), what, should: rules[what](route, thing) };
}

const letterReaders: readonly Relation[] = [
  'support_coordinator',
  'school_director',
  'contact_person',
  'committee_secretary',
];
const fetches = (relation: Relation) => letterReaders.includes(relation);

/** Everything that somebody could knock at, with what must come of it; a door that is shut to their roles once. */
export function* cellsOf(seen: Seen, kind: string, who: Identity, actor: Actor): Generator<Cell> {
  const shut = new Set<Route>();
  for (const cells of [questionCells(seen), fileCells(seen, who), workCells(seen, kind, who)])
    for (const cell of cells) {
      if (mayKnock(cell.route.access, actor)) yield cell;
      else if (!shut.has(cell.route)) {
        shut.add(cell.route);
        yield { ...cell, should: [403] };
      }
    }
}
