/** A table of a text, drawn as every table of ours: on a phone each row stands by itself, and its values carry the names of their columns. */
import type MarkdownIt from 'markdown-it';
import { type ComponentChildren, h, type JSX } from 'preact';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A token and what stands in it. */
export interface Branch {
  readonly token: Token;
  readonly children: readonly Branch[];
}

/**
 * A name stands beside every value of its column: a long one is cut there, and a table that nobody reads on a phone goes without. Else a
 * post of two pages could be drawn as a page of eighty megabytes.
 */
const longestLabel = 60;
const mostLabelled = 2_000;

/** @param drawn what stands in a cell */
export function drawTable(
  { children: [head, body] }: Branch,
  drawn: (cell: Branch) => ComponentChildren,
): JSX.Element | null {
  const columns = head?.children[0]?.children ?? [];
  // Deeper than anybody writes it: its cells stand beside it.
  if (columns.length === 0) return null;
  const names = columns.map(textOf);
  const rows = body?.children ?? [];
  const labels = rows.length * columns.length > mostLabelled ? [] : names.map(shortened);
  const heading = (cell: Branch, nth: number) =>
    // A corner with nothing in it heads nothing.
    names[nth] === ''
      ? h('td', { role: 'cell' })
      : h('th', { scope: 'col', role: 'columnheader' }, drawn(cell));
  const value = (cell: Branch, nth: number) =>
    nth === 0
      ? h('th', { scope: 'row', role: 'rowheader' }, drawn(cell))
      : h(
          'td',
          { role: 'cell', 'data-label': labels[nth] },
          h('span', { class: 'table__value' }, drawn(cell)),
        );
  return h(
    'table',
    { class: 'table', role: 'table' },
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map(heading))),
    rows.length > 0 &&
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map((row) => h('tr', { role: 'row' }, row.children.map(value))),
      ),
  );
}

const shortened = (name: string): string => {
  const signs = [...name];
  return signs.length > longestLabel ? `${signs.slice(0, longestLabel).join('')}…` : name;
};

/** Without its marks. */
const textOf = ({ children }: Branch): string =>
  children
    .flatMap(({ token }) => token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .trim();
