/** What the pages of the ondersteuningsplan show alike. */
import type { ComponentChildren, JSX } from 'preact';
import type { Trouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Html } from '../../platform/route.ts';
import { ErrorSummary, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { StateBadge } from '../../platform/ui/parts.tsx';
import type { PlanStatus } from './support-plan.rules.ts';
import { planTones, planWords } from './support-plan.words.ts';

export const plansPath = '/ondersteuningsplan';
export const planPath = (id: string): string => `${plansPath}/${id}`;
export const priorityPath = (id: string): string => `${plansPath}/speerpunten/${id}`;
export const ambitionPath = (id: string): string => `${plansPath}/ambities/${id}`;
export const filePath = (id: string): string => `${plansPath}/bestand/${id}`;

export interface Crumb {
  readonly href: string;
  readonly label: string;
}
export const home: Crumb = { href: plansPath, label: 'Ondersteuningsplan' };
export const crumbOf = ({ id, name }: { readonly id: string; readonly name: string }): Crumb => ({
  href: planPath(id),
  label: name,
});

export const PlanBadge = ({ status }: { readonly status: PlanStatus }): JSX.Element => (
  <StateBadge tone={planTones[status]} label={planWords[status]} />
);

/** «bladzijde 36», as a link into the document when there is one. */
export function PageOf({
  page,
  file,
}: {
  readonly page: number | null;
  readonly file?: string | undefined;
}): JSX.Element | null {
  if (page === null) return null;
  const words = `bladzijde ${page}`;
  return file === undefined ? <span>{words}</span> : <a href={`${filePath(file)}#page=${page}`}>{words}</a>;
}

interface TopProps {
  readonly trail: readonly Crumb[];
  readonly name: string;
  readonly badge?: JSX.Element | undefined;
  readonly errors?: readonly FormError[] | undefined;
}

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
  readonly trail: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly cancel: string;
  readonly csrf: string;
  readonly version?: number | undefined;
  readonly status: number;
  readonly trouble: Trouble;
  readonly fields: ComponentChildren;
  readonly after?: ComponentChildren;
}

/** A page on which a part of a plan is written. */
export function planFormPage(props: FormPageProps): Html {
  const { trail, title, lead, action, cancel, csrf, version, status, trouble, fields, after } = props;
  const body = (
    <>
      <Breadcrumb items={trail} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Form action={action} csrf={csrf} errors={trouble.summary} idempotencyKey={newId()} version={version}>
        {fields}
        <SubmitRow primary="Bewaar" cancel={cancel} />
      </Form>
      {after}
    </>
  );
  return { kind: 'html', status, title, body };
}
