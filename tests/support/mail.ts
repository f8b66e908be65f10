/** A mail server on this machine that keeps what it takes and can be told to misbehave. */
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** How the server treats the next messages; `take` is how it should. */
export type Manner =
  | 'take'
  | 'refusePerson'
  | 'refuseMessage'
  | 'refuseSender'
  | 'greylist'
  | 'busy'
  | 'dropAfterData'
  | 'hangAfterData';

export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

export interface MailServer {
  readonly url: string;
  /** What arrived whole, also when the server then let the line drop. */
  readonly received: readonly Received[];
  /** How often it was spoken to. */
  readonly visits: () => number;
  behave(manner: Manner): void;
  /** Calls back when a message arrived whole, before the server says so. */
  onArrival(tell: () => void): void;
  close(): Promise<void>;
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });
/** What is said to a whole message. */
const refusals: Partial<Record<Manner, Error>> = {
  refuseMessage: refusal(554, 'spam'),
  busy: refusal(452, 'full'),
};

export async function openMailServer(options: { readonly login?: boolean } = {}): Promise<MailServer> {
  const received: Received[] = [];
  const lines = new Set<Socket>();
  let manner: Manner = 'take';
  let visits = 0;
  let arrived: () => void = () => undefined;
  const server = new SMTPServer({
    authOptional: options.login !== true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, answer) =>
      auth.password === 'goed' ? answer(null, { user: 'k' }) : answer(refusal(535, 'no')),
    onConnect(_session, answer) {
      visits += 1;
      answer();
    },
    onMailFrom: (_address, _session, answer) =>
      answer(manner === 'refuseSender' ? refusal(550, 'not from you') : undefined),
    onRcptTo(_address, _session, answer) {
      if (manner === 'refusePerson') return answer(refusal(550, 'nobody of that name'));
      if (manner === 'greylist') return answer(refusal(450, 'come back'));
      answer();
    },
    onData(stream, session, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const refused = refusals[manner];
        if (refused !== undefined) return answer(refused);
        const raw = Buffer.concat(parts).toString();
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        });
        arrived();
        if (manner === 'hangAfterData') return;
        if (manner === 'dropAfterData') for (const line of lines) line.destroy();
        else answer();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (line: Socket) => lines.add(line));
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    visits: () => visits,
    behave: (next) => {
      manner = next;
    },
    onArrival: (tell) => {
      arrived = tell;
    },
    close: () =>
      new Promise((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A server that speaks no SMTP: says nothing at all, or hangs up at once. */
export async function openRudeServer(manner: 'silent' | 'closes') {
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    line.on('error', () => undefined);
    if (manner === 'closes') line.destroy();
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const line of lines) line.destroy();
        server.close(() => resolve());
      }),
  };
}
