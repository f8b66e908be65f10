/** The job that empties the outbox. */
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { newSecret } from '../ids.ts';
import { log } from '../log.ts';
import { messageOf, type Sender } from './message.tsx';
import { claimMail, deliverDemonstrationMail, recordMailLink, settleMail, tidyMail } from './outbox.store.ts';
import { afterFault } from './retry.rules.ts';
import { openTransport, type Transport } from './smtp.ts';

/** No run outlives its job's patience: one more message may still take a minute. */
const runMs = 240_000;

/** Without a mail server letters wait; those of the demonstration arrive at /demo/post. */
export function openPost(config: Config): (database: Database) => Promise<void> {
  const deliver = delivererFor(config);
  return async (database) => {
    await tidyMail(database);
    await deliver(database);
  };
}

function delivererFor(config: Config): (database: Database) => Promise<void> {
  const { smtpUrl, demo } = config;
  if (smtpUrl === undefined) return demo ? deliverDemonstrationMail : async () => undefined;
  const sender = senderOf(config);
  const transport = openTransport(smtpUrl, sender);
  return (database) => sendMail(database, transport, sender);
}

/** Who mail is from: MAIL_FROM, or Kortelijn at the host of the site. */
export function senderOf(config: Pick<Config, 'baseUrl' | 'port' | 'mailFrom'>): Sender {
  const site = config.baseUrl ?? `http://localhost:${config.port}`;
  const [, name, address] = /^(.*) <(.*)>$/.exec(config.mailFrom ?? '') ?? [];
  return {
    site,
    name: name ?? 'Kortelijn',
    address: address ?? config.mailFrom ?? `kortelijn@${new URL(site).hostname}`,
  };
}

/**
 * Sends every letter that is due. Whether it arrived is marked after the server took it: a worker killed in between sends it
 * again with the same Message-ID, so that nothing is lost and the receiver drops the double.
 */
export async function sendMail(database: Database, transport: Transport, sender: Sender): Promise<void> {
  const ends = Date.now() + runMs;
  while (Date.now() < ends) {
    const letter = await claimMail(database);
    if (letter === undefined) return;
    let { link } = letter;
    if (link.includes('{eenmalig}')) {
      const secret = newSecret();
      await recordMailLink(database, letter, secret);
      link = link.replace('{eenmalig}', secret);
    }
    const sent = await transport.send(messageOf({ ...letter, link }, sender), letter.to);
    if (sent.kind === 'sent') {
      await settleMail(database, letter, { sent: true });
      continue;
    }
    const { code, aboutLetter } = sent.fault;
    const verdict = afterFault(sent.fault, letter.attempts, letter.minutesTrying);
    const againIn = verdict.kind === 'again' ? verdict.inMinutes : undefined;
    await settleMail(database, letter, {
      sent: false,
      againIn,
      fault: code === undefined ? 'line' : `${code}`,
    });
    log('warn', 'mail not taken', { code, aboutLetter, givenUp: againIn === undefined });
    // When it is the server, the next letter would fare no better.
    if (!aboutLetter) return;
  }
}
