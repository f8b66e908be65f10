import { describe, expect, test } from 'vitest';
import type { Entry } from '../concern.store.ts';
import { versionWords } from './ledger.words.ts';

const entry = (version: number, step: Entry['step'], at: string, onDate: string | null = null): Entry => ({
  id: '',
  version,
  at,
  person: null,
  relation: 'author',
  step,
  toStatus: 'working',
  choice: null,
  text: null,
  goesWell: null,
  reason: null,
  onDate,
  atMoment: null,
  dueOn: null,
  people: [],
  proposals: [],
  agreements: [],
});
const entries = [
  entry(2, 'share_with_director', '2026-11-02T09:00:00Z'),
  entry(3, 'hold_conversation', '2026-11-05T09:00:00Z', '2026-11-03'),
  entry(6, 'reply', '2026-11-30T23:30:00Z'),
];

describe('a version is told as people remember it', () => {
  test('by the last thing that stood there, a conversation by its own day', () => {
    expect(versionWords(entries, 2)).toBe('het delen van 2 november 2026');
    expect(versionWords(entries, 3)).toBe('het gesprek van 3 november 2026');
  });
  test('also when only words were blackened since', () => {
    expect(versionWords(entries, 5)).toBe('het gesprek van 3 november 2026');
  });
  test('with the day in the Netherlands', () => {
    expect(versionWords(entries, 6)).toBe('de reactie van 1 december 2026');
  });
  test('and before anything happened it is the note', () => {
    expect(versionWords(entries, 1)).toBe('de notitie');
  });
});
