/** Pictures and files of a post. Who reads the post reads them; writing goes through migrations/0044. */
import { type Reader, sql, type Transaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { PostFile } from './post.view.ts';

export interface FileContent {
  readonly kind: PostFile['kind'];
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Of a post that was withdrawn writers alone still get them. */
export function getFile(reader: Reader, actor: Actor, id: string): Promise<FileContent | undefined> {
  return reader.first<FileContent>(sql`select f.kind, f.name, f.media_type as "mediaType", c.bytes
    from post_file f
    join post p on p.tenant_id = f.tenant_id and p.id = f.post_id
    join post_file_content c on c.tenant_id = f.tenant_id and c.file_id = f.id
    where f.tenant_id = ${actor.tenantId} and f.id = ${id} and (p.withdrawn_at is null or app_is('post_writer'))`);
}

/** Of a post for everybody. Needs no context. */
export function getPublicFile(reader: Reader, id: string): Promise<FileContent | undefined> {
  return reader.first<FileContent>(
    sql`select f.kind, f.name, f.media_type as "mediaType", f.bytes from public_post_file(${id}) f`,
  );
}

export interface NewFile extends FileContent {
  /** Pixels, of a picture. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Gives its id. Throws LawRefused, NotAdmitted. */
export async function addFile(tx: Transaction, postId: string, file: NewFile): Promise<string> {
  const id = newId();
  const { kind, name, mediaType, width, height, bytes } = file;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  await tx.run(
    sql`select add_post_file(${postId}, ${id}, ${kind}, ${name}, ${mediaType}, ${width}, ${height}, ${content})`,
  );
  return id;
}

export const removeFile = (tx: Transaction, postId: string, id: string) =>
  tx.run(sql`select remove_post_file(${postId}, ${id})`);
