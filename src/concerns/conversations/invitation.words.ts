import type { CalendarEvent, Letter } from '../../platform/mail/letter.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import type { InvitationChange, SetConversation } from './invitation.store.ts';

/** What stands in a calendar that others may look into. */
const summary = 'Gesprek school en samenwerkingsverband';
/** Nobody says beforehand how long a good conversation takes. */
const lastsMs = 60 * 60_000;

/** The letter that tells a change to one person; undefined when there is nothing to tell. */
export function letterOf(change: InvitationChange): Letter | undefined {
  const { tenantId, personId, concernId, key, state, told, startsAt } = change;
  const base = { tenantId, personId, kind: 'invitation', key };
  if (state === 'asked') {
    return {
      ...base,
      subject: 'U bent uitgenodigd voor een gesprek',
      lines: [
        'U bent uitgenodigd voor een gesprek.',
        change.answers
          ? 'Log in, bekijk de voorstellen en kies er een. Past er geen? Noem dan een ander moment.'
          : 'Zodra er een moment is gekozen, krijgt u een uitnodiging voor uw agenda.',
      ],
      link: change.answers ? `/zorgen/${concernId}/uitnodiging` : `/zorgen/${concernId}`,
    };
  }
  if (startsAt === null) return undefined;
  const moment = showMoment(startsAt);
  if (state === 'set') {
    const moved = told === 'set';
    return {
      ...base,
      subject: moved ? 'Een gesprek is verzet' : 'Een gesprek is gepland',
      lines: [
        moved ? `Het gesprek is nu op ${moment}.` : `Het gesprek is op ${moment}.`,
        'Bij deze mail zit een uitnodiging voor uw agenda.',
      ],
      link: `/zorgen/${concernId}`,
      calendar: eventOf(change, startsAt, 'REQUEST'),
    };
  }
  if (told !== 'set' || !change.known) return undefined;
  return {
    ...base,
    subject: 'Een gesprek gaat niet door',
    lines: [
      `Het gesprek van ${moment} gaat niet door, of u hoeft er niet meer bij te zijn.`,
      'Bij deze mail zit een bericht dat het uit uw agenda haalt.',
    ],
    // Not to the concern: this may be for somebody who may not know of it any more.
    link: '/',
    calendar: eventOf(change, startsAt, 'CANCEL'),
  };
}

/** The same conversation in a file for one's own calendar. */
export function appointmentOf({
  id,
  startsAt,
  madeAt,
  sequence,
}: SetConversation): Omit<CalendarEvent, 'method'> {
  const { method: _, ...event } = eventOf({ conversationId: id, sequence, at: madeAt }, startsAt, 'REQUEST');
  return event;
}

function eventOf(
  change: Pick<InvitationChange, 'conversationId' | 'sequence' | 'at'>,
  startsAt: string,
  method: CalendarEvent['method'],
): CalendarEvent {
  return {
    method,
    uid: `${change.conversationId}@kortelijn`,
    sequence: change.sequence,
    stamp: change.at,
    start: startsAt,
    end: new Date(Date.parse(startsAt) + lastsMs).toISOString(),
    summary,
  };
}
