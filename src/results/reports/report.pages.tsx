/** One report: how far it is, its figures as a page to print, and its files. */
import type { JSX } from 'preact';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type Column, Facts, Table } from '../../platform/ui/table.tsx';
import { definitionHref } from '../measures/measure.words.ts';
import { access, maySchedule } from './report.access.ts';
import { getReport, type Report } from './report.store.ts';
import {
  type Cell,
  factsOf,
  headOf,
  type ReadTable,
  type ReportContent,
  readTablesOf,
  saidIn,
  showCell,
} from './report.view.ts';
import { failureWords, periodWords, titleOf } from './report.words.ts';
import { findDownload } from './report-download.ts';
import { reportPath, reportsPath } from './report-paths.ts';

/** Seconds after which a browser looks whether it is done. */
const lookAgain = 2;

export const reportPages: readonly Route[] = [
  getPage(reportPath(':id'), access.read, async ({ actor, params, database }): Promise<PageAnswer> => {
    const id = idOf(params);
    const report =
      id === undefined ? undefined : await database.read(actor, (reader) => getReport(reader, actor, id));
    if (report === undefined) return notFound;
    const title = `${titleOf(report.kind, report.place?.name ?? null)}, ${periodWords(report).toLowerCase()}`;
    const { content } = report;
    if (content !== null)
      return { kind: 'html', title, body: <ReportPage {...{ report, content, actor }} /> };
    const waits = report.status !== 'failed';
    return { kind: 'html', title, body: <Waiting report={report} />, ...(waits && { refresh: lookAgain }) };
  }),
  getPage(
    `${reportPath(':id')}/:file`,
    access.read,
    async ({ actor, params, database }): Promise<PageAnswer> => {
      const format = /^rapport\.(\w+)$/.exec(params['file'] ?? '')?.[1];
      const file = await findDownload(database, actor, idOf(params), format);
      return file === undefined ? notFound : { kind: 'file', ...file };
    },
  ),
];

function Waiting({ report }: { readonly report: Report }): JSX.Element {
  const { kind, place, status, progress, failure } = report;
  return (
    <>
      <Breadcrumb items={[{ href: reportsPath, label: 'Rapporten' }]} />
      <h1>{titleOf(kind, place?.name ?? null)}</h1>
      <p class="lead">{periodWords(report)}</p>
      {status === 'failed' ? (
        <Notice tone="error" title="Dit rapport is niet gelukt">
          <p>{failureWords[failure ?? ''] ?? failureWords['broken']}</p>
          <p>
            <a href={`${reportsPath}/nieuw`}>Vraag het opnieuw</a>
          </p>
        </Notice>
      ) : (
        <section class="stack" aria-label="Voortgang" data-again={lookAgain}>
          <p role="status">
            {status === 'queued' ? 'Het rapport staat in de rij.' : `Wordt gemaakt: ${progress} van de 100.`}
          </p>
          <progress class="planning__bar" max={100} value={progress} aria-label="Voortgang" />
          <p>U kunt deze pagina verlaten. Het rapport staat straks bij de rapporten.</p>
        </section>
      )}
    </>
  );
}

interface ReportPageProps {
  readonly report: Report;
  readonly content: ReportContent;
  readonly actor: Actor;
}

function ReportPage({ report, content, actor }: ReportPageProps): JSX.Element {
  const { title, ground, reading } = headOf(content);
  const file = (extension: string) => `${reportPath(report.id)}/rapport.${extension}`;
  return (
    <>
      <Breadcrumb items={[{ href: reportsPath, label: 'Rapporten' }]} />
      <h1>{title}</h1>
      <Facts items={factsOf(content)} />
      <p>{ground}</p>
      <div class="submit-row no-print">
        <LinkButton href={file('pdf')}>Download als PDF</LinkButton>
        <LinkButton href={file('xlsx')} kind="secondary">
          Excel (xlsx)
        </LinkButton>
        <LinkButton href={file('ods')} kind="secondary">
          LibreOffice (ods)
        </LinkButton>
        <LinkButton href={file('csv')} kind="secondary">
          CSV
        </LinkButton>
        {maySchedule(actor, report.kind) && (
          <LinkButton href={`${reportPath(report.id)}/toesturen/nieuw`} kind="quiet">
            Vaker laten toesturen
          </LinkButton>
        )}
      </div>
      <InShort said={saidIn(content)} />
      <details class="fold fold--printed">
        <summary class="fold__summary">Zo leest u dit rapport</summary>
        <ul class="fold__body">
          {reading.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {readTablesOf(content).map((table, nth) => (
        <Figures
          key={table.title}
          id={content.measures[nth]?.code}
          table={table}
          href={definitionHref(content.measures[nth]?.code ?? 'start_days')}
        />
      ))}
      <p class="meta">
        Gevraagd door <bdi>{report.madeBy}</bdi> op {showMoment(report.askedAt)}.
      </p>
    </>
  );
}

/** What the figures say, each leading to its table. */
const InShort = ({ said }: { readonly said: ReturnType<typeof saidIn> }): JSX.Element | null =>
  said.length === 0 ? null : (
    <section class="stack">
      <h2>In het kort</h2>
      <ul>
        {said.map(({ code, said: words }) => (
          <li key={code}>
            <a href={`#${code}`}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );

interface FiguresProps {
  /** Where it is on the page. */
  readonly id: string | undefined;
  readonly table: ReadTable;
  readonly href: string;
}

function Figures({ id, table, href }: FiguresProps): JSX.Element {
  const columns = table.columns.map(
    ({ label, type }, nth): Column<readonly Cell[]> => ({
      label,
      numeric: type !== 'text',
      cell: (row) => (nth === 0 ? <bdi>{showCell(row[nth], type)}</bdi> : showCell(row[nth], type)),
    }),
  );
  return (
    <section class="stack" id={id}>
      <h2>{table.title}</h2>
      <p>
        {table.definition} Geteld: {table.counts}. <a href={href}>Zo meten wij dit</a>
      </p>
      <Table caption={table.title} hideCaption columns={columns} rows={table.rows} />
      {table.hidden.length > 0 && (
        <ul>
          {table.hidden.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
