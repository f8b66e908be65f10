import type { JSX } from 'preact';
import { StateBadge, type StateTone } from '../../platform/ui/parts.tsx';
import type { ItemState, MeetingStatus } from './committee.rules.ts';
import { stateWords, statusWords } from './committee.words.ts';

const statusTones: Readonly<Record<MeetingStatus, StateTone>> = {
  planned: 'waiting',
  held: 'done',
  cancelled: 'quiet',
};

const stateTones: Readonly<Record<ItemState, StateTone>> = {
  open: 'waiting',
  advised: 'good',
  decided: 'good',
  held_over: 'busy',
  withdrawn: 'quiet',
};

interface MeetingBadgeProps {
  readonly status: MeetingStatus;
  /** It has begun: one that nobody closed yet is planned no more. */
  readonly begun?: boolean;
}

export const MeetingBadge = ({ status, begun = false }: MeetingBadgeProps): JSX.Element =>
  begun && status === 'planned' ? (
    <StateBadge tone="busy" label="nog niet afgesloten" />
  ) : (
    <StateBadge tone={statusTones[status]} label={statusWords[status]} />
  );

export const ItemBadge = ({ state }: { readonly state: ItemState }): JSX.Element => (
  <StateBadge tone={stateTones[state]} label={stateWords[state]} />
);
