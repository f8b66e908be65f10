/** What lies in the outbox: that there is something new and where to look, never a name or a text of a concern. */

export interface Letter {
  readonly tenantId: string;
  readonly personId: string;
  /** What it is about, as `a_word`; for choices and counts. */
  readonly kind: string;
  /** The same deed gives the same key, and so one letter. At most 200 characters. */
  readonly key: string;
  readonly subject: string;
  /** Paragraphs of plain text, at most 20. */
  readonly lines: readonly string[];
  /** A path of this site. `{eenmalig}` in it becomes a fresh one-time secret when the letter leaves. */
  readonly link: string;
  readonly calendar?: CalendarEvent;
  /** Not before this moment; undefined = now. */
  readonly due?: Date;
}

/** An appointment in the reader's calendar (RFC 5545, RFC 5546). Who it is for and from is filled in when it leaves. */
export interface CalendarEvent {
  /** CANCEL takes an earlier REQUEST with the same uid out of the calendar. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** Stays the same for as long as it is the same conversation. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  /** When this was made, ISO in UTC; so are start and end. */
  readonly stamp: string;
  readonly start: string;
  readonly end: string;
  /** Never a name. */
  readonly summary: string;
}
