/** A year of posts, played through the product's own actions: two long ones with what came after them, and shorter ones. */
import { deflateSync } from 'node:zlib';
import {
  addPostFile,
  addTopic,
  fixPost,
  publishPost,
  translatePost,
  updatePost,
  withdrawPost,
  writePost,
} from '../../news/index.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { momentOn } from '../days.ts';
import type { Stage } from '../deployment/stage.ts';
import { mustBeTaken } from '../questions/player.ts';
import { oneTeam, oneTeamIn, shorts, talks, talksIn, topics } from './post-texts.ts';

/** Posts that other parts of the demonstration build on. */
export interface PlayedPosts {
  /** It explains how concerns are spoken about. */
  readonly talks: string;
  /** It holds `promisedSentence`. */
  readonly oneTeam: string;
}

export async function playPosts(stage: Stage): Promise<PlayedPosts> {
  const editor = await stage.actor(editorOf(stage));
  for (const name of topics) await addTopic(deedOn(stage, -330), editor, name);
  const played = { talks: await playTalks(stage, editor), oneTeam: await playOneTeam(stage, editor) };
  for (const short of shorts) await playShort(stage, editor, short);
  return played;
}

function editorOf({ registers }: Stage): string {
  const found = registers.appointments.find(({ role }) => role === 'editor');
  if (found === undefined) throw new Error('the demonstration has no editor');
  return found.personId;
}

/** So many days from today. */
const deedOn = (stage: Stage, days: number, hour?: number) => stage.at(addDays(stage.today, days), hour);

/** Announced, translated, and corrected three weeks later. */
async function playTalks(stage: Stage, editor: Actor): Promise<string> {
  const { update, ...words } = talks;
  const audiences: ('public' | 'schools' | 'boards')[] = ['public', 'schools', 'boards'];
  const input = { ...words, audiences, topics: ['schoolbezoek'], publish: true };
  const id = mustBeTaken(await writePost(deedOn(stage, -96), editor, input), 'a post');
  for (const language of ['en', 'ar'] as const) {
    const { update: _update, ...translated } = talksIn[language];
    mustBeTaken(
      await translatePost(deedOn(stage, -95), editor, id, { ...translated, language }),
      'a translation',
    );
  }
  const slip = { part: 'body', before: 'binnekort', after: 'binnenkort' } as const;
  mustBeTaken(await fixPost(deedOn(stage, -94), editor, id, slip), 'a spelling fix');
  const translations = (['en', 'ar'] as const).map((language) => ({ language, ...talksIn[language].update }));
  mustBeTaken(await updatePost(deedOn(stage, -75), editor, id, { ...update, translations }), 'an update');
  return id;
}

/** With a picture, who leads the team, and a promise in its last sentence. */
async function playOneTeam(stage: Stage, editor: Actor): Promise<string> {
  const lead = stage.registers.appointments.find(({ role }) => role === 'team_lead');
  const audiences: ('public' | 'parents' | 'schools' | 'professionals')[] = [
    'public',
    'parents',
    'schools',
    'professionals',
  ];
  const input = {
    ...oneTeam,
    audiences,
    topics: ['team-en-mensen'],
    ...(lead && { appointmentId: lead.id }),
  };
  const id = mustBeTaken(await writePost(deedOn(stage, -40), editor, input), 'a post');
  const file = { name: 'team.png', bytes: picture(480, 200) };
  mustBeTaken(await addPostFile(deedOn(stage, -40), editor, id, file), 'a picture');
  for (const language of ['en', 'ar'] as const)
    mustBeTaken(
      await translatePost(deedOn(stage, -39), editor, id, { ...oneTeamIn[language], language }),
      'a translation',
    );
  mustBeTaken(await publishPost(deedOn(stage, -38), editor, id, {}), 'a published post');
  return id;
}

async function playShort(stage: Stage, editor: Actor, short: (typeof shorts)[number]): Promise<void> {
  const { ago, update, withdrawn, translations = [], ...words } = short;
  const day = ago === undefined || ago < 0 ? -2 : -ago;
  const id = mustBeTaken(await writePost(deedOn(stage, day, 9), editor, words), 'a post');
  for (const translation of translations)
    mustBeTaken(await translatePost(deedOn(stage, day, 9), editor, id, translation), 'a translation');
  if (ago === undefined) return;
  const at = ago < 0 ? { at: momentOn(addDays(stage.today, -ago), 8).toISOString() } : {};
  mustBeTaken(await publishPost(deedOn(stage, day, 10), editor, id, at), 'a published post');
  if (update !== undefined) {
    const { after, ...said } = update;
    mustBeTaken(await updatePost(deedOn(stage, day + after), editor, id, said), 'an update');
  }
  if (withdrawn !== undefined)
    mustBeTaken(
      await withdrawPost(deedOn(stage, day + 3), editor, id, { reason: withdrawn }),
      'a withdrawn post',
    );
}

/** A quiet picture made of nothing but bands of colour: a PNG without a library. */
function picture(width: number, height: number): Uint8Array {
  const bands = [
    [14, 90, 103],
    [245, 166, 35],
    [238, 246, 247],
    [27, 106, 65],
  ];
  const rows = Array.from({ length: height }, (_, y) => {
    const colour = (x: number) =>
      bands[Math.floor(((x + y / 2) / width) * bands.length) % bands.length] ?? [0, 0, 0];
    return Buffer.from([0, ...Array.from({ length: width }, (_none, x) => colour(x)).flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** CRC-32 of ISO 3309, as PNG asks. */
function crc32(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
