/** Pictures and files of a post, on its desk. */
import type { JSX } from 'preact';
import { acceptedFiles } from '../../../platform/files/type.ts';
import { newId } from '../../../platform/ids.ts';
import { Button, ConfirmBox, errorOf } from '../../../platform/ui/form.tsx';
import { WritingAid } from '../../../privacy/index.ts';
import { mayAdd, mayRemove } from '../file.rules.ts';
import type { Post, PostFile } from '../post.view.ts';
import { showSize } from '../post-files.tsx';
import { type DeskProps, deskLabels } from './desk-forms.tsx';
import { writingPath } from './write.pages.tsx';

export function Files(props: DeskProps): JSX.Element {
  const { post, csrf, back } = props;
  const { files, state } = post;
  const fault = back.form === 'bestanden' ? errorOf(back.trouble.fields, 'file') : undefined;
  return (
    <section class="stack" aria-labelledby="bestanden">
      <h2 id="bestanden">Beelden en bijlagen</h2>
      {files.length === 0 && <p>Er zijn nog geen beelden of bijlagen.</p>}
      {files.map((file) => (
        <FileLine key={file.id} file={file} removable={mayRemove(state)} post={post} csrf={csrf} />
      ))}
      {mayAdd('picture', state) && (
        <form
          class="form"
          method="post"
          action={`${writingPath}/${post.id}/bestanden`}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_key" value={newId()} />
          {back.form === 'bestanden' && <WritingAid marks={back.marks} labels={deskLabels} accepted={[]} />}
          <div class={fault === undefined ? 'field' : 'field field--fault'}>
            <label class="field__label" for="file">
              Bestand
            </label>
            <p class="field__hint" id="file-hint">
              {mayAdd('attachment', state)
                ? 'Een beeld (JPEG of PNG, hoogstens 5 MB) of een bijlage (PDF, Word, Excel, PowerPoint, LibreOffice of platte tekst, hoogstens 10 MB).'
                : 'Een beeld (JPEG of PNG, hoogstens 5 MB), bijvoorbeeld voor een update.'}
            </p>
            {fault !== undefined && (
              <p class="field__error" id="file-fout">
                {fault}
              </p>
            )}
            <input
              class="input"
              type="file"
              id="file"
              name="file"
              accept={acceptedFiles}
              aria-describedby={fault === undefined ? 'file-hint' : 'file-hint file-fout'}
              aria-invalid={fault !== undefined || undefined}
            />
          </div>
          <p>Van een beeld blijft alleen het beeld: waar en waarmee het gemaakt is, gaat eruit.</p>
          <p class="button-row">
            <Button kind="secondary">Voeg toe</Button>
          </p>
        </form>
      )}
    </section>
  );
}

function FileLine({
  file,
  removable,
  post,
  csrf,
}: {
  readonly file: PostFile;
  readonly removable: boolean;
  readonly post: Post;
  readonly csrf: string;
}): JSX.Element {
  const { id, kind, nth, name, size, width, height } = file;
  return (
    <div class="stack">
      {kind === 'picture' && width !== null && height !== null ? (
        <p>
          <img
            class="post__thumb"
            src={`/nieuws/beeld/${id}`}
            alt=""
            width={width}
            height={height}
            loading="lazy"
          />
          <bdi>{name}</bdi>
          {` (${showSize(size)}). In de tekst: `}
          <code>{`![wat erop staat](beeld:${nth})`}</code>
        </p>
      ) : (
        <p>
          <a href={`/nieuws/bestand/${id}`}>
            <bdi>{name}</bdi>
          </a>
          {` (${showSize(size)})`}
        </p>
      )}
      {removable && (
        <ConfirmBox
          label={`Verwijder ${name}`}
          action={`${writingPath}/${post.id}/bestanden/${id}/verwijderen`}
          csrf={csrf}
          confirm="Verwijder dit bestand"
        >
          <p>Het bestand is daarna weg.</p>
        </ConfirmBox>
      )}
    </div>
  );
}
