/** For who writes posts: how many people get news by mail, and what became of the letters. Numbers only. */
import type { JSX } from 'preact';
import { showMoment } from '../../platform/pure/dates.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import { type Language, languagesInDutch } from '../posts/languages.ts';
import { writers } from '../posts/post.access.ts';
import { type Counts, countSubscriptions, type Delivery, findDeliveries } from './subscription.store.ts';
import { pageWords } from './subscription.words.ts';
import { type Ending, endings, frequencies, letterAudiences } from './wishes.ts';

export const deliveryPages: readonly Route[] = [
  getPage('/nieuws/verzending', writers, async ({ actor, database }) => {
    const [counts, deliveries] = await database.read(actor, (reader) =>
      Promise.all([countSubscriptions(reader), findDeliveries(reader, actor)]),
    );
    if (counts === undefined) return notFound;
    const title = 'Nieuws per mail';
    return { kind: 'html', title, body: <Sending title={title} counts={counts} deliveries={deliveries} /> };
  }),
];

interface SendingProps {
  readonly title: string;
  readonly counts: Counts;
  readonly deliveries: readonly Delivery[];
}

function Sending({ title, counts, deliveries }: SendingProps): JSX.Element {
  const { subscribers, unconfirmed } = counts;
  return (
    <>
      <Breadcrumb items={[{ href: '/nieuws', label: 'Nieuws' }]} />
      <h1>{title}</h1>
      <p class="lead">
        {subscribers === 1 ? 'Er is 1 abonnee.' : `Er zijn ${subscribers} abonnees.`} U ziet hier aantallen,
        nooit wie het zijn.
      </p>
      <p>
        Iedereen kan zich inschrijven op <a href="/nieuws/abonneren">Nieuws per mail</a>. Nog niet bevestigd:{' '}
        {unconfirmed}. Wie na drie dagen niet bevestigde, is weg.
      </p>
      <h2>Abonnees</h2>
      <Groups counts={counts} />
      <Languages counts={counts} />
      <Ended counts={counts} />
      <h2>Wat er met de mail gebeurde</h2>
      <p>
        Van de laatste 25 berichten die iedereen mag lezen. Een overzicht telt mee bij elk bericht dat erin
        staat.
      </p>
      {deliveries.length === 0 ? (
        <Empty
          title="Er zijn nog geen berichten"
          text="Zodra er een bericht voor iedereen of voor ouders uit is, staat hier wat ermee gebeurde."
        />
      ) : (
        <Table caption="Berichten" hideCaption columns={columns} rows={deliveries} />
      )}
      <p>
        Geweigerd: de mailserver van de lezer nam de mail niet aan. Weigert die drie keer na elkaar, dan stopt
        de inschrijving. Niet zeker: de verbinding brak toen de mail onderweg was; wij sturen hem niet nog een
        keer. Vervallen: de lezer stopte, of het bericht werd ingetrokken.
      </p>
    </>
  );
}

const columns: readonly Column<Delivery>[] = [
  { label: 'Bericht', cell: ({ title, path }) => <a href={path}>{title}</a> },
  { label: 'Uit sinds', cell: ({ publishedAt }) => showMoment(publishedAt) },
  { label: 'Verstuurd', numeric: true, cell: ({ sent }) => sent },
  { label: 'Wacht', numeric: true, cell: ({ waiting }) => waiting },
  { label: 'Geweigerd', numeric: true, cell: ({ refused }) => refused },
  { label: 'Niet zeker', numeric: true, cell: ({ uncertain }) => uncertain },
  { label: 'Vervallen', numeric: true, cell: ({ dropped }) => dropped },
];

function Groups({ counts }: { readonly counts: Counts }): JSX.Element {
  const { audiences, frequencies: often } = pageWords.nl;
  const rows = letterAudiences.map((audience) => ({
    audience,
    n: frequencies.map(
      (frequency) =>
        counts.groups.find((one) => one.audience === audience && one.frequency === frequency)?.n ?? 0,
    ),
  }));
  return (
    <Table
      caption="Wie een soort nieuws krijgt, naar hoe vaak"
      columns={[
        { label: 'Soort', cell: ({ audience }: (typeof rows)[number]) => audiences[audience].label },
        ...frequencies.map((frequency, nth) => ({
          label: often[frequency].label,
          numeric: true,
          cell: ({ n }: (typeof rows)[number]) => n[nth] ?? 0,
        })),
      ]}
      rows={rows}
    />
  );
}

function Languages({ counts }: { readonly counts: Counts }): JSX.Element | null {
  const found = Object.entries(counts.languages);
  if (found.length === 0) return null;
  const name = (code: string) => languagesInDutch[code as Language] ?? code;
  return <p>Naar taal: {found.map(([code, n]) => `${name(code)} ${n}`).join(', ')}.</p>;
}

const endingWords: Readonly<Record<Ending, string>> = {
  stopped: 'uitgeschreven',
  refused: 'gestopt omdat de mail drie keer niet aankwam',
  unconfirmed: 'nooit bevestigd',
};

function Ended({ counts }: { readonly counts: Counts }): JSX.Element {
  const told = endings.map((how) => `${endingWords[how]}: ${counts.ended[how] ?? 0}`);
  return <p>In de laatste dertig dagen {told.join('; ')}.</p>;
}
