/** The forms of the desk: going out, at once or later, and withdrawing. */
import type { ComponentChildren, JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../../platform/form/filled.tsx';
import type { Trouble } from '../../../platform/form/form-errors.ts';
import { typedValues } from '../../../platform/form/typed.ts';
import { newId } from '../../../platform/ids.ts';
import type { Entries } from '../../../platform/input.ts';
import type { Actor } from '../../../platform/pure/actor.ts';
import type { CivilDate } from '../../../platform/pure/dates.ts';
import { DateTimeField } from '../../../platform/ui/fields.tsx';
import { Button, ConfirmBox, Form } from '../../../platform/ui/form.tsx';
import { Notice } from '../../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../../privacy/index.ts';
import { languagesInDutch } from '../languages.ts';
import { fieldsOf, pictureNeeds } from '../post.needs.ts';
import { lacks, leaves } from '../post.rules.ts';
import type { Post } from '../post.view.ts';
import { explainPost } from '../post.words.ts';
import { writingPath } from './write.pages.tsx';

export const deskLabels = {
  title: 'Titel',
  lead: 'Inleiding',
  body: 'Tekst',
  pictureAlt: 'Wat er op het beeld te zien is',
  at: 'Moment',
  reason: 'Waarom?',
  file: 'Bestand',
  acceptedMarks: 'Dit mag blijven staan',
};

/** What came back of a form on the desk. */
export interface DeskBack {
  readonly status: number;
  readonly trouble: Trouble;
  readonly marks: readonly MarkInSentence[];
  readonly typed: Entries;
  /** Which of its forms. */
  readonly form?: string | undefined;
}

export interface DeskProps {
  readonly actor: Actor;
  readonly post: Post;
  readonly csrf: string;
  readonly today: CivilDate;
  readonly readers: number | null | undefined;
  readonly back: DeskBack;
}

const formOf = ({ back }: DeskProps, slug: string): Filled => ({
  typed: back.form === slug ? back.typed : [],
  errors: back.form === slug ? back.trouble.fields : [],
  labels: deskLabels,
});

/** A form of the desk, with what the writing aid found when it came back. */
function DeskForm({
  props,
  slug,
  children,
}: {
  readonly props: DeskProps;
  readonly slug: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { post, csrf, back } = props;
  return (
    <Form
      action={`${writingPath}/${post.id}/${slug}`}
      csrf={csrf}
      idempotencyKey={newId()}
      version={post.version}
    >
      {back.form === slug && (
        <WritingAid
          marks={back.marks}
          labels={labelsOf(post)}
          accepted={typedValues(back.typed, 'acceptedMarks')}
        />
      )}
      {children}
    </Form>
  );
}

/** Also of the fields of translations: «Engels: titel». */
const labelsOf = (post: Post) => ({
  ...deskLabels,
  ...Object.fromEntries(
    post.texts.flatMap(({ language }) =>
      Object.entries(deskLabels).map(([name, label]) => [
        `${language}.${name}`,
        `${languagesInDutch[language]}: ${label.toLowerCase()}`,
      ]),
    ),
  ),
});

export function GoingOut(props: DeskProps): JSX.Element {
  const { post, csrf, back } = props;
  const { audiences, texts, files } = post;
  const missing = [
    ...explainPost(lacks({ audiences, texts, pictureFaults: 0 })),
    ...pictureNeeds(fieldsOf(texts), files),
  ];
  return (
    <section class="stack" aria-labelledby="publiceren">
      <h2 id="publiceren">Publiceren</h2>
      {missing.length > 0 ? (
        <Notice tone="info" title="Dit ontbreekt nog">
          <ul>
            {missing.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p>
            Wat gepubliceerd is, wordt niet meer overschreven. Wat er daarna bij komt, staat eronder met dag
            en reden.
          </p>
          <DeskForm props={props} slug="publiceren">
            <p class="button-row">
              <Button>Publiceer nu</Button>
            </p>
          </DeskForm>
          <details class="fold" open={back.form === 'plannen'}>
            <summary class="fold__summary">
              {post.state === 'planned' ? 'Een ander moment kiezen' : 'Later publiceren'}
            </summary>
            <div class="fold__body">
              <DeskForm props={props} slug="plannen">
                <DateTimeField {...fieldOf(formOf(props, 'plannen'), 'at')} />
                <p class="button-row">
                  <Button kind="secondary">Plan dit bericht</Button>
                </p>
              </DeskForm>
            </div>
          </details>
        </>
      )}
      {leaves('unplan', post.state) && (
        <form class="form" method="post" action={`${writingPath}/${post.id}/terughalen`}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_version" value={post.version} />
          <p class="button-row">
            <Button kind="secondary">Haal de planning terug</Button>
          </p>
        </form>
      )}
    </section>
  );
}

export function Withdrawal(props: DeskProps): JSX.Element {
  return (
    <details class="fold confirm" open={props.back.form === 'intrekken'}>
      <summary class="fold__summary">Trek het bericht in</summary>
      <div class="fold__body">
        <p>
          Het bericht en zijn updates zijn dan niet meer te lezen. De titel en uw reden blijven staan. Dit kan
          niet terug.
        </p>
        <p>Is er iets veranderd of klopt er iets niet? Dan is een update vaak beter.</p>
        <DeskForm props={props} slug="intrekken">
          <Story form={formOf(props, 'intrekken')} name="reason" hint="Lezers zien dit." rows={2} max={500} />
          <p class="button-row">
            <Button kind="danger">Trek het bericht in</Button>
          </p>
        </DeskForm>
      </div>
    </details>
  );
}

export const Discarding = ({ post, csrf }: DeskProps): JSX.Element => (
  <ConfirmBox
    label="Gooi dit concept weg"
    action={`${writingPath}/${post.id}/weggooien`}
    csrf={csrf}
    version={post.version}
    confirm="Gooi het concept weg"
  >
    <p>
      De tekst, de vertalingen, de beelden en de bijlagen zijn daarna weg. Ook de toezeggingen en
      werkafspraken die u bij dit concept zette. Dit kan niet terug.
    </p>
  </ConfirmBox>
);
