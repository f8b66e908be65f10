/** One message to one person over SMTP. */
import { isIP } from 'node:net';
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
  return {
    async send(message, to) {
      if (!isAddress(to)) return { kind: 'failed', fault: { code: 550, aboutLetter: true } };
      const { messageId, subject, text, html, calendar } = message;
      const sending = transport.sendMail({
        from: { name: from.name, address: from.address },
        to: { name: '', address: to },
        envelope: { from: from.address, to: [to] },
        messageId,
        subject,
        text,
        html,
        // RFC 3834, and the same for Exchange: no out-of-office answers.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        ...(calendar && { icalEvent: { filename: 'uitnodiging.ics', ...calendar } }),
      });
      const ended = new AbortController();
      const tooLong = sleep(waits.wholeMs, undefined, { signal: ended.signal }).then(() => undefined);
      try {
        const info = await Promise.race([sending, tooLong]);
        return info === undefined ? silent : { kind: 'sent' };
      } catch (error) {
        return { kind: 'failed', fault: faultOf(error) };
      } finally {
        ended.abort();
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

const silent: Sent = { kind: 'failed', fault: { code: undefined, aboutLetter: false } };

function faultOf(error: unknown): MailFault {
  if (!(error instanceof Error)) return { code: undefined, aboutLetter: false };
  const { responseCode, code, command } = error as Error & Record<string, unknown>;
  return {
    code: typeof responseCode === 'number' ? responseCode : undefined,
    // What is said to our name, password or sender address is not about this person.
    aboutLetter:
      (code === 'EENVELOPE' || code === 'EMESSAGE') && (command === 'RCPT TO' || command === 'DATA'),
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
