/** Parts of the pages of role profiles. */
import type { JSX } from 'preact';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { StateBadge } from '../../platform/ui/parts.tsx';
import type { Block, Part } from './compare.view.ts';
import type { EditionRow } from './profile.store.ts';
import { editionTones, editionWords } from './profile.words.ts';

export const profilesPath = '/ontwikkeling/functieprofielen';
export const profilePath = (id: string): string => `${profilesPath}/${id}`;

export const EditionBadge = ({ edition }: { readonly edition: EditionRow }): JSX.Element => (
  <StateBadge tone={editionTones[edition.status]} label={editionWords[edition.status]} />
);

/** «Versie 2, geldt vanaf 1 september 2026» */
export function sinceWords({ nth, startsOn }: EditionRow, today: CivilDate): string {
  if (startsOn === null) return `Versie ${nth}`;
  return `Versie ${nth}, ${startsOn > today ? 'geldt straks vanaf' : 'geldt vanaf'} ${showDate(startsOn)}`;
}

/** A heading of Markdown, which is read here as a line. */
const heading = /^#{1,6}\s+/;
const isHeading = (text: string) => heading.test(text);
const plainOf = (text: string) => text.replace(heading, '');

const said = { added: 'Erbij', gone: 'Vervallen', changed: 'Gewijzigd' } as const;

/** Two texts as one: what changed stands in `ins` and `del`, and is said in words for who does not see them. */
export function Compared({ blocks }: { readonly blocks: readonly Block[] }): JSX.Element {
  return (
    <div class="compared" dir="auto">
      {blocks.map((block, place) =>
        block.kind === 'same' ? (
          <p key={place} class={isHeading(block.text) ? 'compared__heading' : undefined}>
            {plainOf(block.text)}
          </p>
        ) : (
          <div key={place} class={`compared__block compared__block--${block.kind}`}>
            <p class="compared__label">{said[block.kind]}</p>
            <p>
              {block.kind === 'changed' ? (
                block.parts.map((part, nth) => <OnePart key={nth} part={part} />)
              ) : (
                <OnePart part={block} whole />
              )}
            </p>
          </div>
        ),
      )}
    </div>
  );
}

/** A screen reader says where what came or went begins and ends; of a whole paragraph its label said it. */
function OnePart({ part, whole = false }: { readonly part: Part; readonly whole?: boolean }): JSX.Element {
  const { kind, text } = part;
  if (kind === 'same') return <>{text}</>;
  const spoken = kind === 'added' ? 'erbij: ' : 'vervallen: ';
  const words = (
    <>
      {!whole && <span class="visually-hidden"> [{spoken}</span>}
      {plainOf(text)}
      {!whole && <span class="visually-hidden">] </span>}
    </>
  );
  return kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>;
}
