/** All practice notes of the demonstration. */
import type { DemoPracticeNote } from './practice-note.ts';
import { learningPracticeNotes } from './practice-notes-learning.ts';
import { livingPracticeNotes } from './practice-notes-living.ts';

export const demoPracticeNotes: readonly DemoPracticeNote[] = [
  ...learningPracticeNotes,
  ...livingPracticeNotes,
];
