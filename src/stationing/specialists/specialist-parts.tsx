import type { JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { StateBadge } from '../../platform/ui/parts.tsx';
import type { SpecialistRow } from './specialist.store.ts';
import { dagdelenAWeek } from './specialist.words.ts';

/** Away, or how much room is left; nothing for who may know neither. */
export function Presence({
  specialist: { away, free },
}: {
  readonly specialist: Pick<SpecialistRow, 'away' | 'free'>;
}): JSX.Element | null {
  if (away !== null)
    return (
      <StateBadge
        tone="waiting"
        label={away.to === null ? 'afwezig' : `afwezig tot en met ${showDate(away.to)}`}
      />
    );
  if (free === null) return null;
  return free > 0 ? (
    <StateBadge tone="good" label={`vrij: ${dagdelenAWeek(free)}`} />
  ) : (
    <StateBadge tone="busy" label="nu geen ruimte" />
  );
}
