/** From a letter to what a mail program shows: plain text and the same as simple HTML, without pictures or anything from elsewhere. */
import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { directionOf } from '../pure/languages.ts';
import { invitationFile } from './calendar.ts';
import type { CalendarEvent, LetterItem, NewsWords } from './letter.ts';

/** A letter as it lies in the outbox, with what is looked up when it leaves. */
export interface Posted {
  readonly tenantId: string;
  readonly key: string;
  /** The address the person has now. */
  readonly to: string;
  readonly partnership: string;
  readonly subject: string;
  readonly lines: readonly string[];
  readonly link: string;
  readonly items?: readonly LetterItem[] | null;
  readonly calendar: CalendarEvent | null;
  /** To somebody outside: the words below it, and the path of their subscription, with its secret. */
  readonly subscriber?:
    | (Omit<NewsWords, 'subject' | 'lines' | 'items' | 'link'> & { readonly own: string })
    | undefined;
}

/** Where mail comes from. */
export interface Sender {
  /** Address of the site, without a slash at the end. */
  readonly site: string;
  readonly name: string;
  readonly address: string;
}

export interface Message {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: CalendarEvent['method']; readonly content: string } | undefined;
  /** Where one click, without a log-in, ends these letters. */
  readonly stop: string | undefined;
}

/** The message as every attempt sends it: the same letter has the same Message-ID, so that receivers drop a double. */
export function messageOf(posted: Posted, sender: Sender): Message {
  const { subject, lines, calendar } = posted;
  const link = `${sender.site}${posted.link}`;
  const items = (posted.items ?? []).map((item) => ({ ...item, link: `${sender.site}${item.link}` }));
  const below = belowOf(posted, sender);
  // Who must not know any more what it was about gets no link to it in the calendar either.
  const url = calendar?.method === 'REQUEST' ? { url: link } : {};
  return {
    messageId: messageIdOf(posted, sender),
    subject,
    text: [
      ...lines,
      ...items.map((item) => [item.text, item.more, item.link].filter(Boolean).join('\n')),
      link,
      `--\n${[below.why, ...below.ways.map(([words, way]) => `${words}: ${way}`), below.end].filter(Boolean).join('\n')}`,
    ]
      .join('\n\n')
      .concat('\n'),
    html: `<!doctype html>${renderToString(<Body {...{ title: subject, lines, items, link, below }} />)}`,
    calendar: calendar
      ? {
          method: calendar.method,
          content: invitationFile({ ...calendar, ...url, organizer: sender, attendee: posted.to }),
        }
      : undefined,
    stop: posted.subscriber && `${sender.site}${posted.subscriber.own}/stoppen`,
  };
}

/** What stands below every letter: why it came, and how to have it otherwise. */
interface Below {
  readonly language: string;
  readonly open: string;
  readonly why: string;
  readonly ways: readonly (readonly [words: string, way: string])[];
  readonly end: string;
}

function belowOf({ partnership, subscriber }: Posted, { site }: Sender): Below {
  if (subscriber === undefined)
    return {
      language: 'nl',
      open: 'Open Kortelijn',
      why: `U krijgt dit bericht van Kortelijn, namens ${partnership}.`,
      ways: [['Kies zelf over welk nieuws u mail krijgt', `${site}/mijn/meldingen`]],
      end: 'Antwoorden op deze mail kan niet.',
    };
  const { language, open, why, change, stop, own } = subscriber;
  return {
    language,
    open,
    why,
    ways: [
      [change, `${site}${own}`],
      [stop, `${site}${own}/stoppen`],
    ],
    end: '',
  };
}

function messageIdOf({ tenantId, key }: Posted, { site }: Sender): string {
  const hash = createHash('sha256').update(`${tenantId} ${key}`).digest('hex').slice(0, 40);
  return `<${hash}@${new URL(site).hostname}>`;
}

interface BodyProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly items: readonly LetterItem[];
  readonly link: string;
  readonly below: Below;
}

const page =
  'font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em; margin: 0 auto; padding: 16px';
const small = 'font-size: 14px; border-top: 1px solid #767676; margin-top: 32px; padding-top: 16px';

function Body({ title, lines, items, link, below }: BodyProps): JSX.Element {
  const { language, open, why, ways, end } = below;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body style={page}>
        <h1 style="font-size: 20px">{title}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item.link} style="margin-bottom: 8px">
                <a href={item.link}>{item.text}</a>
                {item.more && (
                  <>
                    <br />
                    {item.more}
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href={link}>{open}</a>
        </p>
        <p style={small}>
          {why}{' '}
          {ways.map(([words, way]) => (
            <span key={way}>
              <a href={way}>{words}</a>.{' '}
            </span>
          ))}
          {end}
        </p>
      </body>
    </html>
  );
}
