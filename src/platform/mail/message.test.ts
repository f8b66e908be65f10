import { describe, expect, test } from 'vitest';
import { messageOf, type Posted } from './message.tsx';

const sender = { site: 'https://zorg.example', name: 'Kortelijn', address: 'kortelijn@zorg.example' };
const posted: Posted = {
  tenantId: 't',
  key: 'k',
  to: 'iemand@school.example',
  partnership: 'SWV <Proef> & Co',
  subject: 'Er is iets nieuws in Kortelijn',
  lines: ['Er is iets nieuws.', 'Kijk zelf wat.'],
  link: '/berichten',
  calendar: null,
};

describe('a message', () => {
  test('says its lines, one link, why it came and how to choose', () => {
    expect(messageOf(posted, sender).text).toBe(
      `Er is iets nieuws.

Kijk zelf wat.

https://zorg.example/berichten

--
U krijgt dit bericht van Kortelijn, namens SWV <Proef> & Co.
Kies zelf over welk nieuws u mail krijgt: https://zorg.example/mijn/meldingen
Antwoorden op deze mail kan niet.
`,
    );
  });

  test('says the same in HTML, with nothing from elsewhere and no mark-up from texts', () => {
    const { html } = messageOf(posted, sender);
    expect(html).toContain('<html lang="nl" dir="ltr">');
    expect(html).toContain('SWV &lt;Proef> &amp; Co');
    expect(html).not.toMatch(/<img|<script|src=|url\(/);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
      'https://zorg.example/berichten',
      'https://zorg.example/mijn/meldingen',
    ]);
  });

  test('keeps its Message-ID for the same letter and has another for any other', () => {
    const idOf = (more: Partial<Posted>) => messageOf({ ...posted, ...more }, sender).messageId;
    expect(idOf({})).toBe(idOf({ subject: 'Anders', link: '/inloggen/eenmalig/x' }));
    expect(new Set([idOf({}), idOf({ key: 'l' }), idOf({ tenantId: 'u' })]).size).toBe(3);
    expect(idOf({})).toMatch(/^<[0-9a-f]{40}@zorg\.example>$/);
  });

  test('carries its link in an invitation, and none in one that is taken back', () => {
    const calendar = {
      method: 'REQUEST',
      uid: 'u',
      sequence: 0,
      stamp: '2026-03-02T08:00:00Z',
      start: '2026-03-05T13:00:00Z',
      end: '2026-03-05T14:00:00Z',
      summary: 'Gesprek op school',
    } as const;
    expect(messageOf({ ...posted, calendar }, sender).calendar?.content).toContain(
      'URL:https://zorg.example/berichten',
    );
    const back = messageOf({ ...posted, calendar: { ...calendar, method: 'CANCEL' } }, sender);
    expect(back.calendar?.method).toBe('CANCEL');
    expect(back.calendar?.content).not.toContain('https://');
  });

  test('lists its items, each with a link of its own, in text and HTML', () => {
    const items = [
      { text: '2 × Nieuws voor u', link: '/berichten?soort=post' },
      { text: 'Titel <b>', more: 'Inleiding', link: '/nieuws/x' },
    ];
    const { text, html } = messageOf({ ...posted, items }, sender);
    expect(text).toContain('2 × Nieuws voor u\nhttps://zorg.example/berichten?soort=post\n');
    expect(text).toContain('Titel <b>\nInleiding\nhttps://zorg.example/nieuws/x\n');
    expect(html).toContain('<a href="https://zorg.example/nieuws/x">Titel &lt;b></a>');
  });

  test('to a subscriber says in their language how to change and stop, and never leads to a log-in', () => {
    const subscriber = {
      ...{ language: 'ar', open: 'اقرأ', why: 'لماذا', change: 'غيّر', stop: 'ألغِ' },
      own: '/nieuws/abonnement/geheim',
    };
    const { text, html, stop } = messageOf({ ...posted, subscriber }, sender);
    expect(stop).toBe('https://zorg.example/nieuws/abonnement/geheim/stoppen');
    expect(text).toMatch(
      /--\nلماذا\nغيّر: https:\/\/zorg\.example\/nieuws\/abonnement\/geheim\nألغِ: https:\/\/zorg\.example\/nieuws\/abonnement\/geheim\/stoppen\n$/,
    );
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(text + html).not.toContain('/mijn/');
    expect(messageOf(posted, sender).stop).toBeUndefined();
  });
});
