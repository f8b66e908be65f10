/** One message to one person over SMTP. */
import { isIP } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Message, Sender } from './message.tsx';
import type { MailFault } from './retry.rules.ts';

export type Sent = { readonly kind: 'sent' } | { readonly kind: 'failed'; readonly fault: MailFault };

/** How long a silent server is waited for, at each step of the conversation. */
const silenceMs = 10_000;
/** And all steps together: a server that says a byte now and then is never silent. */
const wholeMs = 60_000;

export interface Transport {
  send(message: Message, to: string): Promise<Sent>;
}

/** A connection for each message: what one server breaks off is never another person's message. */
export function openTransport(smtpUrl: string, from: Sender, waits = { silenceMs, wholeMs }): Transport {
  const transport = createTransport(settingsFor(smtpUrl, waits.silenceMs));
  const begun = new Set<string | undefined>();
  transport.use('stream', (mail, done) => {
    mail.message.processFunc((whole) => {
      const sent = whole.pipe(new PassThrough());
      // Asked for only when the server said that it may come.
      sent.once('resume', () => begun.add(mail.data.messageId));
      return sent;
    });
    done();
  });
  return {
    async send(message, to) {
      if (!isAddress(to))
        return { kind: 'failed', fault: { code: 550, aboutLetter: true, noSuchAddress: true } };
      const { messageId, subject, text, html, calendar, stop } = message;
      const sending = transport.sendMail({
        from: { name: from.name, address: from.address },
        to: { name: '', address: to },
        envelope: { from: from.address, to: [to] },
        messageId,
        subject,
        text,
        html,
        // RFC 3834, and the same for Exchange: no out-of-office answers.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          // RFC 8058: a mail program stops the letters with one click.
          ...(stop && {
            'List-Unsubscribe': `<${stop}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
        },
        ...(calendar && { icalEvent: { filename: 'uitnodiging.ics', ...calendar } }),
      });
      const ended = new AbortController();
      const tooLong = sleep(waits.wholeMs, undefined, { signal: ended.signal }).then(() => undefined);
      try {
        const info = await Promise.race([sending, tooLong]);
        if (info !== undefined) return { kind: 'sent' };
        return { kind: 'failed', fault: { ...silent, mayHaveArrived: begun.has(messageId) } };
      } catch (error) {
        const fault = faultOf(error);
        const mayHaveArrived = fault.code === undefined && begun.has(messageId);
        return { kind: 'failed', fault: { ...fault, mayHaveArrived } };
      } finally {
        ended.abort();
        begun.delete(messageId);
        for (const late of [sending, tooLong]) late.catch(() => undefined);
      }
    },
  };
}

/** Looks whether the server answers and knows our name; the code of what it said, or undefined when all is well. */
export async function examineServer(smtpUrl: string): Promise<string | undefined> {
  const transport = createTransport(settingsFor(smtpUrl, 3_000));
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const { code } = faultOf(error);
    return code === undefined ? 'geen antwoord' : `antwoord ${code}`;
  } finally {
    transport.close();
  }
}

const settingsFor = (smtpUrl: string, silenceMs: number) => ({
  url: smtpUrl,
  connectionTimeout: silenceMs,
  greetingTimeout: silenceMs,
  socketTimeout: silenceMs,
  dnsTimeout: silenceMs,
  // A password is never said over a line that others can hear.
  requireTLS: asksForTls(smtpUrl),
  disableFileAccess: true,
  disableUrlAccess: true,
});

const silent: MailFault = { code: undefined, aboutLetter: false, noSuchAddress: false };

function faultOf(error: unknown): MailFault {
  if (!(error instanceof Error)) return silent;
  const { responseCode, code, command } = error as Error & Record<string, unknown>;
  const told = typeof responseCode === 'number' ? responseCode : undefined;
  // What is said to our name, password or sender address is not about this person.
  const aboutLetter =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && (command === 'RCPT TO' || command === 'DATA');
  return {
    code: told,
    aboutLetter,
    noSuchAddress: aboutLetter && command === 'RCPT TO' && told !== undefined && told >= 500,
  };
}

/** One plain address: nothing that a header or a mail server could read as two. */
function isAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text) && text.length <= 254;
}

function asksForTls(smtpUrl: string): boolean {
  const { password, hostname, protocol } = new URL(smtpUrl);
  const own =
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
  return protocol === 'smtp:' && password !== '' && !own;
}
