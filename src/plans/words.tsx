/** A text of development as its readers see it: Markdown, as in news. */
import type { JSX } from 'preact';
import { Markdown } from '../news/index.ts';

interface WordsProps {
  readonly text: string;
  /** The level of the heading it stands under. */
  readonly under?: 1 | 2;
}

export const Words = ({ text, under = 1 }: WordsProps): JSX.Element => (
  <div dir="auto">
    <Markdown text={text} under={under} />
  </div>
);
