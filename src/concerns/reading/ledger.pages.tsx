import type { JSX } from 'preact';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { access, mayReadLedger } from '../concern.access.ts';
import { type Relation, relations } from '../concern.rules.ts';
import { type ConcernRow, getConcern } from '../concern.store.ts';
import { type Disclosure, findDisclosures } from '../disclosure.store.ts';
import { kindWords, lastUpTo, versionWords } from './ledger.words.ts';
import { relationName } from './readers.pages.tsx';

export const ledgerPages: readonly Route[] = [
  getPage('/zorgen/:id/wie-weet-dit', access.read, async ({ actor, params, database }) => {
    const id = idOf(params);
    return database.read(actor, async (reader) => {
      const concern = id === undefined ? undefined : await getConcern(reader, actor, id);
      if (concern === undefined || !mayReadLedger(concern.relations)) return notFound;
      const disclosures = await findDisclosures(reader, actor, concern.id);
      return {
        kind: 'html',
        title: `Wie weet dit? Zorg ${concern.number}`,
        body: <Ledger concern={concern} disclosures={disclosures} actor={actor} />,
      };
    });
  }),
];

interface LedgerProps {
  readonly concern: ConcernRow;
  readonly disclosures: readonly Disclosure[];
  readonly actor: Actor;
}

/** Who was told and who read it, up to where, when and in what capacity: person by person. */
function Ledger({ concern, disclosures, actor }: LedgerProps): JSX.Element {
  const address = `/zorgen/${concern.id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/zorgen', label: 'Zorgen' },
          { href: address, label: `${concern.school.name} ${concern.number}` },
        ]}
      />
      <h1>Wie weet dit?</h1>
      <p class="lead">
        Kortelijn schrijft op wie deze zorg te horen kreeg en wie hem las, op de website of met een ander
        programma. Dat ziet iedereen die op school bij de zorg hoort.
      </p>
      <p>
        Een bericht of mail zegt alleen dat er iets nieuws is, nooit wat. Ook een lijst of een agenda vertelt
        niet wat hier staat. Die tellen daarom niet mee.
      </p>
      {disclosures.length === 0 ? (
        <Empty title="Alleen de schrijver" text="Deze zorg is nog met niemand gedeeld." />
      ) : (
        <>
          <h2>Wie het weet</h2>
          <CardList>
            {byPerson(disclosures).map((theirs) => (
              <Knows key={theirs[0]?.person.id} theirs={theirs} concern={concern} actor={actor} />
            ))}
          </CardList>
        </>
      )}
    </>
  );
}

/** Each person's lines together, whoever knew first on top. */
function byPerson(disclosures: readonly Disclosure[]): readonly (readonly Disclosure[])[] {
  const found = new Map<string, Disclosure[]>();
  for (const one of disclosures) found.set(one.person.id, [...(found.get(one.person.id) ?? []), one]);
  return [...found.values()];
}

/** More lines than this are folded away behind the last one. */
const linesInSight = 3;

interface KnowsProps {
  readonly theirs: readonly Disclosure[];
  readonly concern: ConcernRow;
  readonly actor: Actor;
}

/** One person: in what capacity, and each thing they got to know. */
function Knows({ theirs, concern, actor }: KnowsProps): JSX.Element {
  const grounds = [...new Set(theirs.map((one) => groundName(one.ground, concern, actor)))];
  const lines = theirs.map((one) => <Line key={`${one.version} ${one.kind}`} one={one} concern={concern} />);
  return (
    <Card title={theirs[0]?.person.name ?? ''} meta={list(grounds)}>
      {lines.length > linesInSight ? (
        <>
          <ul>{lines.at(-1)}</ul>
          <details class="fold">
            <summary class="fold__summary">Alle {lines.length} keer</summary>
            <ul class="fold__body">{lines}</ul>
          </details>
        </>
      ) : (
        <ul>{lines}</ul>
      )}
    </Card>
  );
}

function Line({ one, concern }: { readonly one: Disclosure; readonly concern: ConcernRow }): JSX.Element {
  const last = lastUpTo(concern.entries, one.version);
  const anchor = last === undefined ? '' : `#v${last.version}`;
  const at = one.at.toISOString();
  return (
    <li>
      {kindWords[one.kind]}, tot en met{' '}
      <a href={`/zorgen/${concern.id}${anchor}`}>{versionWords(concern.entries, one.version)}</a>, op{' '}
      <time datetime={at}>{showMoment(at)}</time>.
    </li>
  );
}

function groundName(ground: string, concern: ConcernRow, actor: Actor): string {
  const relation = relations.find((one): one is Relation => one === ground);
  return relation === undefined ? ground : relationName(relation, actor.tenant.labels, concern.about);
}
