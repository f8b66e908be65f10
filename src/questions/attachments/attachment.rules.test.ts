import { describe, expect, test } from 'vitest';
import { lookAt } from '../../privacy/index.ts';
import {
  cleanName,
  fileNeeds,
  mayAttach,
  mayRemove,
  questionNeeds,
  wordsOfName,
} from './attachment.rules.ts';

describe('a name', () => {
  test.each([
    ['Plan van aanpak.pdf', 'pdf', 'Plan van aanpak.pdf'],
    ['C:\\Users\\x\\plan.PDF', 'pdf', 'plan.pdf'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    // It says that it is a program; its content says that it is a text.
    ['factuur.exe', 'txt', 'factuur.txt'],
    ['plan.pdf.exe', 'pdf', 'plan.pdf'],
    ['brief\u202efdp.exe', 'pdf', 'brieffdp.pdf'],
    ['a\u0000b\r\nSet-Cookie: x.txt', 'txt', 'abSet-Cookie x.txt'],
    ['', 'png', 'bijlage.png'],
    ['...', 'png', 'bijlage.png'],
    ['.gitignored', 'txt', 'gitignored.txt'],
    ['Coördinatie e\u0301e\u0301n.docx', 'docx', 'Coördinatie één.docx'],
  ])('%j of a %s becomes %j', (given, extension, clean) => {
    expect(cleanName(given, extension)).toBe(clean);
  });

  test('is never longer than what is kept, and letters are not cut in two', () => {
    const clean = cleanName(`${'😀'.repeat(500)}.pdf`, 'pdf');
    expect([...clean]).toHaveLength(124);
    expect(clean.endsWith('😀.pdf')).toBe(true);
  });

  test('is read as words by the writing aid, as long as it was', () => {
    expect(wordsOfName('verslag_Sanne-Bakker.pdf')).toBe('verslag Sanne Bakker pdf');
  });

  test.each([
    'IMG_20260106_101112.jpg',
    'scan 20260118.pdf',
    'signal-2026-01-22-101112.jpeg',
    '0198c3f2-7a03-7030-9905-1f2e3d4c5b6a.pdf',
  ])('that a device wrote holds no number of anybody: %s', (name) => {
    expect(wordsOfName(name)).toHaveLength(name.length);
    expect(lookAt({ name: wordsOfName(name) }, [], { names: [], today: '2026-11-22' }).open).toEqual([]);
  });

  test.each([
    ['geb_20150612.pdf', 'birthdate'],
    ['verslag 06-12345678.pdf', 'phone'],
    ['kind_111222333.pdf', 'bsn'],
  ])('still says what stands in it: %s', (name, kind) => {
    const { open } = lookAt({ name: wordsOfName(name) }, [], { names: [], today: '2026-11-22' });
    expect(open.map((mark) => mark.kind)).toEqual([kind]);
  });
});

describe('a file', () => {
  const fine = { size: 10, known: true, confirmed: true };
  test('is kept when it is chosen, not too large, of a kind we know, and confirmed', () => {
    expect(fileNeeds(fine)).toEqual([]);
    expect(fileNeeds({ ...fine, size: 10_000_000 })).toEqual([]);
    expect(fileNeeds({ ...fine, size: 10_000_001 })).toEqual(['notTooLarge']);
    expect(fileNeeds({ size: 0, known: false, confirmed: false })).toEqual(['fileChosen', 'confirmed']);
    expect(fileNeeds({ ...fine, known: false })).toEqual(['knownKind']);
    expect(fileNeeds({ ...fine, confirmed: false })).toEqual(['confirmed']);
  });
});

describe('a question', () => {
  test('about a pupil takes no file, nor one that is over, nor one that has twenty', () => {
    const open = { level: 'group', status: 'draft', relations: [], files: 19 } as const;
    expect(questionNeeds(open)).toEqual([]);
    expect(questionNeeds({ ...open, level: 'pupil' })).toEqual(['notAboutPupil']);
    expect(questionNeeds({ ...open, status: 'answered' })).toEqual(['questionOpen']);
    expect(questionNeeds({ ...open, files: 20 })).toEqual(['roomForMore']);
  });

  test('gets files from who works on it, not from who plans it or was only asked', () => {
    for (const relation of [
      'author',
      'support_coordinator',
      'contact_person',
      'specialist',
      'thinks_along',
    ] as const)
      expect([relation, mayAttach({ relations: [relation] })]).toEqual([relation, true]);
    for (const relation of ['planner', 'team_lead', 'asked_along', 'committee_member'] as const)
      expect([relation, mayAttach({ relations: [relation] })]).toEqual([relation, false]);
  });

  test('loses them by who put them there, or by the contact person', () => {
    const file = { uploadedById: 'me' };
    expect(mayRemove({ relations: [] }, file, 'me')).toBe(true);
    expect(mayRemove({ relations: ['contact_person'] }, file, 'other')).toBe(true);
    expect(mayRemove({ relations: ['school_director', 'specialist'] }, file, 'other')).toBe(false);
  });
});
