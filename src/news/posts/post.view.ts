/** A post from its rows to what pages, API and feeds show: its texts as they read now, fixes laid over them. */
import type { Language } from './languages.ts';
import type { Audience } from './post.access.ts';
import type { State } from './post.rules.ts';

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface Fix {
  readonly language: Language;
  readonly part: 'title' | 'lead' | 'body' | 'update';
  readonly updateId: string | null;
  readonly before: string;
  readonly after: string;
  readonly at: string;
}

export interface PostText {
  readonly language: Language;
  readonly original: boolean;
  readonly title: string;
  readonly slug: string;
  readonly lead: string | null;
  /** Markdown. */
  readonly body: string;
  readonly pictureId: string | null;
  readonly pictureAlt: string | null;
  readonly publishedAt: string | null;
}

export interface PostUpdate {
  readonly id: string;
  readonly nth: number;
  readonly at: string;
  readonly texts: readonly {
    readonly language: Language;
    readonly reason: string;
    /** Markdown. */
    readonly body: string;
  }[];
}

export interface PostFile {
  readonly id: string;
  readonly kind: 'picture' | 'attachment';
  /** `beeld:1` in a text. */
  readonly nth: number;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** A post with everything its reader may know of it. */
export interface Post {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly state: State;
  /** Whether whoever reads it began it; visitors began nothing. */
  readonly mine?: boolean;
  /** Of the words in each language: two who write in two languages are not in each other's way. To members alone. */
  readonly textVersions?: Readonly<Partial<Record<Language, number>>>;
  readonly partnership: Named & {
    readonly id: string;
    readonly hostName: string | null;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly audiences: readonly Audience[];
  readonly areas: readonly (Named & { readonly id: string })[];
  readonly boards: readonly (Named & { readonly id: string })[];
  readonly topics: readonly Named[];
  readonly pilot: { readonly id: string; readonly name: string } | null;
  /** Of the ondersteuningsplan; null as well: for a visitor. */
  readonly ambition: { readonly id: string; readonly name: string } | null;
  /** As the register has it. */
  readonly appointment: {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly acting: boolean;
    readonly startsOn: string;
    /** Half-open; null: until further notice. */
    readonly endsOn: string | null;
    readonly place: string | null;
  } | null;
  readonly publishedAt: string | null;
  readonly touchedAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBecause: string | null;
  /** The original first. */
  readonly texts: readonly PostText[];
  readonly updates: readonly PostUpdate[];
  readonly fixes: readonly Fix[];
  readonly files: readonly PostFile[];
}

/** A post as lists show it. */
export interface ListedPost
  extends Pick<
    Post,
    'id' | 'version' | 'code' | 'state' | 'audiences' | 'topics' | 'publishedAt' | 'touchedAt'
  > {
  readonly partnership: Named;
  readonly language: Language;
  readonly original: boolean;
  readonly title: string;
  readonly slug: string;
  readonly lead: string | null;
  readonly pictureId: string | null;
  readonly pictureAlt: string | null;
  /** Every language it can be read in, the original first. */
  readonly languages: readonly Language[];
  readonly updates: number;
}

/** A text with its fixes laid over it, in their order. */
export function fixed(
  text: string,
  fixes: readonly Fix[],
  where: Pick<Fix, 'language' | 'part'> & { readonly updateId?: string | null },
): string {
  const { language, part, updateId = null } = where;
  return fixes
    .filter((fix) => fix.language === language && fix.part === part && fix.updateId === updateId)
    .reduce((now, { before, after }) => {
      const at = now.indexOf(before);
      return at < 0 ? now : now.slice(0, at) + after + now.slice(at + before.length);
    }, text);
}

/** The post as it reads today. */
export function withFixes<P extends Post>(post: P): P {
  const { fixes } = post;
  if (fixes.length === 0) return post;
  return {
    ...post,
    texts: post.texts.map((text) => {
      const lay = (part: 'title' | 'lead' | 'body', words: string) =>
        fixed(words, fixes, { language: text.language, part });
      const lead = text.lead === null ? null : lay('lead', text.lead);
      return { ...text, title: lay('title', text.title), lead, body: lay('body', text.body) };
    }),
    updates: post.updates.map((update) => ({
      ...update,
      texts: update.texts.map((text) => ({
        ...text,
        body: fixed(text.body, fixes, { language: text.language, part: 'update', updateId: update.id }),
      })),
    })),
  };
}

/** The text in a language; of a language it has not, the original. */
export const textIn = (post: Pick<Post, 'texts'>, language?: string): PostText | undefined =>
  post.texts.find((text) => text.language === language) ?? post.texts.find(({ original }) => original);

/** A post of a list with its fixes laid over its title and lead. */
export function listedFrom<P extends ListedPost & { readonly fixes: readonly Fix[] }>({
  fixes,
  ...post
}: P): Omit<P, 'fixes'> {
  const lay = (part: 'title' | 'lead', text: string) => fixed(text, fixes, { language: post.language, part });
  return { ...post, title: lay('title', post.title), lead: post.lead && lay('lead', post.lead) };
}
