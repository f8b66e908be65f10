/** The job that empties the outbox. */
import type { Config } from '../config.ts';
import type { Database } from '../database.ts';
import { newSecret } from '../ids.ts';
import { log } from '../log.ts';
import type { News, WordNews } from './letter.ts';
import { messageOf, type Posted, type Sender } from './message.tsx';
import {
  type ClaimedLetter,
  claimMail,
  deliverDemonstrationMail,
  recordMailLink,
  recordSecret,
  settleMail,
  tidyMail,
} from './outbox.store.ts';
import { afterFault } from './retry.rules.ts';
import { openTransport, type Transport } from './smtp.ts';

/** No run outlives its job's patience: one more message may still take a minute. */
const runMs = 240_000;

/** Without a mail server letters wait; those of the demonstration arrive at /demo/post. */
export function openPost(config: Config, word: WordNews): (database: Database) => Promise<void> {
  const deliver = delivererFor(config, word);
  return async (database) => {
    await tidyMail(database);
    await deliver(database);
  };
}

function delivererFor(config: Config, word: WordNews): (database: Database) => Promise<void> {
  const { smtpUrl, demo } = config;
  if (smtpUrl === undefined) return demo ? deliverDemonstrationMail : async () => undefined;
  const sender = senderOf(config);
  const transport = openTransport(smtpUrl, sender);
  return (database) => sendMail(database, transport, sender, word);
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

/** Where news goes to many, so many letters are on their way at once: most of the time is waiting for the mail server. */
const lanes = 4;

/** One emptying of the outbox. */
interface Round {
  readonly database: Database;
  readonly transport: Transport;
  readonly sender: Sender;
  readonly word: WordNews;
  readonly ends: number;
  /** The mail server had trouble: it is left alone until the next round. */
  halted: boolean;
}

/**
 * Sends every letter that is due. Whether it arrived is marked after the server took it: a worker killed in between sends it
 * again with the same Message-ID, so that nothing is lost and the receiver drops the double. News to many is never sent twice:
 * what a killed worker had in hand is counted as not certain.
 */
export async function sendMail(
  database: Database,
  transport: Transport,
  sender: Sender,
  word: WordNews,
): Promise<void> {
  const round: Round = { database, transport, sender, word, ends: Date.now() + runMs, halted: false };
  const others: Promise<void>[] = [];
  await sendDue(round, false, () => {
    if (others.length === 0) for (let nth = 1; nth < lanes; nth += 1) others.push(sendDue(round, true));
  });
  await Promise.all(others);
}

/** One letter after another; `wentOut` is called for each of those to many. */
async function sendDue(round: Round, bulk: boolean, wentOut?: () => void): Promise<void> {
  while (Date.now() < round.ends && !round.halted) {
    const letter = await claimMail(round.database, bulk);
    if (letter === undefined) return;
    const went = await sendOne(round, letter);
    if (went && letter.news?.kind === 'news') wentOut?.();
  }
}

/** Whether the server took it. */
async function sendOne(round: Round, letter: ClaimedLetter): Promise<boolean> {
  const { database, transport, sender } = round;
  const posted = await postedOf(round, letter);
  const sent = await transport.send(messageOf(posted, sender), letter.to);
  if (sent.kind === 'sent') {
    await settleMail(database, letter, { sent: true });
    return true;
  }
  const { code, aboutLetter, noSuchAddress = false, mayHaveArrived = false } = sent.fault;
  const uncertain = letter.news?.kind === 'news' && mayHaveArrived;
  const verdict = uncertain
    ? ({ kind: 'givenUp' } as const)
    : afterFault(sent.fault, letter.attempts, letter.minutesTrying);
  const againIn = verdict.kind === 'again' ? verdict.inMinutes : undefined;
  const fault = uncertain ? 'uncertain' : code === undefined ? 'line' : `${code}`;
  await settleMail(database, letter, { sent: false, againIn, fault, refused: noSuchAddress });
  log('warn', 'mail not taken', { code, aboutLetter, givenUp: againIn === undefined });
  // When it is the server, the next letter would fare no better.
  if (!aboutLetter) round.halted = true;
  return false;
}

/** The letter with its words and with the secrets of its links, which are made only now. */
async function postedOf({ database, word }: Round, letter: ClaimedLetter): Promise<Posted> {
  if (letter.news !== null) {
    const secret = newSecret();
    await recordSecret(database, letter, secret);
    return inWords(letter, letter.news, secret, word);
  }
  if (!letter.link.includes('{eenmalig}')) return letter;
  const secret = newSecret();
  await recordMailLink(database, letter, secret);
  return { ...letter, link: letter.link.replace('{eenmalig}', secret) };
}

/** A letter to a subscriber, with the secret of its links. */
export function inWords(
  letter: Pick<Posted, 'tenantId' | 'key' | 'to' | 'partnership'>,
  news: News,
  secret: string,
  word: WordNews,
): Posted {
  const { tenantId, key, to, partnership } = letter;
  const own = `/nieuws/abonnement/${secret}`;
  const { subject, lines, items, link, ...words } = word(news, partnership, own);
  const subscriber = { ...words, own };
  return { tenantId, key, to, partnership, subject, lines, items, link, calendar: null, subscriber };
}
