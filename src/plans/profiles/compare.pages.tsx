/** What changed between two editions of a role profile. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { idOf } from '../../platform/input.ts';
import { count, list } from '../../platform/pure/text.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Breadcrumb, Filter } from '../../platform/ui/navigate.tsx';
import { type Counts, compareTexts, countBlocks } from './compare.view.ts';
import { findEditionTexts, getProfile, type Profile } from './profile.store.ts';
import { Compared, profilePath, profilesPath } from './profile-parts.tsx';

/** «2» is edition 2, «2v» the words of it that were asked about. */
const sideQuery = z
  .string()
  .regex(/^[1-9]\d{0,4}v?$/)
  .optional()
  .catch(undefined);

export const comparePages: readonly Route[] = [
  getPage(
    `${profilesPath}/:id/vergelijken`,
    'member',
    async ({ actor, params, query, database }): Promise<PageAnswer> => {
      const id = idOf(params);
      if (id === undefined) return notFound;
      const profile = await database.read(actor, (reader) => getProfile(reader, actor, id));
      const sides = profile && sidesOf(profile);
      const to = query.naar ?? sides?.[0]?.value;
      const from = query.van ?? sides?.[1]?.value ?? to;
      const known = (side: string | undefined) => sides?.some(({ value }) => value === side) === true;
      if (profile === undefined || sides === undefined || from === undefined || to === undefined)
        return notFound;
      if (!known(from) || !known(to)) return notFound;
      const nths = [from, to].map((side) => Number.parseInt(side, 10));
      const texts = await database.read(actor, (reader) => findEditionTexts(reader, actor, id, nths));
      const textOf = (side: string) => {
        const text = texts.find(({ nth }) => nth === Number.parseInt(side, 10));
        return (side.endsWith('v') ? text?.askedBody : text?.body) ?? '';
      };
      const blocks = compareTexts(textOf(from), textOf(to));
      return {
        kind: 'html',
        title: `Versies van ${profile.name} vergelijken`,
        body: (
          <>
            <Breadcrumb
              items={[
                { href: '/ontwikkeling', label: 'Ontwikkeling' },
                { href: profilesPath, label: 'Functieprofielen' },
                { href: profilePath(id), label: profile.name },
              ]}
            />
            <h1>Versies vergelijken</h1>
            <Choose {...{ path: profilePath(id), sides, from, to }} />
            <p class="lead">{countWords(countBlocks(blocks))}</p>
            <h2 class="visually-hidden">De tekst, met wat er veranderde</h2>
            <Compared blocks={blocks} />
          </>
        ),
      };
    },
    z.object({ van: sideQuery, naar: sideQuery }),
  ),
];

/** «Erbij: 2 alinea’s. Vervallen: 1 alinea.» */
function countWords({ added, gone, changed }: Counts): string {
  const some = [
    added > 0 ? `${count(added, 'alinea', 'alinea’s')} erbij` : undefined,
    gone > 0 ? `${count(gone, 'alinea', 'alinea’s')} vervallen` : undefined,
    changed > 0 ? `${count(changed, 'alinea', 'alinea’s')} gewijzigd` : undefined,
  ].filter((words) => words !== undefined);
  return some.length === 0 ? 'Deze twee zijn gelijk.' : `Er is verschil: ${list(some)}.`;
}

interface Side {
  readonly value: string;
  readonly label: string;
}

/** Every text of a profile that there is, the newest first. */
const sidesOf = ({ editions }: Profile): readonly Side[] =>
  editions.flatMap(({ nth, wasRevised }) => [
    { value: `${nth}`, label: `Versie ${nth}` },
    ...(wasRevised ? [{ value: `${nth}v`, label: `Versie ${nth}, zoals voorgelegd` }] : []),
  ]);

interface ChooseProps {
  readonly path: string;
  readonly sides: readonly Side[];
  readonly from: string;
  readonly to: string;
}

function Choose({ path, sides, from, to }: ChooseProps): JSX.Element {
  return (
    <Filter action={`${path}/vergelijken`} label="Versies kiezen">
      <Select name="van" label="Van" value={from} options={sides} />
      <Select name="naar" label="Naar" value={to} options={sides} />
    </Filter>
  );
}
