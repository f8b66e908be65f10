import type { JSX } from 'preact';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { statusWordsIn } from '../question.words.ts';
import type { Similar } from './similar.store.ts';

/** «3 keer ook gebruikt» */
export const usedWords = (used: number) =>
  used === 0 ? 'nog niet door anderen gebruikt' : `${count(used, 'keer', 'keer')} ook gebruikt`;

/** Answered questions and practice notes that look like what somebody writes; nothing when there are none. */
export function SimilarList({
  questions,
  practiceNotes,
  questionId,
}: Similar & {
  /** The question for which a note may have helped. */
  readonly questionId?: string;
}): JSX.Element | null {
  if (questions.length + practiceNotes.length === 0) return null;
  const words = statusWordsIn();
  return (
    <div class="stack">
      {practiceNotes.length > 0 && (
        <>
          <p class="said">Praktijkkaarten</p>
          <CardList>
            {practiceNotes.map((note) => (
              <Card
                key={note.id}
                href={`/praktijkkaarten/${note.id}${questionId === undefined ? '' : `?vraag=${questionId}`}`}
                title={note.title}
                meta={usedWords(note.used)}
              />
            ))}
          </CardList>
        </>
      )}
      {questions.length > 0 && (
        <>
          <p class="said">Vragen die al beantwoord zijn</p>
          <CardList>
            {questions.map((one) => (
              <Card
                key={one.id}
                href={`/vragen/${one.id}`}
                title={one.title}
                meta={`${one.school.name} ${one.number}, ${words[one.status].toLowerCase()}, ${showDate(dayOf(one.touchedAt))}`}
              />
            ))}
          </CardList>
        </>
      )}
    </div>
  );
}
