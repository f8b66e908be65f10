/** A text as its readers will see it, before they do. */
import type { JSX } from 'preact';
import { typedValue } from '../../../platform/form/typed.ts';
import type { Entries } from '../../../platform/input.ts';
import { directionOf, frameOf } from '../../../platform/pure/languages.ts';
import { Notice } from '../../../platform/ui/parts.tsx';
import { languages } from '../languages.ts';
import { Markdown, type Picture, pictureFaults } from '../markdown.ts';
import { pageWords } from '../page.words.ts';
import { picturesOf } from '../post.needs.ts';
import type { PostFile } from '../post.view.ts';
import { explainPicture } from '../post.words.ts';
import { TopPicture } from '../post-files.tsx';

/** How the text will look: the same hand draws it for readers. */
export function Preview({
  typed,
  files,
  under = 1,
}: {
  readonly typed: Entries;
  readonly files: readonly PostFile[];
  readonly under?: 1 | 2;
}): JSX.Element {
  const language = languages.find((one) => one === typedValue(typed, 'language')) ?? 'nl';
  const pictures = picturesOf(files);
  const said = (name: string) => typedValue(typed, name);
  const body = said('body') ?? '';
  return (
    <section class="preview stack" aria-labelledby="zo-wordt-het">
      <h2 id="zo-wordt-het">Zo wordt het</h2>
      <BadPictures body={body} pictures={pictures} />
      <div class="stack" lang={language} dir={directionOf(language)}>
        {said('title') && <p class="preview__title">{said('title')}</p>}
        {said('reason') && (
          <p class="post__reason">
            <strong>{pageWords[frameOf(language)].why}:</strong> {said('reason')}
          </p>
        )}
        {said('lead') && <p class="lead">{said('lead')}</p>}
        <TopPicture
          files={files}
          text={{ pictureId: said('pictureId') ?? null, pictureAlt: said('pictureAlt') ?? null }}
        />
        {Markdown({ text: body, pictures, under: under === 1 ? 2 : 3 })}
      </div>
    </section>
  );
}

function BadPictures({ body, pictures }: { readonly body: string; readonly pictures: readonly Picture[] }) {
  const faults = pictureFaults(body, pictures);
  if (faults.length === 0) return null;
  return (
    <Notice tone="warning" title="Er is iets mis met een beeld">
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.code}`}>{explainPicture(fault)}</li>
        ))}
      </ul>
    </Notice>
  );
}
