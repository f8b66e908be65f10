import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { list } from '../../platform/pure/text.ts';
import { Icon } from '../../platform/ui/icons.tsx';
import { roleName } from '../../registers/index.ts';
import { relationWordsIn } from '../question.words.ts';
import type { QuestionAround } from './around.store.ts';

type Labels = Actor['tenant']['labels'];

interface QuestionReader {
  readonly id: string;
  readonly name: string;
  /** In what capacity: «directeur en schrijver». */
  readonly role: string;
}

/** Everybody who can read along today, each once, in what capacity. */
function readersOf(question: QuestionAround, labels: Labels): readonly QuestionReader[] {
  const relations = relationWordsIn(labels);
  const planning = question.level === 'pupil' ? ', ziet alleen de planning' : '';
  const entries: readonly (readonly [string, string, string])[] = [
    ...question.around.readers.map(
      ({ id, name, role }) =>
        [id, name, `${roleName(role, labels)}${role === 'team_lead' ? planning : ''}`] as const,
    ),
    ...question.assignments
      .filter(({ state }) => state === 'active' || state === 'asked')
      .map(({ specialist, kind, state }) => {
        const relation =
          kind === 'assigned' ? 'specialist' : state === 'asked' ? 'asked_along' : 'thinks_along';
        return [specialist.id, specialist.name, relations[relation]] as const;
      }),
    ...question.around.stationed.map(({ id, name }) => [id, name, relations.stationed] as const),
  ];
  const found = new Map<string, { readonly name: string; readonly roles: readonly string[] }>();
  for (const [id, name, role] of entries)
    found.set(id, { name, roles: [...new Set([...(found.get(id)?.roles ?? []), role])] });
  return [...found].map(([id, { name, roles }]) => ({ id, name, role: list(roles) }));
}

interface ReadersNowProps {
  readonly question: QuestionAround;
  readonly labels: Labels;
}

/** Who reads along now. */
export function ReadersNow({ question, labels }: ReadersNowProps): JSX.Element {
  return (
    <section class="who" aria-labelledby="wie-leest-mee">
      <h2 class="who__title" id="wie-leest-mee">
        <Icon name="eye" />
        Wie leest mee?
      </h2>
      <ul class="who__list" role="list">
        {readersOf(question, labels).map((reader) => (
          <li key={reader.id}>
            <bdi class="who__name">{reader.name}</bdi>
            <span class="who__role">{reader.role}</span>
          </li>
        ))}
      </ul>
      <p>Ouders, besturen en andere scholen lezen niet mee.</p>
    </section>
  );
}
