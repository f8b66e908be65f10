/** The API on a stage for questions: everybody of the cast has a token. */
import { makeKey } from '../../src/platform/access.store.ts';
import { createApp } from '../../src/web/server.ts';
import { openQuestionStage, type QuestionStage } from './question-stage.ts';

type Headers = Readonly<Record<string, string>>;

export interface ApiAnswered {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  /** Read as JSON: a test looks into it as it likes. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface QuestionApi extends QuestionStage {
  send(who: string, path: string, body?: unknown, headers?: Headers): Promise<ApiAnswered>;
  /** If-Match with the version this person reads now. */
  seen(who: string, id: string): Promise<Headers>;
}

export const stepsOf = (id: string) => `/support-questions/${id}/steps`;

export async function openQuestionApi(): Promise<QuestionApi> {
  const world = await openQuestionStage();
  const { stage, cast } = world;
  const app = createApp({
    database: stage.database,
    config: { demo: false, rateLimit: false, baseUrl: undefined },
    clock: () => stage.now(),
  });
  const tokens = new Map<string, string>();
  const { coordinator, author, teacher, teamLead, specialist, colleague, boardMember, secretary, members } =
    cast;
  const school = [coordinator, author, teacher, boardMember];
  for (const personId of [...school, teamLead, specialist, colleague, secretary, ...members]) {
    const ends = new Date('2027-01-01');
    const secret = await stage.database.write({ operatorFor: cast.tenantId }, (tx) =>
      makeKey(tx, { tenantId: cast.tenantId, personId }, 'token', ends),
    );
    tokens.set(personId, secret);
  }
  const send: QuestionApi['send'] = async (who, path, body, headers = {}) => {
    const answer = await app.request(`/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Bearer ${tokens.get(who)}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) };
  };
  return {
    ...world,
    send,
    seen: async (who, id) => ({
      'If-Match': `"${(await send(who, `/support-questions/${id}`)).body.version}"`,
    }),
  };
}
