// A partnership with news behind it: a post that was misread, a pilot, a team lead to come, and a round of asking.
import { oneTeam, talks, talksIn } from '../../src/demo/news/post-texts.ts';
import { addTopic, tellNews, translatePost, wordNews, writePost } from '../../src/news/index.ts';
import { readPost } from '../../src/news/posts/reading.actions.ts';
import { takePilotStep, takeRoundStep, writePilot, writeRound } from '../../src/plans/index.ts';
import { sql } from '../../src/platform/database.ts';
import { senderOf, sendMail } from '../../src/platform/mail/mail.jobs.ts';
import { openTransport } from '../../src/platform/mail/smtp.ts';
import { actorOf, anAppointment, aPerson, deedOf } from '../support/factories.ts';
import { type MailServer, openMailServer } from '../support/mail.ts';
import { openQuestionScene, type QuestionScene } from './question-scene.ts';
import { today } from './road.ts';

export { oneTeam, talks };

export interface NewsScene extends QuestionScene {
  readonly editor: string;
  /** Of the first post, which the director read. */
  readonly talksId: string;
  readonly roundId: string;
  readonly mail: MailServer;
  /** What the worker does each minute: news is told, letters leave. */
  minute(): Promise<void>;
}

export async function openNewsScene(): Promise<NewsScene> {
  const scene = await openQuestionScene();
  const { stage, cast, house, address } = scene;
  const { tenantId } = cast;
  const mail = await openMailServer();
  const now = stage.now().toISOString();
  stage.pass(-30 * 24);
  const editor = await anAppointment(stage, 'editor', { tenantId });
  const next = await aPerson(stage, tenantId, 'Noor van Dalen');
  await anAppointment(stage, 'team_lead', { tenantId, personId: next, from: today(9) });
  const [writer, lead] = [
    await actorOf(stage, tenantId, editor),
    await actorOf(stage, tenantId, cast.teamLead),
  ];
  for (const topic of ['Schoolbezoek', 'Team en mensen']) taken(await addTopic(deedOf(stage), writer, topic));

  const talksId = taken(
    await writePost(deedOf(stage), writer, {
      ...{ title: talks.title, lead: talks.lead, body: talks.body, publish: true },
      ...{ audiences: ['public', 'schools'], topics: ['schoolbezoek'] },
    }),
  );
  for (const language of ['en', 'ar'] as const) {
    const { title, lead: intro, body } = talksIn[language];
    taken(await translatePost(deedOf(stage), writer, talksId, { language, title, lead: intro, body }));
  }
  stage.pass(24);
  const { code } = (await stage.database.read({ operatorFor: tenantId }, (reader) =>
    reader.first<{ code: string }>(sql`select code from post where id = ${talksId}`),
  )) ?? { code: '' };
  await readPost(stage, await actorOf(stage, tenantId, cast.director), code);

  const pilotId = taken(
    await writePilot(deedOf(stage), lead, {
      ...{ name: 'Een vaste dag op school', measures: ['lead_time', 'own_words'], startsOn: today(-28) },
      difference: 'Een specialist is een halfjaar lang elke week op dezelfde dag op school.',
      schools: [{ code: cast.school.code }],
    }),
  );
  taken(await takePilotStep(deedOf(stage), lead, pilotId, { step: 'start' }));
  const roundId = taken(
    await writeRound(deedOf(stage), lead, {
      ...{ title: 'Een vaste dag op school: wat merkt u?', about: `pilot:${pilotId}`, anonymous: false },
      introduction: 'De pilot loopt vier weken. Wat werkt, en wat moet anders?',
      roles: ['school_director'],
      ...{ startsOn: today(-1), endsOn: today(5) },
      questions: [{ text: 'Wat moet anders?' }, { text: 'Wilt u doorgaan?', options: ['Ja', 'Nee'] }],
    }),
  );
  taken(await takeRoundStep(deedOf(stage), lead, roundId, { step: 'open' }));
  stage.at(now);

  const sender = senderOf({ baseUrl: address, port: 0, mailFrom: undefined });
  return {
    ...scene,
    ...{ editor, talksId, roundId, mail },
    async minute() {
      stage.pass(1 / 60);
      await tellNews(house.database);
      await sendMail(house.database, openTransport(mail.url, sender), sender, wordNews);
    },
    async close() {
      await mail.close();
      await scene.close();
    },
  };
}

function taken(outcome: { readonly outcome: string; readonly id?: string }): string {
  if (outcome.outcome !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.id ?? '';
}
