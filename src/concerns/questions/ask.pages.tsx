/** The one form between an agreement and its support question. */
import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { faultTrouble, noTrouble, type Trouble } from '../../platform/form/form-errors.ts';
import { typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { TextField } from '../../platform/ui/fields.tsx';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, refusedForm, WritingAid } from '../../privacy/index.ts';
import { levelHints, levelWords } from '../../questions/index.ts';
import { readConcern } from '../concern.actions.ts';
import type { Agreement, ConcernRow } from '../concern.store.ts';
import { explain } from '../concern.words.ts';
import { askAbout } from './ask.actions.ts';
import { askForm, levelsToAsk } from './ask.input.ts';
import { access, mayAskAbout } from './asked.access.ts';
import { agreementOf, isWorkedOn, standing, startOf } from './asked.facts.ts';
import { findAsked } from './asked.store.ts';

const address = '/zorgen/:id/afspraken/:agreement/vraag';

export const askPages: readonly Route[] = [
  getPage(address, access.ask, async (call) => {
    const scene = await sceneOf(call);
    if (scene === undefined) return notFound;
    const { concern, agreement } = scene;
    const asked = await call.database.read(call.actor, (reader) => findAsked(reader, call.actor, concern.id));
    const there = standing(asked, agreement.id)?.question;
    if (there) return { kind: 'redirect', to: `/vragen/${there.id}` };
    if (!isWorkedOn(concern)) return closed(scene);
    return page(call, scene, { status: 200, typed: Object.entries(startOf(agreement)) });
  }),
  postPage(address, access.ask, askForm, async (call) => {
    const { parsed, typed } = call.input;
    const again = async (attempt: Omit<Attempt, 'typed'>) => {
      const scene = await sceneOf(call);
      return scene === undefined ? notFound : page(call, scene, { ...attempt, typed });
    };
    if (!parsed.ok) return again({ status: 422, trouble: faultTrouble(parsed.faults, labels) });
    const place = { concernId: idOf(call.params) ?? newId(), agreementId: call.params['agreement'] ?? '' };
    const outcome = await askAbout(call.deed, call.actor, place, parsed.value);
    switch (outcome.outcome) {
      case 'taken':
        return {
          kind: 'redirect',
          to: `/vragen/${outcome.id}`,
          flash: {
            tone: 'good',
            text: outcome.made
              ? 'Het concept staat klaar. Nog niet ingediend.'
              : 'Deze ondersteuningsvraag is al gesteld.',
          },
        };
      case 'refused':
        return again(refusedForm(outcome, labels, {}, parsed.value, undefined));
      case 'keyReused':
        return again({
          status: 409,
          trouble: {
            fields: [],
            summary: [
              { message: 'U verstuurde dit formulier al eerder. Kijk bij de zorg of de vraag er staat.' },
            ],
          },
        });
      case 'forbidden':
      case 'notFound':
        return notFound;
    }
  }),
];

const labels = {
  level: 'Waar gaat de vraag over?',
  title: 'De vraag in één zin',
  need: 'Wat is er nodig?',
};

interface Scene {
  readonly concern: ConcernRow;
  readonly agreement: Agreement;
}

type Asking = Pick<Call<Actor> & Page, 'params' | 'deed' | 'actor'>;

/** The agreement and its concern, for who may ask there; undefined for everybody else. */
async function sceneOf({ params, deed, actor }: Asking): Promise<Scene | undefined> {
  const id = idOf(params);
  const concern = id === undefined ? undefined : await readConcern(deed, actor, id);
  const agreement = concern && agreementOf(concern, params['agreement'] ?? '');
  return concern && agreement && mayAskAbout(actor, concern.school.id) ? { concern, agreement } : undefined;
}

interface Attempt {
  readonly status: number;
  readonly typed: Entries;
  readonly trouble?: Trouble;
  readonly marks?: readonly MarkInSentence[];
}

const title = 'Vraag stellen bij een afspraak';

function page(
  { csrf }: { readonly csrf: string },
  { concern, agreement }: Scene,
  { status, typed, trouble = noTrouble, marks = [] }: Attempt,
): PageAnswer {
  const form = { typed, errors: trouble.fields, labels };
  const back = `/zorgen/${concern.id}`;
  return {
    kind: 'html',
    status,
    title,
    body: (
      <>
        <Head concern={concern} />
        <p class="lead">
          U maakt een concept. De school en de schoolcontactpersoon lezen het, en u vult het daar verder aan.
        </p>
        <Notice tone="info" title="In de vraag staat niets van deze zorg">
          <p>
            Wie de vraag leest, ziet niet dat die uit een zorg komt. Schrijf er dus niets over de zorg in, en
            geen namen. Wie deze afspraak leest, ziet hier dat er een vraag is gesteld.
          </p>
        </Notice>
        <Form
          action={`${back}/afspraken/${agreement.id}/vraag`}
          csrf={csrf}
          errors={trouble.summary}
          idempotencyKey={newId()}
        >
          <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
          <Radios
            {...fieldOf(form, 'level')}
            options={levelsToAsk.map((level) => ({
              value: level,
              label: levelWords[level],
              hint: levelHints[level],
            }))}
          />
          <TextField {...fieldOf(form, 'title')} hint="Dit was de afspraak. Maak er een vraag van." />
          <Story
            form={form}
            name="need"
            hint="Dit zouden kinderen gaan merken. Vertel erbij waar u hulp bij wilt."
          />
          <SubmitRow primary="Maak het concept" cancel={back} />
        </Form>
      </>
    ),
  };
}

function Head({ concern }: { readonly concern: ConcernRow }): JSX.Element {
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/zorgen', label: 'Zorgen' },
          { href: `/zorgen/${concern.id}`, label: `${concern.school.name} ${concern.number}` },
        ]}
      />
      <h1>{title}</h1>
    </>
  );
}

/** A concern that is over is not worked on; the question can still be asked by itself. */
const closed = ({ concern, agreement }: Scene): PageAnswer => ({
  kind: 'html',
  status: 409,
  title,
  body: (
    <>
      <Head concern={concern} />
      <Notice tone="warning" title="Dit kan nu niet">
        {explain(['stateAllows']).map(({ detail }) => (
          <p key={detail}>{detail}</p>
        ))}
        <p>
          <a href={`/vragen/nieuw?school=${concern.school.code}`}>Stel een nieuwe ondersteuningsvraag</a>
        </p>
      </Notice>
      <Prose text={agreement.what} />
    </>
  ),
});
