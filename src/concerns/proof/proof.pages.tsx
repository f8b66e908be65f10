/** The yearly proof as a page that can be printed: what happened with concerns, and that nobody went looking for them. */
import type { ComponentChildren, JSX } from 'preact';
import { z } from 'zod';
import { showDate } from '../../platform/pure/dates.ts';
import { showSchoolYear, yearsToAsk } from '../../platform/pure/school-years.ts';
import type { Shown } from '../../platform/pure/suppression.ts';
import { count } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Breadcrumb, Filter } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { access, readsConcerns } from '../concern.access.ts';
import { themes } from '../concern.input.ts';
import type { Status } from '../concern.rules.ts';
import { wordsAbout } from '../concern.words.ts';
import { type Median, type Part, showProof, type YearlyProof } from './proof.rules.ts';
import { countYear } from './proof.store.ts';
import { definitions } from './proof.words.ts';

export const proofPages: readonly Route[] = [
  getPage(
    '/zorgen/verantwoording',
    access.proof,
    async ({ actor, query, database, today }) => {
      const years = yearsToAsk(today);
      const year = years.find((one) => String(one) === query.jaar) ?? years[1] ?? 0;
      const counts = await database.read(actor, (reader) => countYear(reader, year, themes));
      const proof = showProof(year, counts, themes);
      return {
        kind: 'html',
        title: `Verantwoording zorgen ${showSchoolYear(year)}`,
        body: (
          <div class="proof stack">
            {readsConcerns(actor) && <Breadcrumb items={[{ href: '/zorgen', label: 'Zorgen' }]} />}
            <ProofPage proof={proof} years={years} partnership={actor.tenant.name} />
          </div>
        ),
      };
    },
    z.object({ jaar: z.string().max(10).optional() }),
  ),
];

interface ProofPageProps {
  readonly proof: YearlyProof;
  readonly years: readonly number[];
  readonly partnership: string;
}

function ProofPage({ proof, years, partnership }: ProofPageProps): JSX.Element {
  const { year, finished, endDay } = proof;
  return (
    <>
      <h1>Verantwoording zorgen {showSchoolYear(year)}</h1>
      <p class="lead">
        Hoe scholen en <bdi>{partnership}</bdi> dit schooljaar zorgen deelden. Zonder namen van scholen of
        mensen.
      </p>
      <Filter action="/zorgen/verantwoording" label="Schooljaar kiezen">
        <Select
          name="jaar"
          label="Schooljaar"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: showSchoolYear(one) }))}
        />
      </Filter>
      {finished ? (
        <p>{`Stand op ${showDate(`${year + 1}-07-31`)}.`}</p>
      ) : (
        <Notice tone="info" title="Dit schooljaar loopt nog">
          <p>{`Geteld tot ${showDate(endDay)}, in stappen van vijf. Per stand en per thema ziet u het na ${showDate(`${year + 1}-07-31`)}.`}</p>
        </Notice>
      )}
      <Promises proof={proof} />
      <Counted proof={proof} />
      {finished && <Waited proof={proof} />}
      <Definitions />
    </>
  );
}

/** What the database proves: both are nought, and it refuses anything else. */
function Promises({ proof }: { readonly proof: YearlyProof }): JSX.Element {
  const { talksWithoutConcern, boardWithoutTalk } = proof;
  return (
    <section class="stack" aria-labelledby="beloofd">
      <h2 id="beloofd">Wat wij beloofden</h2>
      <Facts
        items={[
          {
            label: 'Gesprekken over zorgen die vooraf gepland waren',
            value: `${count(talksWithoutConcern, 'gesprek', 'gesprekken')} vooraf gepland`,
          },
          {
            label: 'Zorgen bij het bestuur zonder gesprek met de directeur',
            value: count(boardWithoutTalk, 'zorg', 'zorgen'),
          },
        ]}
      />
      <p>
        Kortelijn telt dit na over alle zorgen die het bewaart. De database weigert een gesprek over een zorg
        zonder die zorg, en een stap naar het bestuur zonder gesprek met de directeur.
      </p>
    </section>
  );
}

function Counted({ proof }: { readonly proof: YearlyProof }): JSX.Element {
  const { finished, total, talks, droppedNotes, byStatus, byTheme } = proof;
  const show = (n: Shown) => (finished || n === '<5' ? saidCount(n) : `ten minste ${n}`);
  return (
    <section class="stack" aria-labelledby="geteld">
      <h2 id="geteld">Aantallen</h2>
      <Facts
        items={[
          { label: 'Zorgen gedeeld met een directeur', value: show(total) },
          { label: 'Gesprekken gepland vanuit een zorg', value: show(talks) },
          { label: 'Notities weggegooid zonder te delen', value: show(droppedNotes) },
        ]}
      />
      {byStatus !== null && byTheme !== null && <Split byStatus={byStatus} byTheme={byTheme} />}
    </section>
  );
}

/** Both tables; with fewer than ten concerns every part would be hidden, and one sentence says so. */
function Split(props: Readonly<Record<'byStatus' | 'byTheme', readonly Part[]>>): JSX.Element {
  const { byStatus, byTheme } = props;
  if ([...byStatus, ...byTheme].every(({ n }) => n === '<5'))
    return <p>Er zijn te weinig zorgen om te tonen hoe zij verdeeld zijn over standen en thema’s.</p>;
  return (
    <div class="proof__tables">
      <Parts
        caption="Zorgen naar stand"
        label="Stand"
        parts={byStatus}
        name={(key) => wordsAbout.school.status[key as Status]}
      />
      <Parts
        caption="Zorgen naar thema"
        label="Thema"
        parts={byTheme}
        name={(key) => (key === '' ? 'Geen thema of een eigen woord' : key)}
      />
    </div>
  );
}

interface PartsProps {
  readonly caption: string;
  readonly label: string;
  readonly parts: readonly Part[];
  readonly name: (key: string) => string;
}

function Parts({ caption, label, parts, name }: PartsProps): JSX.Element {
  return (
    <Table
      caption={caption}
      rows={parts}
      columns={[
        { label, cell: (part) => name(part.key) },
        { label: 'Aantal', cell: (part) => saidCount(part.n), numeric: true },
      ]}
    />
  );
}

const saidCount = (n: Shown): string => (n === '<5' ? '<5' : n.toLocaleString('nl-NL'));

function Waited({ proof }: { readonly proof: YearlyProof }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="duur">
      <h2 id="duur">Hoe lang het duurde</h2>
      <Facts
        items={[
          { label: 'Van delen tot het eerste gesprek met de directeur', value: saidMedian(proof.toTalk) },
          { label: 'Van delen tot opgelost of afgesloten', value: saidMedian(proof.toEnd) },
        ]}
      />
    </section>
  );
}

function saidMedian(median: Median | null): string {
  if (median === 'stillWaiting') return 'meer dan de helft wacht nog';
  if (median === null || median === 'tooFew') return 'minder dan 10 zorgen, dus geen getal';
  return `mediaan ${count(median, 'schooldag', 'schooldagen')}`;
}

function Definitions(): JSX.Element {
  return (
    <section class="stack" aria-labelledby="begrippen">
      <h2 id="begrippen">Zo is geteld</h2>
      <Facts
        items={definitions.map(([label, value]): { label: string; value: ComponentChildren } => ({
          label,
          value,
        }))}
      />
    </section>
  );
}
