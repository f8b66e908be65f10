/** The forms that take words out of a shared concern. */
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf, optionalText } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { list } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { TextArea } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { access } from '../concern.access.ts';
import { readConcern } from '../concern.actions.ts';
import type { ConcernRow } from '../concern.store.ts';
import { wordsAbout } from '../concern.words.ts';
import { type Blackened, blackenWords } from './blacken.actions.ts';
import { type Passage, passagesOf, placeKey, placeOf, reasons } from './blacken.facts.ts';
import { placeName } from './blacken.words.ts';
import { blackenUnseenPages } from './blacken-unseen.pages.tsx';
import { ReasonField, typedOf } from './reason-field.tsx';

const wordsInput = z.object({
  place: z.string('Kies een tekst.').max(80),
  words: optionalText(5_000),
  all: z.literal('yes').optional(),
  reason: z.enum(reasons, 'Kies waarom het weg moet.'),
});
export const blackenPages: readonly Route[] = [
  ...blackenUnseenPages,
  getPage('/zorgen/:id/weglakken', access.read, async (call) => {
    const concern = await concernOf(call);
    return concern === undefined ? notFound : ownPage(call, concern, [], [], 200);
  }),
  postPage('/zorgen/:id/weglakken', access.read, wordsInput, async (call) => {
    const { parsed, typed } = call.input;
    const again = async (errors: readonly FormError[], status: number) => {
      const concern = await concernOf(call);
      return concern === undefined ? notFound : ownPage(call, concern, typed, errors, status);
    };
    if (!parsed.ok)
      return again(
        parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })),
        422,
      );
    const { place: key, words = '', all, reason } = parsed.value;
    const place = placeOf(key);
    const lines = words.split('\n').filter((line) => /\S/.test(line));
    if (all === undefined && lines.length === 0)
      return again(
        [{ field: 'words', message: 'Schrijf welke woorden weg moeten, of kies de hele tekst.' }],
        422,
      );
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome: Blackened =
      place === undefined
        ? { outcome: 'forbidden' }
        : await blackenWords(call.deed, call.actor, id, { ...place, words: all ? 'all' : lines, reason });
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `/zorgen/${id}`,
        flash: { tone: 'good', text: 'De woorden zijn weggelakt.' },
      };
    return outcome.outcome === 'notFound' ? notFound : again(...troubleOf(outcome));
  }),
];

function troubleOf(
  outcome: Exclude<Blackened, { outcome: 'taken' | 'notFound' }>,
): readonly [readonly FormError[], number] {
  switch (outcome.outcome) {
    case 'refused':
      return [
        [{ field: 'words', message: `Dit staat niet precies zo in de tekst: ${list(outcome.missing)}.` }],
        422,
      ];
    case 'stale':
      return [
        [{ message: 'Er is intussen iets veranderd. Kijk of het nog klopt en verstuur opnieuw.' }],
        412,
      ];
    case 'forbidden':
      return [[{ field: 'place', message: 'Kies een tekst die u zelf schreef.' }], 422];
    case 'keyReused':
      return [[{ message: 'U verstuurde dit formulier al eerder.' }], 409];
  }
}

type Asked = Call<Actor, object, unknown> & Page;

async function concernOf({ params, deed, actor }: Asked): Promise<ConcernRow | undefined> {
  const id = idOf(params);
  const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
  return concern === undefined || passagesOf(concern, actor.personId).length === 0 ? undefined : concern;
}

function ownPage(
  { actor, csrf }: Asked,
  concern: ConcernRow,
  typed: Entries,
  errors: readonly FormError[],
  status: number,
): PageAnswer {
  const address = `/zorgen/${concern.id}`;
  return {
    kind: 'html',
    status,
    title: `Woorden weglakken, zorg ${concern.number}`,
    body: (
      <>
        <Breadcrumb
          items={[
            { href: '/zorgen', label: 'Zorgen' },
            { href: address, label: `${concern.school.name} ${concern.number}` },
          ]}
        />
        <h1>Woorden weglakken</h1>
        <Notice tone="warning" title="Dit kunt u niet terugdraaien">
          <p>
            Wat u weglakt is voor iedereen weg en wordt █████. Op de tijdlijn staat dat u iets weglakte en
            waarom, niet wat. Wie het al las, blijft in «Wie weet dit?» staan.
          </p>
        </Notice>
        <Form
          action={`${address}/weglakken`}
          csrf={csrf}
          errors={errors}
          idempotencyKey={newId()}
          version={concern.version}
        >
          <Radios
            name="place"
            label="In welke tekst?"
            value={typedOf(typed, 'place')}
            error={errorOf(errors, 'place')}
            options={passagesOf(concern, actor.personId).map((passage) => ({
              value: placeKey(passage),
              label: `${whereIs(concern, passage)}: ${placeName(passage)}`,
              hint: passage.text,
            }))}
          />
          <TextArea
            name="words"
            label="Welke woorden?"
            optional
            hint="Eén woord of stukje tekst per regel, precies zoals het er staat."
            value={typedOf(typed, 'words') ?? ''}
            error={errorOf(errors, 'words')}
          />
          <Checkboxes
            name="all"
            label="Of alles"
            optional
            values={typedOf(typed, 'all') === 'yes' ? ['yes'] : []}
            options={[{ value: 'yes', label: 'De hele tekst moet weg' }]}
          />
          <ReasonField typed={typed} errors={errors} />
          <SubmitRow primary="Lak weg" cancel={address} />
        </Form>
      </>
    ),
  };
}

function whereIs(concern: ConcernRow, { entry }: Passage): string {
  const found = concern.entries.find((one) => one.version === entry);
  return found === undefined ? 'Uw notitie' : `U ${wordsAbout[concern.about].entry[found.step]}`;
}
