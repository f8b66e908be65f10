/** The one form with all questions of a round. */
import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import type { Trouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Button, Form } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { OwnAnswer, Round } from './round.store.ts';
import { roundLabels, secrecyWords } from './round.words.ts';
import { roundPath } from './round-parts.tsx';

/** What somebody answered before, as the form shows it. */
export const typedAnswers = ({ questions }: Round, own: readonly OwnAnswer[]): Entries =>
  questions.flatMap(({ nth }, row) => {
    const answer = own.find((one) => one.nth === nth);
    return [
      [`answers.${row}.option`, answer?.option ?? ''] as const,
      [`answers.${row}.text`, answer?.text ?? ''] as const,
    ];
  });

interface AnswerFormProps {
  readonly round: Round;
  readonly csrf: string;
  readonly typed: Entries;
  readonly trouble: Trouble;
}

export function AnswerForm({ round, csrf, typed, trouble }: AnswerFormProps): JSX.Element {
  const form: Filled = { typed, errors: trouble.fields, labels: roundLabels };
  const { anonymous, tookPart, endsOn, questions } = round;
  if (anonymous && tookPart)
    return (
      <Notice tone="good" title="U deed mee, dank u wel">
        <p>Uw antwoorden dragen geen naam. Daarom kunt u ze hier niet meer zien of wijzigen.</p>
      </Notice>
    );
  return (
    <section class="stack" aria-labelledby="uw-antwoorden">
      <h2 id="uw-antwoorden">{roundLabels.answers}</h2>
      <Notice tone="info" title={anonymous ? 'Zonder naam' : 'Met uw naam'}>
        <p>{anonymous ? secrecyWords.anonymous : secrecyWords.named}</p>
      </Notice>
      <p>Antwoorden kan tot en met {showDate(endsOn)}. U hoeft niet elke vraag te beantwoorden.</p>
      <Form action={`${roundPath(round.id)}/antwoord`} csrf={csrf} idempotencyKey={newId()}>
        {questions.map(({ nth }, row) => (
          <input key={nth} type="hidden" name={`answers.${row}.nth`} value={nth} />
        ))}
        {questions.map(({ nth, text, options }, row) =>
          options.length === 0 ? (
            <Story
              key={nth}
              form={{ ...form, labels: { ...roundLabels, [`answers.${row}.text`]: `${nth}. ${text}` } }}
              name={`answers.${row}.text`}
              max={4_000}
              optional
            />
          ) : (
            <Radios
              key={nth}
              {...fieldOf(form, `answers.${row}.option`)}
              label={`${nth}. ${text}`}
              optional
              options={options.map((value) => ({ value, label: value }))}
            />
          ),
        )}
        <p class="button-row">
          <Button>{tookPart ? 'Wijzig mijn antwoorden' : 'Verstuur mijn antwoorden'}</Button>
        </p>
      </Form>
    </section>
  );
}
