/** What keeps a text from going out: what it lacks, what is wrong with its pictures, what the writing aid finds. */
import type { Transaction } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import type { Deed } from '../../platform/route.ts';
import { type OpenMark, withText } from '../../privacy/index.ts';
import { languagesInDutch } from './languages.ts';
import { type Picture, pictureFaults } from './markdown.ts';
import { newsMarks } from './news-marks.ts';
import { lacks } from './post.rules.ts';
import type { Post, PostFile, PostText } from './post.view.ts';
import { explainPicture, explainPost, type Unmet } from './post.words.ts';

export interface Needs {
  readonly unmet: readonly Unmet[];
  readonly marks: readonly OpenMark[];
  /** Marks that may stay, because their writer said so. */
  readonly kept: number;
}

export const picturesOf = (files: readonly PostFile[]): readonly Picture[] =>
  files.flatMap(({ id, kind, nth, width, height }) =>
    kind === 'picture' && width !== null && height !== null ? [{ id, nth, width, height }] : [],
  );

/** Markdown, by the name of its field. */
type Texts = Readonly<Record<string, string | null | undefined>>;

type Words = Pick<PostText, 'language' | 'original' | 'title' | 'lead' | 'body' | 'pictureAlt'>;

/** Texts of a post as fields; those of a translation begin with its language. */
export const fieldsOf = (texts: readonly Words[]): Texts =>
  Object.fromEntries(
    texts.flatMap(({ language, original, title, lead, body, pictureAlt }) =>
      Object.entries({ title, lead, body, pictureAlt }).map(
        ([name, value]) => [original ? name : `${language}.${name}`, value] as const,
      ),
    ),
  );

/** What is wrong with the pictures in texts, in words. */
export const pictureNeeds = (texts: Texts, files: readonly PostFile[]): readonly Unmet[] =>
  Object.entries(withText(texts)).flatMap(([field, text]) => {
    const [language] = field.split('.');
    const of = Object.entries(languagesInDutch).find(([code]) => code === language)?.[1];
    return pictureFaults(text, picturesOf(files)).map((fault) => ({
      code: 'picturesFit',
      detail: `${of === undefined ? '' : `${of}. `}${explainPicture(fault)}`,
    }));
  });

/** What the writing aid and the pictures say of texts that readers will see. */
export async function textNeeds(
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  texts: Texts,
  files: readonly PostFile[],
  accepted: readonly string[] = [],
): Promise<Needs> {
  const today = dayOf(deed.now.getTime());
  const { open, kept } = await newsMarks(tx, actor, withText(texts), accepted, today);
  const marked = open.length > 0 ? explainPost(['noOpenMarks']) : [];
  return { unmet: [...pictureNeeds(texts, files), ...marked], marks: open, kept: kept.length };
}

/** What a whole post lacks to go out. */
export async function wholeNeeds(
  tx: Transaction,
  actor: Actor,
  deed: Deed,
  post: Pick<Post, 'audiences' | 'texts' | 'files'>,
  accepted: readonly string[] = [],
): Promise<Needs> {
  const missing = lacks({ audiences: post.audiences, texts: post.texts, pictureFaults: 0 });
  const of = await textNeeds(tx, actor, deed, fieldsOf(post.texts), post.files, accepted);
  return { ...of, unmet: [...explainPost(missing), ...of.unmet] };
}
