/** When the committee meets: for everybody in the partnership to know. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { momentCursorQuery } from '../../platform/paging.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { type CivilDate, showDate, showMoment } from '../../platform/pure/dates.ts';
import { capital, count } from '../../platform/pure/text.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Paging } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { namesIn } from '../question.words.ts';
import { access, worksWithCommittee } from './committee.access.ts';
import { committeeName } from './committee.words.ts';
import { findComingMeetings, findMeetings, type ListedMeeting, type Meeting } from './meeting.store.ts';
import { MeetingBadge } from './meeting-badge.tsx';

const perPage = 50;

/** A page of meetings and the cursor of the next, null at the end. */
export function pageOfMeetings(found: readonly Meeting[], limit: number) {
  return pageOf(found, limit, ({ startsAt }) => startsAt);
}

export const meetingListPages: readonly Route[] = [
  getPage(
    '/acta',
    access.meetings,
    ({ actor, database, query, today }) =>
      database.read(actor, async (reader) => {
        const [coming, past] = await Promise.all([
          findComingMeetings(reader, actor),
          findMeetings(reader, actor, { limit: perPage, after: query.na, past: true }),
        ]);
        const { items, next } = pageOfMeetings(past, perPage);
        const title = capital(committeeName(actor));
        const isFirst = query.na === undefined;
        return {
          kind: 'html',
          title,
          body: <Meetings {...{ title, actor, coming, past: items, next, isFirst, today }} />,
        };
      }),
    z.object({ na: momentCursorQuery }),
  ),
];

interface MeetingsProps {
  readonly title: string;
  readonly actor: Actor;
  readonly coming: readonly ListedMeeting[];
  readonly past: readonly Meeting[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly today: CivilDate;
}

function Meetings({ title, actor, coming, past, next, isFirst, today }: MeetingsProps): JSX.Element {
  const keeps = hasRole(actor, ...access.keep);
  return (
    <>
      <div class="title-row">
        <h1 dir="auto">{title}</h1>
        {keeps && <LinkButton href="/acta/nieuw">Vergadering plannen</LinkButton>}
      </div>
      <p class="lead">
        Hier komen vragen van scholen voor een advies of een besluit. De{' '}
        {namesIn(actor.tenant.labels).contact} van een school meldt een vraag aan.
      </p>
      {isFirst && (
        <>
          <h2>Komende vergaderingen</h2>
          {coming.length === 0 ? (
            <Empty
              title="Er is geen vergadering gepland"
              text={keeps ? 'Plan de eerste.' : 'Zodra de secretaris er een plant, staat die hier.'}
            />
          ) : (
            <CardList>
              {coming.map((meeting) => (
                <Coming key={meeting.id} meeting={meeting} actor={actor} today={today} />
              ))}
            </CardList>
          )}
        </>
      )}
      {past.length > 0 && (
        <>
          <h2>Eerdere vergaderingen</h2>
          <CardList>
            {past.map((meeting) => (
              <Card
                key={meeting.id}
                href={`/acta/${meeting.id}`}
                title={showMoment(meeting.startsAt)}
                badge={<MeetingBadge status={meeting.status} begun />}
              />
            ))}
          </CardList>
        </>
      )}
      <Paging
        next={next === null ? undefined : `/acta?na=${encodeURIComponent(next)}`}
        first={isFirst ? undefined : '/acta'}
      />
    </>
  );
}

interface ComingProps {
  readonly meeting: ListedMeeting;
  readonly actor: Actor;
  readonly today: CivilDate;
}

function Coming({ meeting, actor, today }: ComingProps): JSX.Element {
  const { id, startsAt, place, cutOffOn, status, items } = meeting;
  const sees = hasRole(actor, ...worksWithCommittee);
  return (
    <Card
      href={`/acta/${id}`}
      title={showMoment(startsAt)}
      badge={<MeetingBadge status={status} />}
      meta={place === null ? undefined : <bdi>{place}</bdi>}
    >
      {status === 'planned' && (
        <p>
          {cutOffOn < today
            ? `Aanmelden kon tot en met ${showDate(cutOffOn)}.`
            : `Aanmelden kan tot en met ${showDate(cutOffOn)}.`}
          {sees && items > 0 && ` U ziet ${count(items, 'vraag', 'vragen')} op de agenda.`}
        </p>
      )}
    </Card>
  );
}
