/** What its reader can do with a pilot. */
import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { Button, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { Back } from '../form.ts';
import { needWords } from '../needs.words.ts';
import { pilotFacts } from './pilot.actions.ts';
import { decisions, mayTakePilotStep, type PilotStep, unmetByPilot } from './pilot.rules.ts';
import type { Pilot } from './pilot.store.ts';
import { decisionWords, pilotLabels } from './pilot.words.ts';
import { pilotPath } from './pilot-parts.tsx';

interface WaysProps {
  readonly pilot: Pilot;
  readonly actor: Actor;
  readonly csrf: string;
  readonly today: CivilDate;
  /** A form that comes back. */
  readonly sent: { readonly typed: Entries; readonly back: Back } | undefined;
}

export function Ways({ pilot, actor, csrf, today, sent }: WaysProps): JSX.Element | null {
  const path = pilotPath(pilot.id);
  const roles = actor.appointments.map(({ role }) => role);
  const facts = pilotFacts(pilot, today);
  const mine = (step: PilotStep) => mayTakePilotStep(step, roles);
  const unmet = (step: PilotStep) => unmetByPilot(step, facts);
  const typed = sent?.typed ?? [];
  const form = { typed, errors: sent?.back.trouble.fields ?? [], labels: pilotLabels };
  if (pilot.status === 'draft' && mine('start'))
    return (
      <>
        <h2>Beginnen</h2>
        {unmet('start').length > 0 && (
          <Notice tone="info" title="De pilot kan nog niet beginnen">
            <ul>
              {unmet('start').map((need) => (
                <li key={need}>{needWords[need]}</li>
              ))}
            </ul>
          </Notice>
        )}
        <p class="button-row">
          <LinkButton href={`${path}/bewerken`} kind="secondary">
            Pas aan
          </LinkButton>
          <LinkButton href={`/ontwikkeling/consultaties/nieuw?over=pilot:${pilot.id}`} kind="secondary">
            Leg voor in een consultatie
          </LinkButton>
        </p>
        {unmet('start').length === 0 && (
          <Form action={`${path}/starten`} csrf={csrf} idempotencyKey={newId()} version={pilot.version}>
            <p>
              Iedereen van het samenwerkingsverband leest daarna over de pilot. Wat anders gaat en waarmee u
              vergelijkt, verandert niet meer.
            </p>
            <p class="button-row">
              <Button>Maak de pilot bekend</Button>
            </p>
          </Form>
        )}
      </>
    );
  if (pilot.status !== 'running') return null;
  return (
    <>
      {mine('change') && (
        <p class="button-row">
          <LinkButton href={`${path}/scholen`} kind="secondary">
            Wijzig scholen of laatste dag
          </LinkButton>
          <LinkButton href={`/ontwikkeling/consultaties/nieuw?over=pilot:${pilot.id}`} kind="secondary">
            Houd een consultatie
          </LinkButton>
        </p>
      )}
      {mine('decide') && unmet('decide').length === 0 && (
        <>
          <h2>Besluiten</h2>
          <Form action={`${path}/besluiten`} csrf={csrf} idempotencyKey={newId()} version={pilot.version}>
            <Radios
              {...fieldOf(form, 'decision')}
              options={decisions.map((value) => ({ value, label: decisionWords[value] }))}
            />
            <Story
              form={form}
              name="reasons"
              rows={4}
              max={10_000}
              hint="Wat zagen we, en wat betekent dat?"
            />
            <p class="button-row">
              <Button>Leg het besluit vast</Button>
            </p>
          </Form>
        </>
      )}
    </>
  );
}
