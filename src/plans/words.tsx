/** What pages of plans show alike: their head, their forms, and a text as its readers see it (Markdown, as in news). */
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

export interface Crumb {
  readonly href: string;
  readonly label: string;
}
export const development: Crumb = { href: '/ontwikkeling', label: 'Ontwikkeling' };

interface TopProps {
  /** Where it stands; empty: nowhere but in the menu. */
  readonly trail: readonly Crumb[];
  readonly name: string;
  readonly badge?: JSX.Element | undefined;
  readonly errors?: readonly FormError[] | undefined;
}

/** The head of the page of one thing. */
export const Top = ({ trail, name, badge, errors = [] }: TopProps): JSX.Element => (
  <>
    {trail.length > 0 && <Breadcrumb items={trail} />}
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
  readonly title: string;
  readonly lead: string;
  readonly csrf: string;
  readonly status: number;
  readonly trouble: Trouble;
  readonly fields: ComponentChildren;
  /** Between the lead and the form. */
  readonly before?: ComponentChildren;
  /** Below the form. */
  readonly after?: ComponentChildren;
}

interface WritingPageProps extends FormPageProps {
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly cancel: string;
  readonly version?: number | undefined;
}

/** A page on which something is written or changed. */
export function writingPage(props: WritingPageProps): Html {
  const { trail, title, lead, action, cancel, csrf, version, status, trouble, fields, before, after } = props;
  const body = (
    <>
      <Breadcrumb items={trail} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {before}
      <Form action={action} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()} version={version}>
        {fields}
        <SubmitRow primary="Bewaar" cancel={cancel} />
      </Form>
      {after}
    </>
  );
  return { kind: 'html', status, title, body };
}

interface DevelopmentFormProps extends FormPageProps {
  readonly list: Crumb;
  /** What is changed; undefined: it is new. */
  readonly thing: { readonly path: string; readonly name: string; readonly version: number } | undefined;
  /** Below what is changed; of something new it is «nieuw». */
  readonly slug?: string;
}

/** The page on which something of development is written or changed. */
export function formPage({ list, thing, slug = 'bewerken', ...page }: DevelopmentFormProps): Html {
  const cancel = thing?.path ?? list.href;
  return writingPage({
    ...page,
    trail: [development, list, ...(thing === undefined ? [] : [{ href: cancel, label: thing.name }])],
    action: `${cancel}/${thing === undefined ? 'nieuw' : slug}`,
    cancel,
    version: thing?.version,
  });
}
