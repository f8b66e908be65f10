/** Where pictures and files of posts are fetched. Who reads the post reads them, also without a log-in. */
import { idOf } from '../../platform/input.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { readFile } from './file.actions.ts';

export const filePages: readonly Route[] = [
  getPage('/nieuws/beeld/:id', 'public', async ({ actor, params, deed }): Promise<PageAnswer> => {
    const id = idOf(params);
    const file = id && (await readFile(deed, actor, id));
    if (file === undefined || file === '' || file.kind !== 'picture') return notFound;
    return { kind: 'picture', type: file.mediaType, body: file.bytes, shared: actor === undefined };
  }),
  // Never shown in our pages: whatever it is, it is somebody's file.
  getPage('/nieuws/bestand/:id', 'public', async ({ actor, params, deed }): Promise<PageAnswer> => {
    const id = idOf(params);
    const file = id && (await readFile(deed, actor, id));
    if (file === undefined || file === '' || file.kind !== 'attachment') return notFound;
    const type = file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType;
    return { kind: 'file', name: file.name, type, body: file.bytes };
  }),
];
