/** From a letter to what a mail program shows: plain text and the same as simple HTML, without pictures or anything from elsewhere. */
import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { invitationFile } from './calendar.ts';
import type { CalendarEvent } from './letter.ts';

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
  readonly calendar: CalendarEvent | null;
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
}

/** The message as every attempt sends it: the same letter has the same Message-ID, so that receivers drop a double. */
export function messageOf(posted: Posted, sender: Sender): Message {
  const { subject, lines, calendar, partnership } = posted;
  const link = `${sender.site}${posted.link}`;
  const choice = `${sender.site}/mijn/meldingen`;
  const why = `U krijgt dit bericht van Kortelijn, namens ${partnership}.`;
  // Who must not know any more what it was about gets no link to it in the calendar either.
  const url = calendar?.method === 'REQUEST' ? { url: link } : {};
  return {
    messageId: messageIdOf(posted, sender),
    subject,
    text: [
      ...lines,
      link,
      `--\n${why}\nKies zelf over welk nieuws u mail krijgt: ${choice}\nAntwoorden op deze mail kan niet.`,
    ]
      .join('\n\n')
      .concat('\n'),
    html: `<!doctype html>${renderToString(
      <Body title={subject} lines={lines} link={link} why={why} choice={choice} />,
    )}`,
    calendar: calendar
      ? {
          method: calendar.method,
          content: invitationFile({ ...calendar, ...url, organizer: sender, attendee: posted.to }),
        }
      : undefined,
  };
}

function messageIdOf({ tenantId, key }: Posted, { site }: Sender): string {
  const hash = createHash('sha256').update(`${tenantId} ${key}`).digest('hex').slice(0, 40);
  return `<${hash}@${new URL(site).hostname}>`;
}

interface BodyProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: string;
  readonly why: string;
  readonly choice: string;
}

const page =
  'font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em; margin: 0 auto; padding: 16px';
const small = 'font-size: 14px; border-top: 1px solid #767676; margin-top: 32px; padding-top: 16px';

function Body({ title, lines, link, why, choice }: BodyProps): JSX.Element {
  return (
    <html lang="nl">
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
        <p>
          <a href={link}>Open Kortelijn</a>
        </p>
        <p style={small}>
          {why} <a href={choice}>Kies zelf over welk nieuws u mail krijgt</a>. Antwoorden op deze mail kan
          niet.
        </p>
      </body>
    </html>
  );
}
