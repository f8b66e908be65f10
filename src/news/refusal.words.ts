/** What stands in the way of a promise or a rule, as sentences at their fields. */
export interface Unmet {
  readonly code: string;
  /** Empty: it is about no field in particular. */
  readonly field: string;
  readonly detail: string;
}

export type Sentences<Code extends string> = Readonly<
  Record<Code, { readonly field: string; readonly detail: string }>
>;

/** Codes of the rules or of the database law as sentences; what is unknown says only that it may not be. */
export const explainBy = (sentences: Sentences<string>, codes: readonly string[]): readonly Unmet[] =>
  codes.map((code) => ({ code, ...(sentences[code] ?? { field: '', detail: 'Dit kan nu niet.' }) }));
