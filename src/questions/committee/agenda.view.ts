/** An agenda as API and pages tell it: pure. */
import { type Actor, hasRole, schoolsOf } from '../../platform/pure/actor.ts';
import type { Agenda } from './agenda.actions.ts';
import type { AgendaItem } from './agenda.store.ts';
import { access } from './committee.access.ts';
import { takersOf } from './committee.rules.ts';

/** Who can take part in an item. */
export interface Standing {
  readonly takers: number;
  readonly enough: boolean;
  /** Members with a conflict of interest, by name; for the secretary. */
  readonly out: readonly { readonly name: string; readonly recused: boolean }[];
}

/** Who can take part in an open item; undefined for who is not of the committee. */
export function standingOf(
  { meeting, conflicts }: Agenda<AgendaItem>,
  item: AgendaItem,
  actor: Actor,
): Standing | undefined {
  if (!hasRole(actor, ...access.keep)) return undefined;
  const out = conflicts.filter(({ questionId }) => questionId === item.questionId);
  const attended = meeting.members.some(({ present }) => present);
  const sitting = { members: meeting.members, quorum: meeting.quorum, attended };
  const nameOf = (id: string) => meeting.members.find((member) => member.id === id)?.name ?? '';
  return {
    ...takersOf(
      sitting,
      out.map(({ personId }) => personId),
    ),
    out: out.map(({ personId, recused }) => ({ name: nameOf(personId), recused })),
  };
}

/** On how many items of this agenda the actor keeps out; they do not read them. */
export const ownConflicts = ({ conflicts }: Agenda<AgendaItem>, actor: Actor): number =>
  hasRole(actor, ...access.takePart)
    ? conflicts.filter(({ personId }) => personId === actor.personId).length
    : 0;

/** Whether the letter about an item is for this actor. */
export function fetchesLetter(actor: Actor, { decision, school }: AgendaItem): boolean {
  if (decision === null) return false;
  const own = schoolsOf(actor, 'support_coordinator', 'school_director', 'contact_person');
  return hasRole(actor, ...access.keep) || own.some(({ code }) => code === school.code);
}

/** An agenda as the API shows it. */
export function agendaView(agenda: Agenda<AgendaItem>, actor: Actor) {
  return {
    items: agenda.items.map(({ takers, ...item }) => {
      const standing = standingOf(agenda, item as AgendaItem, actor);
      return {
        ...item,
        complete: item.completeOn !== null && item.incompleteOn === null,
        takenBy: takers,
        ...(standing !== undefined && {
          takers: standing.takers,
          quorumReached: standing.enough,
          conflicts: standing.out,
        }),
      };
    }),
    next: null,
    quorum: agenda.meeting.quorum,
    /** Items that the reader keeps out of. */
    keptOut: ownConflicts(agenda, actor),
  };
}
