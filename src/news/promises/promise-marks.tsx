/** A text of a post with its promises marked where they stand, each with its state in words. */
import { type ComponentChild, type ComponentChildren, cloneElement, toChildArray, type VNode } from 'preact';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { plainWords } from './plain-words.rules.ts';
import type { PromiseRow } from './promise.store.ts';
import { stateWords } from './promise.words.ts';
import { promisesPath } from './promise-parts.tsx';

/** What parts sentences: nothing stands on both sides of it. */
const blocks = new Set('p li td th h2 h3 h4 h5 h6 blockquote pre div ul ol table tr hr'.split(' '));
const wall = '\n\u0000\n';
const isElement = (node: ComponentChild): node is VNode<{ readonly children?: ComponentChildren }> =>
  typeof node === 'object' && node !== null && 'type' in node;
const textOf = (node: ComponentChild): string =>
  typeof node === 'string' || typeof node === 'number' ? String(node) : '';

/** The text as it is read, every leaf after the other. */
function spoken(node: ComponentChild): string {
  if (!isElement(node)) return textOf(node);
  const inside = toChildArray(node.props.children).map(spoken).join('');
  if (node.type === 'br') return ' ';
  return blocks.has(String(node.type)) ? `${wall}${inside}${wall}` : inside;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly promise: PromiseRow;
}

/** Where a sentence stands in a text: white space is one space, signs that Markdown reads are none. */
function placeOf(sentence: string, text: string): { readonly from: number; readonly to: number } | undefined {
  const signs = [...text.matchAll(/[ \t\r\n\u00a0]+|[*_`~\\]|./gs)]
    .filter(([sign]) => !/^[*_`~\\]$/.test(sign))
    .map(({ 0: sign, index }) => ({
      sign: /^[ \t\r\n\u00a0]/.test(sign) ? ' ' : sign,
      index,
      length: sign.length,
    }));
  const sought = plainWords(sentence);
  const at =
    sought === ''
      ? -1
      : signs
          .map(({ sign }) => sign)
          .join('')
          .indexOf(sought);
  const first = signs[at];
  const last = signs[at + sought.length - 1];
  return first && last && { from: first.index, to: last.index + last.length };
}

/** Gives the same text with marks; a promise that does not stand in it, as in another language, marks nothing. */
export function markPromises(root: VNode, promises: readonly PromiseRow[], today: CivilDate): VNode {
  const text = spoken(root);
  const ranges = promises
    .flatMap((promise): readonly Range[] => {
      const place = placeOf(promise.sentence, text);
      return place === undefined ? [] : [{ ...place, promise }];
    })
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, nth, all) => nth === 0 || from >= (all[nth - 1]?.to ?? 0));
  if (ranges.length === 0) return root;
  let at = 0;
  const marked = (node: ComponentChild): ComponentChildren => {
    if (!isElement(node)) {
      const leaf = textOf(node);
      at += leaf.length;
      return leaf === '' ? node : piecesOf(leaf, at - leaf.length, ranges, today);
    }
    if (node.type === 'br') {
      at += 1;
      return node;
    }
    const walls = blocks.has(String(node.type)) ? wall.length : 0;
    at += walls;
    const inside = toChildArray(node.props.children).map(marked);
    at += walls;
    return inside.length === 0 ? node : cloneElement(node, undefined, inside);
  };
  return marked(root) as VNode;
}

function piecesOf(
  leaf: string,
  start: number,
  ranges: readonly Range[],
  today: CivilDate,
): ComponentChildren {
  const end = start + leaf.length;
  const here = ranges.filter(({ from, to }) => from < end && to > start);
  let done = start;
  const pieces = here.flatMap(({ from, to, promise }) => {
    const begin = Math.max(from, start);
    const stop = Math.min(to, end);
    const before = leaf.slice(done - start, begin - start);
    done = stop;
    return [
      before,
      <mark class="promised">{leaf.slice(begin - start, stop - start)}</mark>,
      // Behind its last letter, once.
      to <= end && <PromiseLink promise={promise} today={today} />,
    ];
  });
  return here.length === 0 ? leaf : [...pieces, leaf.slice(done - start)];
}

function PromiseLink({ promise, today }: { readonly promise: PromiseRow; readonly today: CivilDate }) {
  return (
    <>
      {' '}
      <a class="promised__state" href={`${promisesPath}/${promise.id}`} lang="nl" dir="ltr">
        {`Toezegging: ${stateWords(promise, today).toLowerCase()}`}
      </a>
    </>
  );
}
