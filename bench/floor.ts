/**
 * The floor: a bare Node http server that sends the very statements of the product (login, context, list, detail, audit row) on the
 * same driver with the same settings, and nothing else: no checks, no rules, no headers. `x-floor: bare` leaves out login, context
 * and row-level security too: the least anybody could do.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { getConcern } from '../src/concerns/concern.store.ts';
import { findConcernsToAnswer } from '../src/concerns/concern-list.store.ts';
import { recordEntry } from '../src/concerns/concern-writes.store.ts';
import { recordSeen } from '../src/concerns/disclosure.store.ts';
import { recordAudit } from '../src/platform/audit.ts';
import type { Sql, Transaction } from '../src/platform/database.ts';
import type { Actor } from '../src/platform/pure/actor.ts';
import { getQuestion } from '../src/questions/question.store.ts';
import { findQuestionsToAnswer } from '../src/questions/question-list.store.ts';

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

const open = (connectionString: string | undefined) =>
  new pg.Pool({
    connectionString: connectionString ?? '',
    max: 10,
    pipeline: true,
    options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
  });
const law = open(process.env['FLOOR_URL']);
const superuser = open(process.env['FLOOR_SUPER_URL']);

const names = new Map<string, string>();
function named({ text, values }: { readonly text: string; readonly values: unknown[] }): pg.QueryConfig {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

const transactionOn = (client: pg.PoolClient): Transaction => ({
  rows: async <Row>(query: Sql) => (await client.query(named(query))).rows as Row[],
  first: async <Row>(query: Sql) => (await client.query(named(query))).rows[0] as Row | undefined,
  run: async (query) => (await client.query(named(query))).rowCount ?? 0,
});

/** The list's statement per person and subject: it does not change from request to request. */
const lists = new Map<string, { readonly text: string; readonly values: unknown[] }>();
async function listOf(actor: Actor, subject: string) {
  const key = `${subject} ${actor.personId}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  let sent: { readonly text: string; readonly values: unknown[] } = { text: '', values: [] };
  const spy = async (query: Sql) => {
    sent = { text: query.text, values: query.values };
    return undefined;
  };
  const find = subject === 'concerns' ? findConcernsToAnswer : findQuestionsToAnswer;
  await find({ rows: async () => [], first: spy }, actor, { limit: 50 });
  lists.set(key, sent);
  return sent;
}

async function actorOf(request: IncomingMessage): Promise<Actor> {
  const token = request.headers.authorization?.slice('Bearer '.length);
  const secret = token ?? request.headers.cookie?.split('=')[1] ?? '';
  const values = [
    token === undefined ? 'session' : 'token',
    createHash('sha256').update(secret).digest(),
    null,
  ];
  const found = await law.query({ name: 'who', text: 'select find_actor($1, $2, $3) as actor', values });
  return found.rows[0].actor;
}

async function within<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await law.connect();
  const values = [actor.personId, actor.tenantId, null];
  const before = [
    client.query('begin'),
    client.query({ name: 'context', text: 'select begin_request($1, $2, $3)', values }),
  ];
  const result = await work(transactionOn(client));
  await Promise.all([...before, client.query('commit')]);
  client.release();
  return result;
}

async function list(actor: Actor, subject: string): Promise<string> {
  const client = await law.connect();
  const values = [actor.personId, actor.tenantId, null];
  const [, , found] = await Promise.all([
    client.query('begin'),
    client.query({ name: 'context', text: 'select begin_request($1, $2, $3)', values }),
    client.query(named(await listOf(actor, subject))),
    client.query('commit'),
  ]);
  client.release();
  return JSON.stringify(found.rows[0]);
}

const audit = (tx: Transaction, actor: Actor, action: string, subjectId: string) =>
  recordAudit(tx, actor, { action, subject: 'concern', subjectId, via: 'api' });

const detail = (actor: Actor, id: string) =>
  within(actor, async (tx) => {
    const concern = await getConcern(tx, actor, id);
    if (concern === undefined) throw new Error('no such concern');
    await Promise.all([audit(tx, actor, 'read', id), recordSeen(tx, actor, concern, 'school_director')]);
    return JSON.stringify(concern);
  });

const question = (actor: Actor, id: string) =>
  within(actor, async (tx) => {
    const found = await getQuestion(tx, actor, id);
    if (found === undefined) throw new Error('no such question');
    if (found.level === 'pupil')
      await recordAudit(tx, actor, { action: 'read', subject: 'question', subjectId: id, via: 'api' });
    return JSON.stringify(found);
  });

/** Without asking first what the concern looks like: the entry, whose trigger is the law, the audit row, and the new state as the answer. */
const step = (actor: Actor, id: string, body: { text: string; version: number; status: 'working' }) =>
  within(actor, async (tx) => {
    const entry = { step: 'reply', choice: 'addition', text: body.text, toStatus: body.status } as const;
    const concern = { id, version: body.version, status: body.status, school: { id: '' } };
    const [, , after] = await Promise.all([
      recordEntry(tx, actor, concern, entry),
      audit(tx, actor, 'reply', id),
      getConcern(tx, actor, id),
    ]);
    return JSON.stringify(after);
  });

/** The person is known from the last honest request: only the list's own statement is sent, by a superuser. */
const bareActors = new Map<string, Actor>();
async function bareList(request: IncomingMessage, subject: string): Promise<string> {
  const key = request.headers.authorization ?? '';
  const actor = bareActors.get(key) ?? (await actorOf(request));
  bareActors.set(key, actor);
  return JSON.stringify((await superuser.query(named(await listOf(actor, subject)))).rows[0]);
}

async function answer(request: IncomingMessage): Promise<string> {
  const parts = new URL(request.url ?? '', 'http://floor').pathname.split('/');
  // The page of the list stands at another address and asks the same.
  const subject = parts[3] ?? 'concerns';
  if (request.headers['x-floor'] === 'bare') return bareList(request, subject);
  const actor = await actorOf(request);
  const id = parts[4];
  if (id === undefined) return list(actor, subject);
  if (request.method === 'GET') return subject === 'concerns' ? detail(actor, id) : question(actor, id);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return step(actor, id, {
    ...JSON.parse(Buffer.concat(chunks).toString()),
    version: Number(request.headers['if-match']?.slice(1, -1)),
    status: request.headers['x-status'],
  });
}

const server = createServer((request, response) => {
  answer(request)
    .then((body) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    })
    .catch((fault: unknown) => {
      response.writeHead(500);
      response.end(String(fault));
    });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
