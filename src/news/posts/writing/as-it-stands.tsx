/** The words of a post with their marks, for who translates them or copies a slip from them. */
import type { JSX } from 'preact';
import { directionOf } from '../../../platform/pure/languages.ts';
import { Prose } from '../../../platform/ui/parts.tsx';
import { languagesInDutch } from '../languages.ts';
import type { Post, PostText } from '../post.view.ts';

/** Folded away: the form comes first. */
export function AsItStands({ text }: { readonly text: PostText }): JSX.Element {
  const { language, title, lead, body } = text;
  return (
    <details class="fold">
      <summary class="fold__summary">{`De tekst in het ${languagesInDutch[language]}`}</summary>
      <div class="fold__body stack" lang={language} dir={directionOf(language)}>
        <p>
          <strong>{title}</strong>
        </p>
        {lead !== null && <p>{lead}</p>}
        <Prose text={body} />
      </div>
    </details>
  );
}

/** Every text of a post, and what its updates say. */
export function AllAsItStands({ post }: { readonly post: Post }): JSX.Element {
  return (
    <div class="stack">
      {post.texts.map((text) => (
        <AsItStands key={text.language} text={text} />
      ))}
      {post.updates.flatMap(({ id, nth, texts }) =>
        texts.map(({ language, reason, body }) => (
          <details key={`${id} ${language}`} class="fold">
            <summary class="fold__summary">{`Update ${nth} in het ${languagesInDutch[language]}`}</summary>
            <div class="fold__body stack" lang={language} dir={directionOf(language)}>
              <p>{reason}</p>
              <Prose text={body} />
            </div>
          </details>
        )),
      )}
    </div>
  );
}
