/** A page with one form: settings of the own partnership, looked at and changed as a whole. */
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  type Deed,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { administrators, home, type Keepers, kept, page, problemsOf, valuesOf } from './admin-page.tsx';
import type { Saved } from './change.actions.ts';
import { errorsOf, type RegisterField, RegisterForm, type Values } from './register-form.tsx';

interface Settings<Input, Row extends { readonly version: number }> extends Keepers {
  readonly path: string;
  readonly title: string;
  /** Said when they were saved. */
  readonly saved: string;
  readonly input: z.ZodType<Input>;
  readonly fields: readonly RegisterField[];
  readonly find: (reader: Reader, tenantId: string) => Promise<Row | undefined>;
  readonly change: (deed: Deed, actor: Actor, input: Input) => Promise<Saved>;
  readonly valuesOf: (row: Row) => Values;
  /** What stands above the form. */
  readonly above?: (row: Row) => ComponentChildren;
  /** What stands below it. */
  readonly below?: (row: Row, csrf: string) => ComponentChildren;
}

export function settingsPages<Input, Row extends { readonly version: number }>(
  settings: Settings<Input, Row>,
): readonly Route[] {
  const { path, title, fields, access = administrators, parent = home } = settings;
  async function show(
    { actor, database, csrf }: Call<Actor, object, unknown> & Page,
    values?: Values,
    errors: readonly FormError[] = [],
    saved?: Saved,
  ): Promise<PageAnswer> {
    const row = await database.read(actor, (reader) => settings.find(reader, actor.tenantId));
    if (row === undefined) return notFound;
    const stale = saved?.outcome === 'stale';
    const current = settings.valuesOf(row);
    const html = page(
      title,
      [parent],
      <>
        {settings.above?.(row)}
        <RegisterForm
          action={path}
          csrf={csrf}
          fields={fields}
          values={values ?? current}
          errors={errors}
          version={row.version}
          current={stale ? current : undefined}
          submit="Sla op"
          cancel={parent.href}
        />
        {settings.below?.(row, csrf)}
      </>,
    );
    return { ...html, status: stale ? 412 : errors.length > 0 ? 422 : 200 };
  }
  return [
    getPage(path, access, (call) => show(call)),
    postPage(path, access, settings.input, async (call) => {
      const { parsed, typed } = call.input;
      if (!parsed.ok) return show(call, valuesOf(typed), errorsOf(parsed.faults, fields));
      const saved = await settings.change(call.deed, call.actor, parsed.value);
      if (saved.outcome === 'taken') return kept(path, settings.saved);
      return show(call, valuesOf(typed), problemsOf(saved), saved);
    }),
  ];
}
