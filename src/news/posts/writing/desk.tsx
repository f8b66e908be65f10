/** The desk of one post, drawn. */
import type { JSX } from 'preact';
import { showMoment } from '../../../platform/pure/dates.ts';
import { ErrorSummary, LinkButton } from '../../../platform/ui/form.tsx';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { Notice } from '../../../platform/ui/parts.tsx';
import { mayDiscard } from '../post.access.ts';
import { leaves } from '../post.rules.ts';
import { forWhom } from '../post.words.ts';
import { PostState } from '../post-page.tsx';
import { addressOfPost } from '../text.rules.ts';
import { Files } from './desk-files.tsx';
import { type DeskProps, Discarding, GoingOut, Withdrawal } from './desk-forms.tsx';
import { Translations } from './desk-languages.tsx';
import { seenBy } from './desk-list.pages.tsx';
import { textPath, writingPath } from './write.pages.tsx';

export function Desk(props: DeskProps): JSX.Element {
  const { post, back } = props;
  const { state } = post;
  const original = post.texts.find((text) => text.original);
  const address = addressOfPost(original?.slug ?? 'bericht', post.code);
  return (
    <>
      <Breadcrumb items={[{ href: writingPath, label: 'Berichten schrijven' }]} />
      <h1>
        <bdi>{original?.title}</bdi>
      </h1>
      <p class="post__writers">
        <PostState state={state} />
        <span>{whereItStands(props)}</span>
      </p>
      <ErrorSummary errors={back.trouble.summary} />
      {state === 'withdrawn' && <Notice tone="info" title={`Ingetrokken: ${post.withdrawnBecause}`} />}
      <p class="button-row">
        {leaves('write', state) && <LinkButton href={textPath(post.id)}>Schrijf verder</LinkButton>}
        {leaves('update', state) && (
          <LinkButton href={`${writingPath}/${post.id}/update`}>Schrijf een update</LinkButton>
        )}
        {leaves('fix', state) && (
          <LinkButton href={`${writingPath}/${post.id}/spelfout`} kind="secondary">
            Herstel een spelfout
          </LinkButton>
        )}
        <LinkButton href={address} kind="secondary">
          Bekijk zoals lezers het zien
        </LinkButton>
      </p>
      {leaves('publish', state) && <GoingOut {...props} />}
      <Translations {...props} />
      <Files {...props} />
      <Binding {...props} />
      {leaves('withdraw', state) && <Withdrawal {...props} />}
      {leaves('discard', state) && mayDiscard(props.actor, post) && <Discarding {...props} />}
    </>
  );
}

function whereItStands({ post, readers }: DeskProps): string {
  const { state, publishedAt, audiences } = post;
  const whom = audiences.length === 0 ? 'nog niemand' : forWhom(audiences);
  if (state === 'planned' && publishedAt !== null)
    return `Gaat uit op ${showMoment(publishedAt)}, voor ${whom}.`;
  if (state === 'published' && publishedAt !== null)
    return `Uit sinds ${showMoment(publishedAt)}, voor ${whom}. ${seenBy(readers)}`;
  return `Voor ${whom}. Alleen redacteuren, beleidsadviseurs en teamleiders zien dit.`;
}

/** What the post binds the partnership to. */
function Binding({ post }: DeskProps): JSX.Element {
  return (
    <section class="stack" aria-labelledby="bindt">
      <h2 id="bindt">Wat het bericht vastlegt</h2>
      <ul>
        <li>
          <a href={`${writingPath}/${post.id}/toezeggingen`}>Toezeggingen</a>
        </li>
        <li>
          <a href={`${writingPath}/${post.id}/werkafspraken`}>Werkafspraken</a>
        </li>
      </ul>
    </section>
  );
}
