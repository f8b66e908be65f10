/** What a provider's word is worth: which claims count as two factors, and how far its clock may be off. */

interface Claims {
  readonly amr?: unknown;
  readonly acr?: unknown;
}

/** Whether the provider says that two factors were shown: `amr` «mfa» (RFC 8176), or an `acr` that names it. */
export function showsSecondFactor({ amr, acr }: Claims): boolean {
  if (Array.isArray(amr) && amr.includes('mfa')) return true;
  return typeof acr === 'string' && /(^|[^a-z])(mfa|multi-?factor)($|[^a-z])/i.test(acr);
}

/** Seconds that the clock of a provider and ours may differ. */
export const clockToleranceSeconds = 60;

/**
 * Whether a token was made (`iat`, in seconds) when it is not yet that late here. Only this way: some providers date their
 * tokens minutes back on purpose; a token that is too old is refused by its end (`exp`).
 */
export function isFromTheFuture(issuedAt: number, now: number): boolean {
  return issuedAt * 1_000 > now + clockToleranceSeconds * 1_000;
}
