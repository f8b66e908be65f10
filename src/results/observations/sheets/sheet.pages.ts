import { z } from 'zod';
import { newId } from '../../../platform/ids.ts';
import { day, line, optionalText, text } from '../../../platform/input.ts';
import { showDate } from '../../../platform/pure/dates.ts';
import { count } from '../../../platform/pure/text.ts';
import type { Route } from '../../../platform/route.ts';
import { change, changeRow, registerPages } from '../../../registers/index.ts';
import { itemsOf } from '../observation.rules.ts';
import { domainsFault, domainsOf, domainsText, linesOf, pointsFault } from './sheet.rules.ts';
import { addSheet, findSheets, getSheet, type Sheet, type SheetWords, saveSheet } from './sheet.store.ts';

/** A text that is read as something, or says why it cannot be. */
const readAs = <T>(read: (text: string) => T, faultOf: (read: T) => string | null) =>
  text(10_000).transform((value, context): T => {
    const found = read(value);
    const message = faultOf(found);
    if (message !== null) context.addIssue({ code: 'custom', message });
    return found;
  });

const sheetInput = z.object({
  name: line(100),
  purpose: optionalText(1_000),
  points: readAs(linesOf, pointsFault),
  domains: readAs(domainsOf, domainsFault),
  source: text(500),
  licence: text(500),
  endedOn: day().optional(),
});
type SheetInput = z.infer<typeof sheetInput>;

const wordsOf = ({ name, purpose, source, licence, endedOn }: SheetInput): SheetWords => ({
  ...{ name, source, licence },
  purpose: purpose || null,
  endedOn: endedOn ?? null,
});

/** What is looked at, as one text. */
const contentOf = ({ points, domains }: Pick<Sheet, 'points' | 'domains'>) =>
  `${points.join('\n')}\n\n${domainsText(domains)}`;

const stands =
  'Punten en domeinen staan vast: anders zouden eerdere lesobservaties iets anders gaan betekenen. Maak een nieuw formulier, en bied dit niet meer aan.';

/** The administrator's sheets for lessons: every partnership makes its own. */
export const sheetPages: readonly Route[] = registerPages<SheetInput, Sheet>({
  path: '/beheer/lesobservaties',
  many: 'Formulieren voor lesobservaties',
  one: 'formulier',
  fresh: 'Nieuw formulier',
  input: sheetInput,
  fields: async () => [
    { name: 'name', label: 'Naam', kind: 'text' },
    { name: 'purpose', label: 'Waarvoor is het?', kind: 'lines', optional: true },
    {
      name: 'points',
      label: 'Punten van de schaal',
      kind: 'lines',
      hint: 'Twee tot zeven, elk op een eigen regel, het laagste eerst. Later staan ze vast.',
    },
    {
      name: 'domains',
      label: 'Domeinen en wat u bekijkt',
      kind: 'lines',
      hint: 'Een regel zonder streepje is een domein. Daaronder begint elk punt met een streepje. Later staan ze vast.',
    },
    {
      name: 'source',
      label: 'Bron',
      kind: 'text',
      hint: 'Wie maakte dit? Neem geen teksten over uit een instrument van een ander zonder toestemming.',
    },
    {
      name: 'licence',
      label: 'Waarom mag u het gebruiken?',
      kind: 'text',
      hint: 'Bijvoorbeeld: eigen werk, of de licentie die de maker geeft.',
    },
    { name: 'endedOn', label: 'Niet meer aanbieden vanaf', kind: 'date', optional: true },
  ],
  find: findSheets,
  cursor: ({ name, id }) => ({ key: name, id }),
  columns: () => [
    { label: 'Formulier', text: (one) => one.name },
    { label: 'Schaal', cell: (one) => `1 tot en met ${one.points.length}` },
    { label: 'Punten om te bekijken', cell: (one) => count(itemsOf(one.domains), 'punt', 'punten') },
    { label: 'Aangeboden', cell: (one) => (one.endedOn === null ? 'ja' : `tot ${showDate(one.endedOn)}`) },
  ],
  get: async (reader, tenantId, id) => {
    const one = await getSheet(reader, tenantId, id);
    return (
      one && {
        title: one.name,
        version: one.version,
        values: {
          ...{ name: one.name, source: one.source, licence: one.licence },
          purpose: one.purpose ?? '',
          points: one.points.join('\n'),
          domains: domainsText(one.domains),
          endedOn: one.endedOn ?? '',
        },
      }
    );
  },
  add: (deed, actor, one) =>
    change(deed, actor, { action: 'add', subject: 'observation_sheet' }, async (tx) => {
      const id = newId();
      const { points, domains } = one;
      await addSheet(tx, actor.tenantId, id, { ...wordsOf(one), points, domains });
      return { outcome: 'taken', id };
    }),
  save: (deed, actor, id, one) =>
    changeRow(deed, actor, { action: 'change', subject: 'observation_sheet' }, id, async (tx) => {
      const before = await getSheet(tx, actor.tenantId, id);
      if (before === undefined) return { outcome: 'notFound' };
      if (contentOf(before) !== contentOf(one))
        return { outcome: 'refused', faults: [{ field: 'domains', message: stands }] };
      await saveSheet(tx, actor.tenantId, id, wordsOf(one));
      return undefined;
    }),
});
