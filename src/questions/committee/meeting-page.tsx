/** The page of a meeting: when, who, and its agenda as far as the reader may read it. */
import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { showDate, showMoment } from '../../platform/pure/dates.ts';
import { capital, count, list } from '../../platform/pure/text.ts';
import { ConfirmBox, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { CardList, Empty, Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import type { Agenda } from './agenda.actions.ts';
import type { AgendaItem } from './agenda.store.ts';
import { ownConflicts } from './agenda.view.ts';
import { ItemCard } from './agenda-item.tsx';
import { access, worksWithCommittee } from './committee.access.ts';
import { committeeName } from './committee.words.ts';
import type { Meeting, WholeMeeting } from './meeting.store.ts';
import { MeetingBadge } from './meeting-badge.tsx';

export const meetingTitle = ({ startsAt }: Pick<Meeting, 'startsAt'>) =>
  `Vergadering van ${showMoment(startsAt)}`;

interface MeetingPageProps {
  readonly agenda: Agenda<AgendaItem>;
  readonly actor: Actor;
  readonly csrf: string;
}

export function MeetingPage({ agenda, actor, csrf }: MeetingPageProps): JSX.Element {
  const { meeting, items } = agenda;
  const sits = hasRole(actor, ...access.sit);
  const keeps = hasRole(actor, ...access.keep);
  return (
    <>
      <Breadcrumb items={[{ href: '/acta', label: capital(committeeName(actor)) }]} />
      <div class="title-row">
        <h1>{meetingTitle(meeting)}</h1>
        <MeetingBadge status={meeting.status} begun={meeting.begun} />
      </div>
      <Facts items={factsOf(meeting, sits)} />
      {keeps && meeting.status !== 'cancelled' && (
        <div class="submit-row">
          {meeting.dayCame && (
            <LinkButton href={`/acta/${meeting.id}/verslag`}>Aanwezigen en notulen</LinkButton>
          )}
          {meeting.status === 'planned' && !meeting.begun && (
            <LinkButton href={`/acta/${meeting.id}/wijzigen`} kind="secondary">
              Wijzigen
            </LinkButton>
          )}
        </div>
      )}
      <h2>Agenda</h2>
      <KeptOut n={ownConflicts(agenda, actor)} />
      {items.length === 0 ? (
        <Empty title="Geen vragen" text={emptyWords(actor)} />
      ) : (
        <>
          <p>
            De vragen met de meeste haast staan eerst, daarna wie het langst wacht.{' '}
            <a href={`/acta/${meeting.id}/stukken`}>Alle stukken om af te drukken</a>
            {' of '}
            <a href={`/acta/${meeting.id}/stukken.pdf`}>als pdf</a>.
          </p>
          <CardList>
            {items.map((item, index) => (
              <ItemCard key={item.questionId} {...{ agenda, item, actor, csrf }} nth={index + 1} />
            ))}
          </CardList>
        </>
      )}
      {meeting.minutes && (
        <>
          <h2>Notulen</h2>
          <Prose text={meeting.minutes} />
        </>
      )}
      {keeps && meeting.status === 'planned' && <Cancel meeting={meeting} items={items} csrf={csrf} />}
    </>
  );
}

function factsOf(meeting: WholeMeeting, sits: boolean) {
  const { place, cutOffOn, quorum, members } = meeting;
  const present = members.filter((member) => member.present).map(({ name }) => name);
  return [
    { label: 'Waar', value: place ?? 'nog niet bekend' },
    { label: 'Vragen aanmelden', value: `tot en met ${showDate(cutOffOn)}` },
    ...(sits
      ? [
          { label: 'Leden', value: list(members.map(({ name }) => name)) || 'nog geen' },
          { label: 'Quorum', value: `${count(quorum, 'lid', 'leden')}, per vraag` },
        ]
      : []),
    ...(present.length > 0 ? [{ label: 'Aanwezig', value: list(present) }] : []),
  ];
}

const emptyWords = (actor: Actor) =>
  hasRole(actor, ...worksWithCommittee)
    ? 'Op deze agenda staat geen vraag die u mag lezen.'
    : 'U ziet hier wanneer de vergadering is. Vragen leest alleen wie erbij hoort.';

function KeptOut({ n }: { readonly n: number }): JSX.Element | null {
  if (n === 0) return null;
  return (
    <Notice tone="info" title={`Bij ${count(n, 'vraag', 'vragen')} doet u niet mee`}>
      <p>
        U werkte de laatste twee jaar op die school, ondersteunde haar, of zei dat u ermee te maken hebt. U
        leest die stukken daarom niet. Verlaat de vergadering zolang.
      </p>
    </Notice>
  );
}

interface CancelProps {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly csrf: string;
}

/** Nothing is cancelled over the heads of schools: what is on the agenda moves first. */
function Cancel({ meeting, items, csrf }: CancelProps): JSX.Element | null {
  const open = items.filter(({ state }) => state === 'open').length;
  if (items.some(({ state }) => state === 'advised' || state === 'decided')) return null;
  if (open > 0)
    return (
      <p>
        Gaat deze vergadering niet door? Houd eerst {open === 1 ? 'de vraag' : `de ${open} vragen`} op de
        agenda aan tot een andere vergadering.
      </p>
    );
  return (
    <ConfirmBox
      label="Deze vergadering gaat niet door"
      action={`/acta/${meeting.id}/annuleren`}
      csrf={csrf}
      confirm="Annuleer de vergadering"
      version={meeting.version}
    >
      <p>Er kan dan geen vraag meer op de agenda. U kunt dit niet terugdraaien.</p>
    </ConfirmBox>
  );
}
