/** One role profile: what applies, how it came about, and what can be done with the edition that is being written. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { fieldOf } from '../../platform/form/filled.tsx';
import { noTrouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { DateField } from '../../platform/ui/fields.tsx';
import { Button, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type Back, backFrom } from '../form.ts';
import { needWords } from '../needs.words.ts';
import { development, Top, Words } from '../words.tsx';
import { takeProfileStep } from './profile.actions.ts';
import { currentEdition, editionFacts, openEdition } from './profile.facts.ts';
import { adoptInput, editionInput } from './profile.input.ts';
import { adopters, mayTakeEditionStep, profileWriters, unmetByEdition } from './profile.rules.ts';
import { type EditionRow, findEditionTexts, getProfile, type Profile } from './profile.store.ts';
import { profileLabels } from './profile.words.ts';
import { profileForm } from './profile-form.tsx';
import { History } from './profile-history.tsx';
import { EditionBadge, profilePath, profilesPath, sinceWords } from './profile-parts.tsx';

type Reading = Call<Actor, object, unknown> & Page;

export const profilePages: readonly Route[] = [
  getPage(
    `${profilesPath}/:id`,
    'member',
    (call) => show(call, call.query.versie),
    z.object({ versie: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined) }),
  ),
  getPage(`${profilesPath}/:id/bewerken`, profileWriters, async (call) => {
    const { actor, csrf, params, database } = call;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const profile = await database.read(actor, (reader) => getProfile(reader, actor, id));
    const newest = profile?.editions[0];
    if (profile === undefined || newest === undefined) return notFound;
    const [text] = await database.read(actor, (reader) => findEditionTexts(reader, actor, id, [newest.nth]));
    return profileForm({ actor, csrf, profile, typed: [['body', text?.body ?? '']] });
  }),
  postPage(
    `${profilesPath}/:id/bewerken`,
    profileWriters,
    editionInput,
    async (call): Promise<PageAnswer> => {
      const { actor, deed, csrf, params, database, input } = call;
      const { parsed, typed } = input;
      const id = idOf(params);
      if (id === undefined) return notFound;
      const profile = await database.read(actor, (reader) => getProfile(reader, actor, id));
      if (profile === undefined) return notFound;
      const step = openEdition(profile) === undefined ? 'write' : 'revise';
      const outcome = parsed.ok
        ? await takeProfileStep(deed, actor, id, { step, ...parsed.value })
        : undefined;
      if (outcome?.outcome === 'taken') return done(id, 'Bewaard.');
      const back = backFrom(parsed, outcome, profileLabels, { bodyGiven: ['body'], noRoundRuns: ['body'] });
      return profileForm({ actor, csrf, profile, typed, ...back });
    },
  ),
  postPage(`${profilesPath}/:id/vaststellen`, adopters, adoptInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, params, input } = call;
    const { parsed, typed } = input;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const outcome = parsed.ok
      ? await takeProfileStep(deed, actor, id, { step: 'adopt', ...parsed.value })
      : undefined;
    if (outcome?.outcome === 'taken') return done(id, 'De versie is vastgesteld. Iedereen leest die nu.');
    const fields = { startsInReach: ['startsOn'], startsAfterBefore: ['startsOn'] };
    return show(call, undefined, { typed, back: backFrom(parsed, outcome, profileLabels, fields) });
  }),
];

const done = (id: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: profilePath(id),
  flash: { tone: 'good', text },
});

interface Sent {
  readonly typed: Entries;
  readonly back: Back;
}

async function show(call: Reading, asked: number | undefined, sent?: Sent): Promise<PageAnswer> {
  const { actor, params, database, csrf, now } = call;
  const id = idOf(params);
  if (id === undefined) return notFound;
  const profile = await database.read(actor, (reader) => getProfile(reader, actor, id));
  if (profile === undefined) return notFound;
  const today = dayOf(now.getTime());
  const shown =
    asked === undefined
      ? (currentEdition(profile, today) ?? profile.editions[0])
      : profile.editions.find(({ nth }) => nth === asked);
  if (shown === undefined) return notFound;
  const [text] = await database.read(actor, (reader) => findEditionTexts(reader, actor, id, [shown.nth]));
  return {
    kind: 'html',
    status: sent?.back.status ?? 200,
    title: profile.name,
    body: <Shown {...{ profile, shown, body: text?.body ?? '', actor, csrf, today, sent }} />,
  };
}

interface ShownProps {
  readonly profile: Profile;
  readonly shown: EditionRow;
  readonly body: string;
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: string;
  readonly sent: Sent | undefined;
}

function Shown(props: ShownProps): JSX.Element {
  const { profile, shown, body, today, sent } = props;
  return (
    <>
      <Top
        trail={[development, { href: profilesPath, label: 'Functieprofielen' }]}
        name={profile.name}
        badge={<EditionBadge edition={shown} />}
        errors={(sent?.back.trouble ?? noTrouble).summary}
      />
      <p class="card__meta">{sinceWords(shown, today)}</p>
      {shown !== currentEdition(profile, today) && currentEdition(profile, today) !== undefined && (
        <Notice tone="info" title="Dit is niet de versie die nu geldt">
          <p>
            <a href={profilePath(profile.id)}>Lees de versie die nu geldt</a>
          </p>
        </Notice>
      )}
      <section class="stack" aria-label="Tekst">
        <Words text={body} />
      </section>
      <OpenEdition {...props} />
      <History {...props} />
    </>
  );
}

function OpenEdition({ profile, actor, csrf, today, sent }: ShownProps): JSX.Element | null {
  const roles = actor.appointments.map(({ role }) => role);
  const open = openEdition(profile);
  const path = profilePath(profile.id);
  const [writes, adopts] = [mayTakeEditionStep('write', roles), mayTakeEditionStep('adopt', roles)];
  if (!writes && !adopts) return null;
  if (open === undefined)
    return writes ? (
      <p class="button-row">
        <LinkButton href={`${path}/bewerken`} kind="secondary">
          Begin een nieuwe versie
        </LinkButton>
      </p>
    ) : null;
  const facts = editionFacts(profile, open, actor, today);
  const cannotRevise = unmetByEdition('revise', facts);
  const cannotAdopt = unmetByEdition('adopt', facts).filter((need) => need !== 'stateAllows');
  const form = { typed: sent?.typed ?? [], errors: sent?.back.trouble.fields ?? [], labels: profileLabels };
  return (
    <section class="stack" aria-labelledby="in-bewerking">
      <h2 id="in-bewerking">Versie {open.nth} in bewerking</h2>
      <p>
        <EditionBadge edition={open} /> Begonnen door <bdi>{open.madeBy.name}</bdi>.{' '}
        <a href={`${path}?versie=${open.nth}`}>Lees versie {open.nth}</a>
      </p>
      {writes && cannotRevise.length > 0 && <p>{cannotRevise.map((need) => needWords[need]).join(' ')}</p>}
      {writes && (
        <p class="button-row">
          {cannotRevise.length === 0 && (
            <LinkButton href={`${path}/bewerken`} kind="secondary">
              Pas de tekst aan
            </LinkButton>
          )}
          <LinkButton
            href={`/ontwikkeling/consultaties/nieuw?over=profile:${profile.id}:${open.nth}`}
            kind="secondary"
          >
            Leg voor in een consultatie
          </LinkButton>
        </p>
      )}
      {adopts &&
        (cannotAdopt.length > 0 ? (
          <Notice tone="info" title="Vaststellen kan nu nog niet">
            <ul>
              {cannotAdopt.map((need) => (
                <li key={need}>{needWords[need]}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Form action={`${path}/vaststellen`} csrf={csrf} idempotencyKey={newId()} version={profile.version}>
            <p>
              Wat u vaststelt, leest iedereen van het samenwerkingsverband. De tekst verandert daarna niet
              meer.
            </p>
            <DateField {...fieldOf(form, 'startsOn')} />
            <p class="button-row">
              <Button>Stel versie {open.nth} vast</Button>
            </p>
          </Form>
        ))}
    </section>
  );
}
