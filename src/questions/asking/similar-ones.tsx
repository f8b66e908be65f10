import type { JSX } from 'preact';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { cleanText } from '../../platform/pure/text.ts';
import { Button } from '../../platform/ui/form.tsx';
import { levels } from '../question.rules.ts';
import type { Similar, SimilarTo } from '../similar/similar.store.ts';
import { SimilarList } from '../similar/similar-list.tsx';

/** The name of the button that looks without saving. */
export const similarButton = 'vergelijk';

/** What is looked for: what stands in the form now, finished or not. Undefined when that is next to nothing. */
export function similarTo(typed: Entries, questionId?: string): SimilarTo | undefined {
  const raw = ['title', 'need', 'triedSoFar'].map((name) => typedValue(typed, name) ?? '').join('\n');
  const { text } = cleanText(raw.slice(0, 20_000));
  if (text === null || text.trim().length < 4) return undefined;
  const level = levels.find((one) => one === typedValue(typed, 'level'));
  const expertise = typedValues(typed, 'expertise').filter((code) => /^[a-z0-9_]{2,40}$/.test(code));
  return { text, level, expertise, questionId };
}

/**
 * Where answered questions and practice notes that look like this one stand. The button sends the form and saves nothing; with a script
 * the same form is sent while somebody types, and only this part of the answer is shown.
 */
export function SimilarOnes({ similar }: { readonly similar: Similar | undefined }): JSX.Element {
  const found = similar !== undefined && similar.questions.length + similar.practiceNotes.length > 0;
  return (
    <section class="stack" aria-labelledby="vergelijkbaar-kop" data-similar={similarButton}>
      <h2 id="vergelijkbaar-kop">Is dit al eens beantwoord?</h2>
      <div role="status" data-found>
        {similar === undefined ? (
          <p>Kortelijn zoekt in beantwoorde vragen die u mag lezen en in praktijkkaarten.</p>
        ) : found ? (
          <SimilarList {...similar} />
        ) : (
          <p>Er is nog niets gevonden dat hierop lijkt.</p>
        )}
      </div>
      <p>
        <Button kind="secondary" name="_do" value={similarButton}>
          Zoek vergelijkbare
        </Button>
      </p>
    </section>
  );
}
