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

/** A line of a letter with a link of its own. */
export interface LetterItem {
  readonly text: string;
  /** Under it, when there is more to say. */
  readonly more?: string | undefined;
  /** A path of this site. */
  readonly link: string;
}

/** What a letter to a subscriber outside is about, as it stands when it leaves. */
export interface News {
  readonly kind: 'news' | 'news_confirm' | 'news_known';
  readonly language: string;
  readonly frequency: 'at_once' | 'daily' | 'weekly';
  readonly posts: readonly NewsPost[];
}

export interface NewsPost {
  readonly title: string;
  readonly lead: string | null;
  readonly language: string;
  readonly path: string;
  /** Why there is an update, of a post that its reader was told of before. */
  readonly updated: string | null;
}

/** The words of a letter to a subscriber. */
export interface NewsWords {
  readonly language: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly items: readonly LetterItem[] | null;
  readonly link: string;
  /** What stands on the link. */
  readonly open: string;
  readonly why: string;
  readonly change: string;
  readonly stop: string;
}

/** Puts news in words; `own` is the path of the subscription, with its secret. The subject of news gives it. */
export type WordNews = (news: News, partnership: string, own: string) => NewsWords;

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
