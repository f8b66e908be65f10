/** What the pages of development show alike: their head, their forms, and a text as its readers see it (Markdown, as in news). */
import type { ComponentChildren, JSX } from 'preact';
import { Markdown } from '../news/index.ts';
import type { Trouble } from '../platform/form/form-errors.ts';
import { newId } from '../platform/ids.ts';
import type { Html } from '../platform/route.ts';
import { ErrorSummary, Form, type FormError, SubmitRow } from '../platform/ui/form.tsx';
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

interface Link {
  readonly href: string;
  readonly label: string;
}
const home: Link = { href: '/ontwikkeling', label: 'Ontwikkeling' };

interface TopProps {
  /** The list it stands in. */
  readonly list: Link;
  readonly name: string;
  readonly badge: JSX.Element;
  readonly errors: readonly FormError[];
}

/** The head of the page of one thing. */
export const Top = ({ list, name, badge, errors }: TopProps): JSX.Element => (
  <>
    <Breadcrumb items={[home, list]} />
    <div class="title-row">
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {badge}
    </div>
    <ErrorSummary errors={errors} />
  </>
);

interface FormPageProps {
  readonly list: Link;
  /** What is changed; undefined: it is new. */
  readonly thing: { readonly path: string; readonly name: string; readonly version: number } | undefined;
  readonly title: string;
  readonly lead: string;
  /** Below what is changed; of something new it is «nieuw». */
  readonly slug?: string;
  readonly csrf: string;
  readonly status: number;
  readonly trouble: Trouble;
  readonly fields: ComponentChildren;
  /** Between the lead and the form. */
  readonly before?: ComponentChildren;
  /** Below the form. */
  readonly after?: ComponentChildren;
}

/** The page on which something of development is written or changed. */
export function formPage(props: FormPageProps): Html {
  const { list, thing, title, lead, slug = 'bewerken', csrf, status, trouble, fields, before, after } = props;
  const back = thing?.path ?? list.href;
  const trail = [home, list, ...(thing === undefined ? [] : [{ href: back, label: thing.name }])];
  const body = (
    <>
      <Breadcrumb items={trail} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {before}
      <Form
        action={`${back}/${thing === undefined ? 'nieuw' : slug}`}
        csrf={csrf}
        errors={trouble.summary}
        idempotencyKey={newId()}
        version={thing?.version}
      >
        {fields}
        <SubmitRow primary="Bewaar" cancel={back} />
      </Form>
      {after}
    </>
  );
  return { kind: 'html', status, title, body };
}
