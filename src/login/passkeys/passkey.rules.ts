/** When a passkey may go. */

interface Standing {
  readonly passkeys: number;
  /** Another way to log in that lasts: an account at a provider, or the demonstration. */
  readonly otherWay: boolean;
  /** The partnership asks this person for a second step. */
  readonly asked: boolean;
  readonly codesLeft: number;
}

export type Kept = 'lastWayIn' | 'lastSecondStep';

/** Why a passkey has to stay, or undefined when it may be removed. */
export function whyKept({ passkeys, otherWay, asked, codesLeft }: Standing): Kept | undefined {
  if (passkeys > 1) return undefined;
  if (!otherWay) return 'lastWayIn';
  return asked && codesLeft === 0 ? 'lastSecondStep' : undefined;
}
