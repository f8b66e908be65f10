import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { list } from '../../platform/pure/text.ts';
import { Icon } from '../../platform/ui/icons.tsx';
import { roleName } from '../../registers/index.ts';
import type { Circle } from '../concern.access.ts';
import { participantsOf } from '../concern.facts.ts';
import type { About, Relation } from '../concern.rules.ts';
import type { ConcernRow, PersonName } from '../concern.store.ts';
import { wordsAbout } from '../concern.words.ts';
import type { Surroundings } from './circle.store.ts';

type Labels = Actor['tenant']['labels'];

/** What somebody is to a concern, in the words of this partnership. */
export function relationName(relation: Relation | 'system', labels: Labels, about: About): string {
  return about === 'school' && relation === 'contact_person'
    ? roleName('contact_person', labels)
    : wordsAbout[about].relation[relation];
}

export interface ConcernReader {
  readonly id: string;
  readonly name: string;
  /** In what capacity: «schrijver en schoolcontactpersoon». */
  readonly role: string;
}

/** Everybody who can read along in these circles today, each once, in what capacity. */
export function readersOf(
  concern: ConcernRow,
  around: Surroundings,
  circles: readonly Circle[],
  labels: Labels,
): readonly ConcernReader[] {
  const found = new Map<string, { readonly name: string; readonly roles: readonly string[] }>();
  for (const circle of circles) {
    for (const { id, name } of peopleIn(circle, concern, around)) {
      const roles = found.get(id)?.roles ?? [];
      found.set(id, { name, roles: [...roles, relationName(relationIn[circle], labels, concern.about)] });
    }
  }
  return [...found].map(([id, { name, roles }]) => ({ id, name, role: list([...new Set(roles)]) }));
}

const relationIn: Record<Circle, Relation> = {
  author: 'author',
  directors: 'school_director',
  contact_persons: 'contact_person',
  team_lead: 'team_lead',
  participants: 'participant',
  board: 'board_member',
  partnership_director: 'partnership_director',
};

function peopleIn(circle: Circle, concern: ConcernRow, around: Surroundings): readonly PersonName[] {
  switch (circle) {
    case 'author':
      return around.authorReads ? [concern.author] : [];
    case 'directors':
      return concern.directors.filter(
        ({ from, to }) => from <= concern.today && (to === null || concern.today < to),
      );
    case 'contact_persons':
      return concern.contactPersons;
    case 'team_lead':
      return around.teamLeads;
    case 'participants': {
      const atSchool = new Set(concern.schoolStaff.map((person) => person.id));
      return participantsOf(concern).filter((person) => atSchool.has(person.id));
    }
    case 'board':
      return around.upper;
    case 'partnership_director':
      return around.partnershipDirectors;
  }
}

/** Who reads along now. */
export function ReadersNow({ readers }: { readonly readers: readonly ConcernReader[] }): JSX.Element {
  return (
    <section class="who" aria-labelledby="wie-leest-mee">
      <h2 class="who__title" id="wie-leest-mee">
        <Icon name="eye" />
        Wie leest mee?
      </h2>
      <ul class="who__list" role="list">
        {readers.map((reader) => (
          <li key={reader.id}>
            <bdi class="who__name">{reader.name}</bdi>
            <span class="who__role">{reader.role}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
