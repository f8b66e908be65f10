import type { JSX } from 'preact';
import { levelWords } from '../goal.words.ts';
import { goalLevels } from '../goal-scale.rules.ts';
import type { Template } from './template.store.ts';

interface LibraryProps {
  readonly templates: readonly Template[];
  /** The form's own address; a choice is added to it. */
  readonly address: string;
}

/** Goals of others to begin from: each opens the form with its words filled in. */
export function Library({ templates, address }: LibraryProps): JSX.Element | null {
  if (templates.length === 0) return null;
  const shown = goalLevels.filter((level) => templates.some((one) => one.level === level));
  return (
    <details class="fold">
      <summary class="fold__summary">Begin met een doel uit de bibliotheek</summary>
      <div class="fold__body">
        {shown.map((level) => (
          <div key={level}>
            <h2>{levelWords[level]}</h2>
            <ul>
              {templates
                .filter((one) => one.level === level)
                .map((one) => (
                  <li key={one.id}>
                    <a href={`${address}&sjabloon=${one.id}`}>
                      <bdi>{one.title}</bdi>
                    </a>
                    <br />
                    <bdi>{one.variable}</bdi>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
