import { describe, expect, test } from 'vitest';
import { appointmentFile, type Invitation, invitationFile } from './calendar.ts';

const invitation: Invitation = {
  method: 'REQUEST',
  uid: '0190f3c2@kortelijn',
  sequence: 2,
  stamp: '2026-03-02T08:00:00.123Z',
  start: '2026-03-05T13:00:00Z',
  end: '2026-03-05T14:00:00Z',
  summary: 'Gesprek op school',
  url: 'https://zorg.example/zorgen/1',
  organizer: { name: 'Kortelijn', address: 'kortelijn@zorg.example' },
  attendee: 'iemand@school.example',
};
const lineOf = (file: string, name: string) =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(name));

describe('an invitation', () => {
  test('is written as calendars read it', () => {
    expect(invitationFile(invitation)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kortelijn//Kortelijn//NL',
        'CALSCALE:GREGORIAN',
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        'UID:0190f3c2@kortelijn',
        'SEQUENCE:2',
        'DTSTAMP:20260302T080000Z',
        'DTSTART:20260305T130000Z',
        'DTEND:20260305T140000Z',
        'SUMMARY:Gesprek op school',
        'DESCRIPTION:Meer hierover in Kortelijn: https://zorg.example/zorgen/1',
        'URL:https://zorg.example/zorgen/1',
        'ORGANIZER;CN="Kortelijn":mailto:kortelijn@zorg.example',
        'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=',
        ' FALSE:mailto:iemand@school.example',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  test('that is taken back says so, and gives no address when there is none to give', () => {
    const { url: _, ...without } = invitation;
    const file = invitationFile({ ...without, method: 'CANCEL', sequence: 3 });
    expect(lineOf(file, 'METHOD')).toBe('METHOD:CANCEL');
    expect(lineOf(file, 'STATUS')).toBe('STATUS:CANCELLED');
    expect(lineOf(file, 'SEQUENCE')).toBe('SEQUENCE:3');
    expect(file).not.toContain('https:');
    expect(invitationFile(invitation)).toContain('https:');
  });

  test('for oneself names neither who invites nor who comes', () => {
    const file = appointmentFile(invitation);
    expect(file).toContain('METHOD:PUBLISH');
    expect(file).not.toMatch(/ORGANIZER|ATTENDEE|mailto/);
  });

  test.each([
    // Amsterdam's clocks go forward on 29 March 2026 and back on 25 October 2026: the file speaks UTC and does not notice.
    ['2026-03-29T00:30:00Z', 'DTSTART:20260329T003000Z'],
    ['2026-03-29T01:30:00+02:00', 'DTSTART:20260328T233000Z'],
    ['2026-10-25T00:30:00Z', 'DTSTART:20261025T003000Z'],
    ['2026-10-25T01:30:00Z', 'DTSTART:20261025T013000Z'],
  ])('at %s stands at %s', (start, line) => {
    expect(lineOf(invitationFile({ ...invitation, start }), 'DTSTART')).toBe(line);
  });

  test('cannot be made to say more than its text: marks, new lines and control characters', () => {
    const summary = 'a;b,c\\d\r\nATTENDEE:mailto:x@y.example\u0007\u0000e';
    expect(lineOf(invitationFile({ ...invitation, summary }), 'SUMMARY')).toBe(
      'SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:x@y.example' + 'e',
    );
    const organizer = { name: 'Kort"elijn\r\nX:1', address: 'k@zorg.example' };
    expect(lineOf(invitationFile({ ...invitation, organizer }), 'ORGANIZER')).toBe(
      'ORGANIZER;CN="KortelijnX:1":mailto:k@zorg.example',
    );
  });

  test('has no line longer than 75 octets and cuts no character in two', () => {
    const summary = `Gesprek ${'🧑🏽‍🏫é'.repeat(60)}`;
    const file = invitationFile({ ...invitation, summary });
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.length).toBeGreaterThan(30);
    expect(lineOf(file, 'SUMMARY')).toBe(`SUMMARY:${summary}`);
    expect(file).not.toContain('\ufffd');
  });
});
