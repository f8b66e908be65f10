import { z } from 'zod';
import { newId } from '../../../platform/ids.ts';
import { day, optionalText, text } from '../../../platform/input.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import type { Route } from '../../../platform/route.ts';
import { change, changeRow, registerPages } from '../../../registers/index.ts';
import { levelWords } from '../goal.words.ts';
import { goalLevels } from '../goal-scale.rules.ts';
import {
  addTemplate,
  findTemplates,
  getTemplate,
  saveTemplate,
  type Template,
  type TemplateWords,
} from './template.store.ts';

const templateInput = z.object({
  level: z.enum(goalLevels, 'Kies waar het doel over gaat.'),
  title: text(200),
  variable: text(200),
  prompts: optionalText(2_000),
  endedOn: day().optional(),
});
type TemplateInput = z.infer<typeof templateInput>;

const wordsOf = ({ prompts, endedOn, ...rest }: TemplateInput): TemplateWords => ({
  ...rest,
  prompts: prompts || null,
  endedOn: endedOn ?? null,
});

/** The administrator's list of goals that others begin from. What a goal took from it stays as it was. */
export const templatePages: readonly Route[] = registerPages<TemplateInput, Template>({
  path: '/beheer/doelen-bibliotheek',
  many: 'Doelenbibliotheek',
  one: 'doel',
  fresh: 'Nieuw doel',
  input: templateInput,
  fields: async () => [
    {
      name: 'level',
      label: 'Over wie of wat gaat het doel?',
      kind: 'radios',
      options: goalLevels.map((level) => ({ value: level, label: levelWords[level] })),
    },
    { name: 'title', label: 'Doel', kind: 'text', hint: 'Wat wordt er anders? Eén zin.' },
    {
      name: 'variable',
      label: 'Wat de schaal meet',
      kind: 'text',
      hint: 'Eén ding dat in elk niveau wordt geteld, bijvoorbeeld: aantal minuten tot iedereen werkt.',
    },
    {
      name: 'prompts',
      label: 'Vragen die helpen bij het beschrijven',
      kind: 'lines',
      hint: 'Eén vraag per regel.',
      optional: true,
    },
    {
      name: 'endedOn',
      label: 'Niet meer aanbieden vanaf',
      kind: 'date',
      optional: true,
    },
  ],
  find: findTemplates,
  cursor: ({ title, id }) => ({ key: title, id }),
  columns: () => [
    { label: 'Doel', text: (one) => one.title },
    { label: 'Over', cell: (one) => levelWords[one.level] },
    { label: 'Wat de schaal meet', cell: (one) => one.variable },
    {
      label: 'Aangeboden',
      cell: (one) => (one.endedOn === null ? 'ja' : `tot ${showDate(one.endedOn)}`),
    },
  ],
  get: async (reader, tenantId, id) => {
    const one = await getTemplate(reader, tenantId, id);
    return (
      one && {
        title: one.title,
        version: one.version,
        values: {
          level: one.level,
          title: one.title,
          variable: one.variable,
          prompts: one.prompts ?? '',
          endedOn: one.endedOn ?? '',
        },
      }
    );
  },
  add: (deed, actor, one) =>
    change(deed, actor, { action: 'add', subject: 'goal_template' }, async (tx) => {
      const id = newId();
      await addTemplate(tx, actor.tenantId, id, wordsOf(one));
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, one) =>
    changeRow(deed, actor, { action: 'change', subject: 'goal_template' }, id, async (tx) => {
      await saveTemplate(tx, actor.tenantId, id, wordsOf(one));
      return undefined;
    }),
});
