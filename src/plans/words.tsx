/** What the pages of development show alike: their head, and a text as its readers see it (Markdown, as in news). */
import type { JSX } from 'preact';
import { Markdown } from '../news/index.ts';
import { ErrorSummary, type FormError } from '../platform/ui/form.tsx';
import { Breadcrumb } from '../platform/ui/navigate.tsx';

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

interface TopProps {
  /** The list it stands in. */
  readonly list: { readonly href: string; readonly label: string };
  readonly name: string;
  readonly badge: JSX.Element;
  readonly errors: readonly FormError[];
}

/** The head of the page of one thing. */
export const Top = ({ list, name, badge, errors }: TopProps): JSX.Element => (
  <>
    <Breadcrumb items={[{ href: '/ontwikkeling', label: 'Ontwikkeling' }, list]} />
    <div class="title-row">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {badge}
    </div>
    <ErrorSummary errors={errors} />
  </>
);
