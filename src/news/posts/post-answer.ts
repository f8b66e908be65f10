/** A post as the API shows it. */
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { mayDiscard, writers } from './post.access.ts';
import { leaves, stepNames } from './post.rules.ts';
import { type ListedPost, type Post, textIn } from './post.view.ts';
import { addressOfPost } from './text.rules.ts';

export function listedView({ state, touchedAt, slug, ...post }: ListedPost & { readonly key?: string }) {
  const { key: _key, pictureId: _picture, pictureAlt: _alt, ...shown } = post;
  const url = addressOfPost(slug, post.code, post.original ? undefined : post.language);
  return { ...shown, status: state, updatedAt: touchedAt, url };
}

export function postView(post: Post, actor: Actor | undefined) {
  const {
    texts,
    state,
    touchedAt,
    updates,
    partnership,
    files,
    mine: _,
    textVersions: _versions,
    ...rest
  } = post;
  const original = textIn(post);
  const { slug = 'bericht', title = '', lead = null, body = '', language = 'nl' } = original ?? {};
  return {
    ...rest,
    partnership: { code: partnership.code, name: partnership.name },
    status: state,
    updatedAt: touchedAt,
    url: addressOfPost(slug, post.code),
    title,
    lead,
    body,
    language,
    picture: pictureOf(original),
    updates: updates.map(({ texts: said, ...update }) => {
      const own = said.find((one) => one.language === language);
      const others = said.filter((one) => one !== own);
      return { ...update, reason: own?.reason ?? '', body: own?.body ?? '', translations: others };
    }),
    translations: texts
      .filter((text) => text !== original)
      .map(({ original: _, pictureId: _id, pictureAlt: _alt, slug: words, ...text }) => ({
        ...text,
        url: addressOfPost(words, post.code, text.language),
      })),
    files: files.map((file) => ({
      ...file,
      url: `/nieuws/${file.kind === 'picture' ? 'beeld' : 'bestand'}/${file.id}`,
    })),
    ...(actor !== undefined &&
      hasRole(actor, ...writers) && {
        steps: stepNames.map((step) => ({
          step,
          allowed: leaves(step, state) && (step !== 'discard' || mayDiscard(actor, post)),
        })),
      }),
  };
}

const pictureOf = (text: Post['texts'][number] | undefined) =>
  text?.pictureId == null ? null : { id: text.pictureId, alt: text.pictureAlt };
