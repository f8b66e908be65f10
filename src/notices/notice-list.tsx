import type { JSX } from 'preact';
import { dayOf, showDay, showMoment } from '../platform/pure/dates.ts';
import { Button } from '../platform/ui/form.tsx';
import { Card, CardList, StateBadge } from '../platform/ui/parts.tsx';
import type { NoticeRow } from './notice.store.ts';
import { pathOf, titleOf } from './notice.view.ts';

interface NoticesProps {
  readonly notices: readonly NoticeRow[];
  /** With a token of the session each unread notice has a button; without it the list only shows. */
  readonly csrf?: string | undefined;
}

/** Notices, the newest first; each a way to what it is about. */
export function Notices({ notices, csrf }: NoticesProps): JSX.Element {
  return (
    <CardList>
      {notices.map((notice) => (
        <Card
          key={notice.id}
          title={titleOf(notice)}
          href={pathOf(notice)}
          badge={notice.read ? undefined : <StateBadge tone="new" label="nieuw" />}
          meta={<Where notice={notice} />}
        >
          {csrf !== undefined && !notice.read && <MarkRead id={notice.id} csrf={csrf} />}
        </Card>
      ))}
    </CardList>
  );
}

function Where({ notice }: { readonly notice: NoticeRow }) {
  const { schoolName, number, at } = notice;
  const until = dayWords(notice);
  return (
    <>
      {schoolName !== null && (
        <>
          <bdi>{schoolName}</bdi> {number}
          {' · '}
        </>
      )}
      {until !== null && (
        <>
          <time datetime={notice.dueOn ?? ''}>{until}</time>
          {' · '}
        </>
      )}
      <time datetime={at}>{showMoment(at)}</time>
    </>
  );
}

/** The day a notice is about: the last day of a term, the day itself, or the first day of what was handed over. */
function dayWords({ kind, dueOn, about, at }: NoticeRow): string | null {
  if (dueOn === null) return null;
  if (about === 'basic_support_asks' || about === 'basic_support_told') return null;
  if (kind === 'handed_over' || about === 'planned_for_you')
    return dueOn > dayOf(at) ? `vanaf ${showDay(dueOn)}` : null;
  return kind === 'transition' || kind === 'observation' || isDay(about)
    ? showDay(dueOn)
    : `tot en met ${showDay(dueOn)}`;
}

/** About a day itself and not about the last day of a term. */
const isDay = (about: NoticeRow['about']) =>
  about === 'talk' ||
  about === 'look_back' ||
  about === 'look_back_soon' ||
  about === 'follow_up' ||
  about === 'confirm_visits';

function MarkRead({ id, csrf }: { readonly id: string; readonly csrf: string }) {
  return (
    <form method="post" action="/berichten/gelezen">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="id" value={id} />
      <Button kind="quiet">Markeer als gelezen</Button>
    </form>
  );
}
