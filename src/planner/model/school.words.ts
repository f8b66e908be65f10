/**
 * What a school may read of a plan: texts without any place for a name, and nothing of other schools, of points or of who was compared
 * with whom.
 */
import type { Comparison } from './alternatives.ts';
import type { ExplainedAssignment } from './explain.ts';
import type { Reason } from './unplanned.ts';

/** Why this specialist comes. */
export function whoComesWords(
  each: Pick<ExplainedAssignment, 'pinned' | 'points'>,
  stationed: boolean,
): string {
  if (stationed) return 'De specialist komt al op uw school en heeft de gevraagde deskundigheid.';
  if (each.pinned) return 'De teamleider heeft deze specialist gekozen.';
  const { fit = 0 } = each.points;
  return fit > 0
    ? 'De specialist heeft de gevraagde deskundigheid en is dichtbij genoeg.'
    : 'De specialist kan dit doen en is dichtbij genoeg.';
}

/** Why another than the school had in mind; the comparison is that of who comes beside that one. */
export function whyAnotherWords({ experience, nearer, known }: Comparison): string {
  const close = nearer >= clearlyNearer;
  if (experience === 'more' && close) return 'Een collega met meer ervaring in dit gebied is dichterbij.';
  if (known) return 'Een collega komt al op uw school.';
  if (experience === 'more') return 'Een collega heeft meer ervaring in dit gebied.';
  return close ? 'Een collega is dichterbij.' : 'Een collega past op dit moment beter in de planning.';
}

/** Minutes from which it is worth saying. */
const clearlyNearer = 5;

/** Why nobody comes yet. */
export function whyNobodyWords(reasons: readonly Reason[]): readonly string[] {
  return [...new Set(reasons.map(oneReason))];
}

function oneReason(reason: Reason): string {
  switch (reason.code) {
    case 'nobody':
      return 'Er is in deze periode geen specialist.';
    case 'hindrance':
      return hindranceTexts[reason.hindrance.code];
    case 'full':
    case 'beside':
      return 'Wie dit kan doen, heeft op dit moment geen tijd.';
    case 'not worth':
    case 'room':
      return 'Deze vraag is nog niet gepland.';
  }
}

const hindranceTexts = {
  'no contract': 'Wie dit kan doen, werkt niet in deze periode.',
  // That somebody is away is nobody's business here.
  away: 'Wie dit kan doen, heeft op dit moment geen tijd.',
  travel: 'Er is niemand dichtbij genoeg die dit kan doen.',
  forbidden: 'Deze vraag is nog niet gepland.',
  expertise: 'Er is niemand met deze deskundigheid in de buurt.',
  level: 'Er is niemand in de buurt met genoeg ervaring in dit gebied.',
  language: 'Er is niemand die dit kan doen en deze taal spreekt.',
  size: 'Dit vraagt meer dagdelen per week dan op één school kan.',
  'pinned elsewhere': 'Deze vraag is nog niet gepland.',
} as const;
