import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CsvColumn, toCsv } from '../../platform/pure/csv.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Html,
  type Page,
  type PageAnswer,
  type Route,
} from '../../platform/route.ts';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb, Filter, Paging } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { SaveView } from '../../platform/ui/save-view.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { searchAudit } from './audit.actions.ts';
import { type AuditForm, auditForm } from './audit.input.ts';
import { type AuditFilter, type AuditRow, findOwnAudit } from './audit.store.ts';
import { actionName, actionWords, doerName, recordName, viaWords } from './audit.words.ts';

export const officers = ['privacy_officer'] as const;
const perPage = 50;
/** A file with more lines nobody reads, and it would keep the database busy for others. */
const mostExported = 50_000;

export const auditPages: readonly Route[] = [
  getPage('/inzage', officers, showLog, auditForm),
  getPage('/inzage/export', officers, exportLog, auditForm),
  getPage('/mijn/gebruik', 'member', showOwn, z.object({ na: momentCursorQuery.catch(undefined) })),
];

function filterOf({ wie, zorg, vraag, wat, via, van, tot }: AuditForm): Omit<AuditFilter, 'limit'> {
  return { who: wie, concern: zorg, question: vraag, action: wat, via, from: van, to: tot };
}

async function showLog({ actor, deed, query, url, csrf }: Call<Actor, AuditForm> & Page): Promise<Html> {
  const found = await searchAudit(deed, actor, { ...filterOf(query), limit: perPage, after: query.na });
  const { na, ...filter } = query;
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const address = (path: string, more: readonly (readonly [string, string])[] = []) =>
    [path, new URLSearchParams([...given, ...more].map(([name, value]) => [name, value])).toString()]
      .filter(Boolean)
      .join('?');
  const { items: rows, next } = pageOf(found, perPage, ({ at }) => at);
  return {
    kind: 'html',
    title: 'Toegangslog',
    body: (
      <>
        <h1>Toegangslog</h1>
        <p class="lead">
          Wie deed wat, wanneer en bij welk dossiernummer. Teksten staan hier niet. Dat u zoekt, komt ook in
          het log.
        </p>
        <p>
          Staat er in een zorg iets dat er niet hoort? <a href="/zorgen/weglakken">Lak een tekst weg</a>{' '}
          zonder die te lezen.
        </p>
        <LogFilter query={query} clear={given.length > 0 ? '/inzage' : undefined} />
        <SaveView url={url} csrf={csrf} />
        <p>
          <LinkButton href={address('/inzage/export')} kind="secondary">
            Bewaar als CSV
          </LinkButton>
        </p>
        <LogTable rows={rows} caption="Toegangslog" />
        <Paging
          next={next === null ? undefined : address('/inzage', [['na', next]])}
          first={na === undefined ? undefined : address('/inzage')}
        />
      </>
    ),
  };
}

function LogFilter({ query, clear }: { readonly query: AuditForm; readonly clear: string | undefined }) {
  const { wie, zorg, vraag, wat, via, van, tot } = query;
  return (
    <Filter action="/inzage" label="Toegangslog doorzoeken" clear={clear}>
      <TextField name="wie" label="Wie" hint="Naam of e-mailadres" value={wie ?? ''} />
      <TextField name="zorg" label="Zorg" hint="Nummer" value={zorg ?? ''} />
      <TextField name="vraag" label="Vraag" hint="Nummer" value={vraag ?? ''} />
      <Select name="wat" label="Wat" empty="Alles" options={optionsOf(actionWords)} value={wat ?? ''} />
      <Select
        name="via"
        label="Langs welke weg"
        empty="Alle"
        options={optionsOf(viaWords)}
        value={via ?? ''}
      />
      <DateField name="van" label="Van" value={van ?? ''} />
      <DateField name="tot" label="Tot en met" value={tot ?? ''} />
    </Filter>
  );
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));

function LogTable({
  rows,
  caption,
}: {
  readonly rows: readonly AuditRow[];
  readonly caption: string;
}): JSX.Element {
  if (rows.length === 0) return <Empty title="Niets gevonden" text="In deze periode staat hier niets." />;
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      columns={[
        { label: 'Wanneer', cell: (row) => <time datetime={row.at}>{showMoment(row.at)}</time> },
        { label: 'Wie', cell: (row) => <bdi>{doerName(row)}</bdi> },
        { label: 'Wat', cell: actionName },
        { label: 'Bij', cell: (row) => <bdi>{recordName(row)}</bdi> },
        { label: 'Langs', cell: (row) => viaWords[row.via] },
      ]}
    />
  );
}

const csvColumns: readonly CsvColumn<AuditRow>[] = [
  { label: 'Wanneer (UTC)', cell: (row) => row.at },
  { label: 'Wie', cell: doerName },
  { label: 'Wat', cell: actionName },
  { label: 'Bij', cell: recordName },
  { label: 'Kenmerk', cell: (row) => row.subjectId },
  { label: 'Langs', cell: (row) => viaWords[row.via] },
];

async function exportLog({ actor, deed, query }: Call<Actor, AuditForm>): Promise<PageAnswer> {
  const rows = await searchAudit(deed, actor, { ...filterOf(query), limit: mostExported }, 'export');
  if (rows.length <= mostExported)
    return {
      kind: 'file',
      name: 'toegangslog.csv',
      type: 'text/csv; charset=utf-8',
      body: toCsv(csvColumns, rows),
    };
  return {
    kind: 'html',
    status: 422,
    title: 'Te veel regels',
    body: (
      <>
        <Breadcrumb items={[{ href: '/inzage', label: 'Toegangslog' }]} />
        <h1>Te veel regels</h1>
        <p>Dit zijn meer dan {mostExported.toLocaleString('nl-NL')} regels. Kies een kortere periode.</p>
      </>
    ),
  };
}

async function showOwn({
  actor,
  database,
  query,
}: Call<Actor, { readonly na?: AuditFilter['after'] }>): Promise<Html> {
  const found = await database.read(actor, (reader) =>
    findOwnAudit(reader, actor, { limit: perPage, after: query.na }),
  );
  const { items: rows, next } = pageOf(found, perPage, ({ at }) => at);
  return {
    kind: 'html',
    title: 'Gebruik van mijn gegevens',
    body: (
      <>
        <Breadcrumb items={[{ href: '/mijn', label: 'Mijn gegevens' }]} />
        <h1>Gebruik van mijn gegevens</h1>
        <p class="lead">Wat u in Kortelijn deed, en wat anderen aan uw gegevens deden.</p>
        <Notice tone="info" title="Wie las een zorg?">
          <p>Dat staat bij de zorg zelf, onder «Wie weet dit?».</p>
        </Notice>
        <LogTable rows={rows} caption="Gebruik van mijn gegevens" />
        <Paging
          next={next === null ? undefined : `/mijn/gebruik?na=${next}`}
          first={query.na === undefined ? undefined : '/mijn/gebruik'}
        />
      </>
    ),
  };
}
