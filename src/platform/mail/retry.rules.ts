/** What becomes of a letter that could not be sent. */

/** What went wrong: the answer of the mail server (RFC 5321) if it gave one, and whether it was about this letter. */
export interface MailFault {
  readonly code: number | undefined;
  /** The server refused this address or this message; else it is the server, the line or our own settings. */
  readonly aboutLetter: boolean;
  /** It was the address, for good: nobody of that name there. */
  readonly noSuchAddress?: boolean;
  /** The message was on its way when the line broke: whether the server kept it nobody knows. */
  readonly mayHaveArrived?: boolean;
}

export type Verdict = { readonly kind: 'again'; readonly inMinutes: number } | { readonly kind: 'givenUp' };

/** Minutes until the next try. The first is short: greylisting (RFC 6647) asks for no more than a second knock. */
const waits = [1, 5, 15, 60] as const;
const laterWait = 240;
/** Mail servers themselves give up after four to five days (RFC 5321 §4.5.4.1); a day-old invitation helps nobody. */
const patience = 3 * 24 * 60;

/**
 * @param attempts how often it was tried, this one included
 * @param minutesTrying since the first attempt
 */
export function afterFault(fault: MailFault, attempts: number, minutesTrying: number): Verdict {
  const refusedForGood = fault.aboutLetter && fault.code !== undefined && fault.code >= 500;
  const inMinutes = waits[attempts - 1] ?? laterWait;
  if (refusedForGood || minutesTrying + inMinutes > patience) return { kind: 'givenUp' };
  return { kind: 'again', inMinutes };
}
