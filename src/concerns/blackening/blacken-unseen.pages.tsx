/** The privacy officer blackens a whole text by its place in the access log, and never sees it. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { TextField } from '../../platform/ui/fields.tsx';
import { Button, errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../platform/ui/parts.tsx';
import { wordsAbout } from '../concern.words.ts';
import { blackenUnseen, lookUpTexts } from './blacken.actions.ts';
import { placeKey, placeOf, type Reason, reasons } from './blacken.facts.ts';
import type { Spot } from './blacken.store.ts';
import { placeName } from './blacken.words.ts';
import { ReasonField, typedOf } from './reason-field.tsx';

const path = '/zorgen/weglakken';
const officers = ['privacy_officer'] as const;

const number = z
  .string()
  .max(20)
  .overwrite((typed) => typed.trim().toUpperCase());
const input = z.object({
  number,
  place: z.string('Kies een tekst.').max(80),
  reason: z.enum(reasons, 'Kies waarom het weg moet.'),
});

export const blackenUnseenPages: readonly Route[] = [
  getPage(
    path,
    officers,
    (call) => showSpots(call, call.query.nummer, [], [], 200),
    z.object({ nummer: number.optional() }),
  ),
  postPage(path, officers, input, async (call) => {
    const { parsed, typed } = call.input;
    const again = (errors: readonly FormError[], status: number) =>
      showSpots(call, typedOf(typed, 'number'), typed, errors, status);
    if (!parsed.ok)
      return again(
        parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })),
        422,
      );
    return (await blackened(call, parsed.value))
      ? { kind: 'redirect', to: path, flash: { tone: 'good', text: 'De tekst is weggelakt.' } }
      : again([{ message: 'Er is niets weggelakt: die tekst is er niet meer.' }], 409);
  }),
];

async function blackened(
  { deed, actor }: Asked,
  sent: { readonly number: string; readonly place: string; readonly reason: Reason },
): Promise<boolean> {
  const place = placeOf(sent.place);
  if (place === undefined) return false;
  const outcome = await blackenUnseen(deed, actor, sent.number, { ...place, reason: sent.reason });
  return outcome.outcome === 'taken';
}

type Asked = Call<Actor, object, unknown> & Page;

async function showSpots(
  { actor, deed, csrf }: Asked,
  asked: string | undefined,
  typed: Entries,
  errors: readonly FormError[],
  status: number,
): Promise<PageAnswer> {
  const spots = asked === undefined ? [] : await lookUpTexts(deed, actor, asked);
  return {
    kind: 'html',
    status,
    title: 'Een tekst weglakken',
    body: (
      <>
        <Breadcrumb items={[{ href: '/inzage', label: 'Toegangslog' }]} />
        <h1>Een tekst weglakken</h1>
        <p class="lead">
          Staat er in een zorg iets dat er niet hoort? U lakt een hele tekst weg zonder die te lezen. Op de
          tijdlijn staat dat u dit deed en waarom.
        </p>
        <form class="form" method="get" action={path}>
          <TextField
            name="nummer"
            label="Nummer van de zorg"
            hint="Zoals het in het toegangslog staat."
            value={asked ?? ''}
          />
          <p>
            <Button kind="secondary">Zoek de teksten</Button>
          </p>
        </form>
        {asked !== undefined && spots.length === 0 && (
          <Empty title="Geen zorg met teksten" text="Er is geen gedeelde zorg met dit nummer." />
        )}
        {asked !== undefined && spots.length > 0 && <SpotForm {...{ asked, spots, csrf, typed, errors }} />}
      </>
    ),
  };
}

interface SpotFormProps {
  readonly asked: string;
  readonly spots: readonly Spot[];
  readonly csrf: string;
  readonly typed: Entries;
  readonly errors: readonly FormError[];
}

function SpotForm({ asked, spots, csrf, typed, errors }: SpotFormProps): JSX.Element {
  return (
    <Form action={path} csrf={csrf} errors={errors} idempotencyKey={newId()}>
      <Notice tone="warning" title="Dit kunt u niet terugdraaien">
        <p>De hele tekst wordt █████, voor iedereen.</p>
      </Notice>
      <input type="hidden" name="number" value={asked} />
      <Radios
        name="place"
        label="Welke tekst?"
        value={typedOf(typed, 'place')}
        error={errorOf(errors, 'place')}
        options={spots.map((spot) => ({
          value: placeKey(spot),
          label: placeName(spot),
          hint: `${spot.step === 'note' ? 'De zorg zelf, gedeeld' : stepName(spot.step)} op ${showMoment(spot.at)}`,
        }))}
      />
      <ReasonField typed={typed} errors={errors} />
      <SubmitRow primary="Lak weg" cancel="/inzage" />
    </Form>
  );
}

/** What the step was; the log does not tell what the concern is about. */
function stepName(step: Exclude<Spot['step'], 'note'>): string {
  const said = wordsAbout.school.entry[step];
  return `Iemand ${said}`;
}
