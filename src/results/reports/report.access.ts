/** Who reads which report. The database holds the same (migrations/0064 and 0078: `report_right` and the policies of reports). */
import {
  type Actor,
  boardsOf,
  hasRole,
  type Place,
  type Role,
  schoolsOf,
} from '../../platform/pure/actor.ts';
import { readsEveryBoard } from '../measures/measure.access.ts';
import type { ReportKind } from './report.rules.ts';

export const access = {
  /** Who reads a report of any kind. */
  read: [
    'team_lead',
    'contact_person',
    'school_director',
    'support_coordinator',
    'board_member',
    'partnership_director',
    'policy_adviser',
    'committee_secretary',
    'committee_member',
  ],
} as const satisfies Record<string, readonly Role[]>;

/** What a report is about: its kind, and of a school or a board which one. */
export interface Subject {
  readonly kind: ReportKind;
  readonly place: Place | null;
}

/** Places beside somebody's own. */
interface AllPlaces {
  readonly schools: readonly Place[];
  readonly boards: readonly Place[];
}

/**
 * The reports somebody may ask for; a team lead also those of every school. Who finds the released figures of every board among the
 * results may have them in a report: it holds the same cells, whoever asks.
 */
export function subjectsOf(actor: Actor, all: AllPlaces): readonly Subject[] {
  const own = schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator');
  const schools = asksForEverySchool(actor) ? all.schools : byName(own);
  const boards = readsEveryBoard(actor) ? all.boards : byName(boardsOf(actor));
  const whole = (kind: ReportKind, may: boolean): readonly Subject[] => (may ? [{ kind, place: null }] : []);
  return [
    ...whole('partnership', hasRole(actor, 'partnership_director', 'policy_adviser', 'team_lead')),
    ...whole('committee', hasRole(actor, 'committee_secretary', 'committee_member', 'team_lead')),
    ...boards.map((place) => ({ kind: 'board' as const, place })),
    ...schools.map((place) => ({ kind: 'school' as const, place })),
  ];
}

const byName = (places: readonly Place[]) => places.toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));

export const asksForEverySchool = (actor: Actor): boolean => hasRole(actor, 'team_lead');

/**
 * A member of the committee has a report of their own: of a question in which they are not impartial they may not know. Secretary and team
 * lead share theirs.
 */
export const ownerOf = (actor: Actor, kind: ReportKind): string | null =>
  kind === 'committee' && !hasRole(actor, 'committee_secretary', 'team_lead') ? actor.personId : null;

/** Whose reports can be sent to others: a report of one's own is for nobody else. */
export const maySchedule = (actor: Actor, kind: ReportKind): boolean => ownerOf(actor, kind) === null;

/**
 * Of a school a team lead has another report than those who work there: what is of single pupils they do not read, so that it is not
 * counted for them.
 */
export const isAsLead = (actor: Actor, { kind, place }: Subject): boolean =>
  kind === 'school' &&
  !schoolsOf(actor, 'contact_person', 'school_director', 'support_coordinator').some(
    ({ id }) => id === place?.id,
  );
