/**
 * Markdown as every text of the news is written in: read by markdown-it without HTML, and drawn by our own hand. What stands in no line
 * below is drawn as the plain text it is, so nothing that somebody types becomes markup of ours.
 */
import MarkdownIt from 'markdown-it';
import { type ComponentChildren, h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { withoutTurns } from '../../platform/pure/text.ts';
import { type Branch, drawTable } from './markdown-table.ts';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** A picture of the post itself: the only kind that can stand in it. */
export interface Picture {
  readonly id: string;
  /** What `beeld:1` means. */
  readonly nth: number;
  readonly width: number;
  readonly height: number;
}

export interface MarkdownOptions {
  readonly pictures?: readonly Picture[];
  /** Level of the heading that the text stands under: its own begin one lower. 1 unless told. */
  readonly under?: 1 | 2 | 3;
  /** For readers elsewhere (a feed, a letter): scheme and host before every address of ours. */
  readonly site?: string;
}

/** Addresses that a link may lead to. Everything else (`javascript:`, `data:`, `//host`) stays the text it is. */
const goodLink = /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|\/(?![/\\])|#)/i;
const ownPicture = /^beeld:([\w-]{1,36})$/i;

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
reader.validateLink = (url) => goodLink.test(url) || ownPicture.test(url);
/** Reads every address, to say what is wrong with it. */
const finder = new MarkdownIt({ html: false, linkify: false, typographer: false, breaks: true });
finder.validateLink = () => true;

/** A text as a part of a page. */
export function Markdown({ text, ...options }: MarkdownOptions & { readonly text: string }): JSX.Element {
  const tokens = reader.parse(withoutTurns(text), {});
  return h(
    'div',
    { class: 'markdown' },
    draw(treeOf(tokens), { ...options, levels: levelsOf(tokens, options.under), linked: isLinked(tokens) }),
  );
}

/** The same as HTML. */
export const renderMarkdown = (text: string, options: MarkdownOptions = {}): string =>
  renderToString(h(Markdown, { text, ...options }));

/** What a reader would hear of it, without marks: for a description, a search, a sentence that is looked for. Blocks stand on lines. */
export function plainText(text: string): string {
  return reader
    .parse(withoutTurns(text), {})
    .map(({ type, content, children }) =>
      type === 'fence' || type === 'code_block' ? content : (children ?? []).map(spoken).join(''),
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
}

const spoken = ({ type, content }: Token): string =>
  type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'image' ? '' : content;

export interface PictureFault {
  readonly code: 'pictureOfOthers' | 'pictureUnknown' | 'pictureWithoutWords';
  /** The line it stands in, from 1. */
  readonly line: number;
}

/** What is wrong with the pictures of a text. Pictures from elsewhere never stand in it: they tell another site who reads here. */
export function pictureFaults(text: string, pictures: readonly Picture[]): readonly PictureFault[] {
  return finder.parse(text, {}).flatMap((block) => {
    let line = (block.map?.[0] ?? 0) + 1;
    return (block.children ?? []).flatMap((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
      const code = faultOf(token, pictures);
      return code === undefined ? [] : [{ code, line }];
    });
  });
}

const htmlThatShows = /<(?:img|iframe|video|audio|object|embed)\b/i;

function faultOf(token: Token, pictures: readonly Picture[]): PictureFault['code'] | undefined {
  if (token.type === 'text' && htmlThatShows.test(token.content)) return 'pictureOfOthers';
  if (token.type !== 'image') return undefined;
  if (!ownPicture.test(srcOf(token))) return 'pictureOfOthers';
  if (pictureOf(token, pictures) === undefined) return 'pictureUnknown';
  return token.content.trim() === '' ? 'pictureWithoutWords' : undefined;
}

/** The pictures of the post that a text shows. */
export function picturesIn(text: string, pictures: readonly Picture[]): readonly Picture[] {
  const tokens = reader.parse(text, {}).flatMap(({ children }) => children ?? []);
  const found = tokens.flatMap(
    (token) => (token.type === 'image' ? pictureOf(token, pictures) : undefined) ?? [],
  );
  return [...new Set(found)];
}

function pictureOf(token: Token, pictures: readonly Picture[]): Picture | undefined {
  const name = ownPicture.exec(srcOf(token))?.[1]?.toLowerCase();
  return pictures.find(({ id, nth }) => name === id || name === `${nth}`);
}

// Drawing ----------------------------------------------------------------------------------------------------------------------

interface Growing {
  readonly token: Token;
  readonly children: Growing[];
}

/** Emphasis in emphasis has no end for who tries; deeper than anybody writes it stands beside what it would stand in. */
const deepest = 100;

function treeOf(tokens: readonly Token[]): readonly Branch[] {
  const top: Growing[] = [];
  const open: Growing[] = [];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const branch: Growing = { token, children: [] };
    const around = open.at(-1);
    (around?.children ?? top).push(branch);
    if (token.nesting === 1) open.push(around === undefined || open.length < deepest ? branch : around);
  }
  return top;
}

interface Drawing extends MarkdownOptions {
  readonly levels: ReadonlyMap<Token, number>;
  /** Links lead somewhere. */
  readonly linked: boolean;
}

const draw = (branches: readonly Branch[], drawing: Drawing): ComponentChildren =>
  branches.map((branch) => drawOne(branch, drawing));

/** Elements that take over their content and nothing else. */
const plain: Readonly<Partial<Record<string, string>>> = {
  bullet_list_open: 'ul',
  list_item_open: 'li',
  blockquote_open: 'blockquote',
  strong_open: 'strong',
  em_open: 'em',
  s_open: 's',
};

function drawOne({ token, children }: Branch, drawing: Drawing): ComponentChildren {
  const inside = () => draw(children, drawing);
  const element = plain[token.type];
  if (element !== undefined) return h(element, null, inside());
  switch (token.type) {
    case 'inline':
      return draw(treeOf(token.children ?? []), drawing);
    case 'paragraph_open':
      return token.hidden ? inside() : h('p', null, inside());
    case 'heading_open':
      return h(`h${drawing.levels.get(token) ?? 6}`, null, inside());
    case 'ordered_list_open':
      return h('ol', { start: Number(token.attrGet('start') ?? 1) }, inside());
    case 'table_open':
      return h(
        'div',
        { class: 'markdown__table' },
        drawTable({ token, children }, (cell) => draw(cell.children, drawing)),
      );
    case 'link_open':
      return link(token, inside(), drawing);
    case 'image':
      return picture(token, drawing);
    case 'hr':
      return h('hr', null);
    case 'softbreak':
    case 'hardbreak':
      return h('br', null);
    case 'code_inline':
      return h('code', null, token.content);
    case 'fence':
    case 'code_block':
      return h('pre', null, h('code', null, token.content));
    default:
      return [token.content, inside()];
  }
}

function link(token: Token, inside: ComponentChildren, { site = '', linked }: Drawing): ComponentChildren {
  const href = hrefOf(token);
  if (!linked || !goodLink.test(href)) return inside;
  if (href.startsWith('/')) return h('a', { href: `${site}${href}` }, inside);
  return h('a', /^https?:/i.test(href) ? { href, rel: 'noopener nofollow' } : { href }, inside);
}

/** Four times what a text can hold. An address that is given a name, `[a]: /long`, can be written out again at every three signs. */
const mostInAddresses = 200_000;
const isLinked = (tokens: readonly Token[]): boolean =>
  tokens.flatMap(({ children }) => children ?? []).reduce((sum, token) => sum + hrefOf(token).length, 0) <=
  mostInAddresses;

/** Without its place on the page it would push the text away when it arrives: hence its measures. */
function picture(token: Token, { pictures = [], site = '' }: Drawing): ComponentChildren {
  const found = pictureOf(token, pictures);
  if (found === undefined) return token.content;
  const { id, width, height } = found;
  const src = `${site}/nieuws/beeld/${id}`;
  return h('img', { src, alt: token.content, width, height, loading: 'lazy', decoding: 'async' });
}

/** The highest heading of a text stands one below what it is under, and none is deeper than one below the heading before it. */
function levelsOf(tokens: readonly Token[], under = 1): ReadonlyMap<Token, number> {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  const top = Math.min(...headings.map(levelOf));
  let before = under;
  return new Map(
    headings.map((token) => {
      before = Math.min(levelOf(token) - top + under + 1, before + 1, 6);
      return [token, before];
    }),
  );
}

const hrefOf = (token: Token) => `${token.attrGet('href') ?? ''}`;
const srcOf = (token: Token) => `${token.attrGet('src') ?? ''}`;
const levelOf = ({ tag }: Token) => Number(tag.slice(1));
