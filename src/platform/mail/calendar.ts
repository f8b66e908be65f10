/**
 * A calendar file with one appointment (RFC 5545; as an invitation RFC 5546). Moments are in UTC, so that no calendar needs
 * our time zone to show its own: a description of one would be read differently by each program.
 */
import { Buffer } from 'node:buffer';
import type { CalendarEvent } from './letter.ts';

export interface Invitation extends CalendarEvent {
  /** Where to read and answer: the product, not the calendar, keeps who comes. Absent = no link. */
  readonly url?: string;
  readonly organizer: { readonly name: string; readonly address: string };
  /** Only who reads it: nobody sees who else was invited. */
  readonly attendee: string;
}

/** What is sent by mail: calendars put it in, change it or take it out by themselves. */
export function invitationFile(invitation: Invitation): string {
  const { method, organizer, attendee } = invitation;
  return fileOf(invitation, method, [
    `ORGANIZER;CN="${organizer.name.replace(/["\p{Cc}]/gu, '')}":mailto:${organizer.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${attendee}`,
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
  ]);
}

/** What is downloaded: the same appointment (same uid) for somebody's own calendar, without who invites whom. */
export function appointmentFile(event: Omit<CalendarEvent, 'method'> & { readonly url?: string }): string {
  return fileOf(event, 'PUBLISH', ['STATUS:CONFIRMED']);
}

function fileOf(
  event: Omit<CalendarEvent, 'method'> & { readonly url?: string },
  method: string,
  more: readonly string[],
): string {
  const { url } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kortelijn//Kortelijn//NL',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${textOf(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcOf(event.stamp)}`,
    `DTSTART:${utcOf(event.start)}`,
    `DTEND:${utcOf(event.end)}`,
    `SUMMARY:${textOf(event.summary)}`,
    ...(url === undefined
      ? []
      : [`DESCRIPTION:${textOf(`Meer hierover in Kortelijn: ${url}`)}`, `URL:${url}`]),
    ...more,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Something in a calendar that asks again by itself. */
export interface FeedEvent {
  /** Stays the same for as long as it is the same thing. */
  readonly uid: string;
  /** A whole day (`YYYY-MM-DD`), or the moment it begins. */
  readonly at: { readonly day: string } | { readonly start: string };
  /** Never a name. */
  readonly summary: string;
  readonly place?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Everything that is planned for somebody, for a calendar that subscribes (RFC 5545, RFC 7986). Whole days leave the hours of the day
 * free. The same plans give the same text on the same day, so that a calendar that asks again need not read it again.
 * @param stamp the moment that stands for when this was made, ISO in UTC
 */
export function calendarFeed(name: string, stamp: string, events: readonly FeedEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kortelijn//Kortelijn//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${textOf(name)}`,
    `X-WR-CALNAME:${textOf(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...events.flatMap(({ uid, at, summary, place, url }) => [
      'BEGIN:VEVENT',
      `UID:${textOf(uid)}`,
      `DTSTAMP:${utcOf(stamp)}`,
      ...('day' in at
        ? [`DTSTART;VALUE=DATE:${at.day.replaceAll('-', '')}`, 'TRANSP:TRANSPARENT']
        : [`DTSTART:${utcOf(at.start)}`, 'TRANSP:OPAQUE']),
      `SUMMARY:${textOf(summary)}`,
      ...(place === undefined ? [] : [`LOCATION:${textOf(place)}`]),
      ...(url === undefined ? [] : [`URL:${url}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20260302T130000Z` */
function utcOf(moment: string): string {
  return `${new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '')}`;
}

/** RFC 5545 §3.3.11; what else steers a terminal or a calendar is left out. */
function textOf(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** RFC 5545 §3.1: no line longer than 75 octets; a character is never cut in two. */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
