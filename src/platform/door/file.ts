/** Files through the door: one that comes in with a form, one that goes out. */
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { PictureAnswer } from '../answer.ts';
import type { Entries } from '../input.ts';
import type { SentFile, UploadedFile } from '../route.ts';

interface SentForm {
  /** Everything but files. */
  readonly fields: Entries;
  readonly file: UploadedFile | undefined;
}

/** No form of ours comes near; a flood of fields would keep the decoding busy for seconds. */
const mostFields = 1_000;

/** Asked before anything of the body is read, so that nobody waits for a file to arrive that is refused then. */
export async function isTooLarge(context: Context, largest: number): Promise<boolean> {
  let tooLarge = false;
  const onError = () => {
    tooLarge = true;
    return new Response();
  };
  await bodyLimit({ maxSize: largest, onError })(context, async () => {});
  return tooLarge;
}

export async function readForm(context: Context): Promise<SentForm | 'unreadable'> {
  try {
    const form = await context.req.raw.clone().formData();
    const entries = [...form.entries()];
    if (entries.length > mostFields) return 'unreadable';
    const fields = entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    const file = form.get('file');
    // A browser sends an empty file when none was chosen.
    if (file === null || typeof file === 'string' || file.size === 0) return { fields, file: undefined };
    return { fields, file: { name: plainName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) } };
  } catch {
    return 'unreadable';
  }
}

/** Control characters, and those that turn the reading direction: «brief\u202efdp.exe» reads as «briefexe.pdf». */
const unseen = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** The last part of the name, without what nobody sees. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(unseen, '').normalize('NFC').trim().slice(-150).replace(unseen, '') || 'bestand';
}

/** Saved, never opened in the place of our pages: should a browser open it all the same, then without scripts, links or our cookies. */
export function sendFile(context: Context, { name, type, body }: SentFile): Response {
  context.header('Content-Disposition', dispositionOf(name));
  context.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  context.header('X-Content-Type-Options', 'nosniff');
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  return context.body(bytes, 200, { 'Content-Type': type });
}

/** Kept for a year by whoever has it: another picture has another address. */
export function sendPicture(context: Context, { type, body, shared }: PictureAnswer): Response {
  context.header('Cache-Control', `${shared ? 'public' : 'private'}, max-age=31536000, immutable`);
  context.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  context.header('X-Content-Type-Options', 'nosniff');
  return context.body(new Uint8Array(body), 200, { 'Content-Type': type });
}

/** RFC 6266: a name in plain letters, and the real one beside it when that has others. */
function dispositionOf(name: string): string {
  const safe = name.replace(unseen, '').replace(/[\\/:*?"<>|]/g, '_');
  const plain = safe
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|%/g, '_');
  const real = encodeURIComponent(safe).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"${plain === safe ? '' : `; filename*=UTF-8''${real}`}`;
}
