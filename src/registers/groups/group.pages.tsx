import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { text } from '../../platform/input.ts';
import type { Route } from '../../platform/route.ts';
import { change, changeRow } from '../admin/change.actions.ts';
import { registerPages } from '../admin/register-pages.tsx';
import {
  addGroup,
  findGroups,
  type Group,
  type GroupInput,
  type GroupTable,
  getGroup,
  saveGroup,
} from './group.store.ts';

const groupInput = z.object({ name: text(200), code: text(40) });

interface Words {
  readonly path: string;
  readonly many: string;
  readonly one: string;
  readonly fresh: string;
  readonly code: string;
  readonly codeHint: string;
}

const pagesOf = (table: GroupTable, words: Words): readonly Route[] =>
  registerPages<GroupInput, Group>({
    ...words,
    input: groupInput,
    fields: async () => [
      { name: 'name', label: 'Naam', kind: 'text' },
      { name: 'code', label: words.code, kind: 'text', hint: words.codeHint },
    ],
    find: (reader, tenantId, listing) => findGroups(reader, tenantId, table, listing),
    cursor: ({ name, id }) => ({ key: name, id }),
    columns: () => [
      { label: 'Naam', text: (group) => group.name },
      { label: words.code, cell: (group) => group.code },
      { label: 'Scholen', cell: (group) => group.schools, numeric: true },
    ],
    get: async (reader, tenantId, id) => {
      const group = await getGroup(reader, tenantId, table, id);
      return (
        group && { title: group.name, version: group.version, values: { name: group.name, code: group.code } }
      );
    },
    add: (deed, actor, group) =>
      change(deed, actor, { action: 'add', subject: table }, async (tx) => {
        const id = newId();
        await addGroup(tx, actor.tenantId, table, id, group);
        return { outcome: 'taken', id };
      }),
    save: (deed, actor, id, group) =>
      changeRow(deed, actor, { action: 'change', subject: table }, id, async (tx) => {
        await saveGroup(tx, actor.tenantId, table, id, group);
        return undefined;
      }),
  });

export const groupPages: readonly Route[] = [
  ...pagesOf('board', {
    path: '/beheer/besturen',
    many: 'Schoolbesturen',
    one: 'schoolbestuur',
    fresh: 'Nieuw schoolbestuur',
    code: 'Nummer',
    codeHint: 'Het nummer van het bevoegd gezag bij DUO, of een eigen nummer.',
  }),
  ...pagesOf('area', {
    path: '/beheer/gebieden',
    many: 'Gebieden',
    one: 'gebied',
    fresh: 'Nieuw gebied',
    code: 'Code',
    codeHint: 'Kort en herkenbaar, bijvoorbeeld N1.',
  }),
];
