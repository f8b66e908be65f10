/** What the page of a post shows of what the post binds itself to. */
import type { JSX, VNode } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { markPromises } from '../promises/promise-marks.tsx';
import { PromiseCards } from '../promises/promise-parts.tsx';
import { type Bound, findBound } from './bound.store.ts';
import { subjectWords } from './rule.words.ts';

export interface BoundParts {
  /** Marks the promises in a text of the post: give it `Markdown({ … })`. */
  readonly mark: (text: VNode) => VNode;
  /** Under the post; null when it binds itself to nothing. */
  readonly below: JSX.Element | null;
}

/** One query. `actor`: undefined for whoever reads it as everybody does, also members of another partnership. */
export async function boundOf(
  database: ReadDatabase,
  actor: Actor | undefined,
  postId: string,
  today: CivilDate,
): Promise<BoundParts> {
  const bound = await database.read(actor ?? 'visitor', (reader) => findBound(reader, actor, postId));
  const { promises, rules } = bound;
  return {
    mark: (text) => markPromises(text, promises, today),
    below: promises.length + rules.length === 0 ? null : <BoundBelow {...bound} today={today} />,
  };
}

function BoundBelow({ promises, rules, today }: Bound & { readonly today: CivilDate }): JSX.Element {
  return (
    <>
      {promises.length > 0 && (
        <section class="stack" aria-labelledby="toezeggingen">
          <h2 id="toezeggingen">{promises.length === 1 ? 'Toezegging' : 'Toezeggingen'}</h2>
          <PromiseCards promises={promises} today={today} />
        </section>
      )}
      {rules.length > 0 && (
        <section class="stack" aria-labelledby="werkafspraken">
          <h2 id="werkafspraken">Zo werken wij</h2>
          <ul>
            {rules.map(({ id, subject, startsOn }) => (
              <li key={id}>
                <a href={subjectWords[subject].path}>
                  {`${subjectWords[subject].label}: werkafspraak vanaf ${showDate(startsOn)}`}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
