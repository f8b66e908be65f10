/** Planning an ordinary conversation: its form and words. */

import type { JSX } from 'preact';
import { typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import type { Html } from '../../platform/route.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateTimeField, Select, TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import type { Conversation } from './conversation.store.ts';

export const labels = {
  schoolCode: 'School',
  kind: 'Soort gesprek',
  title: 'Waar gaat het over?',
  startsAt: 'Wanneer?',
};
export const kindWords: Record<Conversation['kind'], string> = {
  cycle: 'Start- of eindgesprek',
  other: 'Ander gesprek',
  concern: 'Gesprek over een zorg',
};

/** What this page is not for. */
export function NeverAboutAConcern(): JSX.Element {
  return (
    <Notice tone="info" title="Een zorg bespreekt u nooit volgens plan">
      <p>
        Niemand gaat op zoek naar zorgen. Een gesprek over een zorg komt altijd voort uit die zorg: u plant
        het bij de zorg zelf, en altijd eerst met de directeur. <a href="/zorgen">Naar de zorgen</a>
      </p>
    </Notice>
  );
}

interface FormPageProps {
  readonly schools: readonly { readonly code: string; readonly name: string }[];
  readonly csrf: string;
  readonly formKey: string;
  readonly typed: Entries;
  /** At their fields, and in whole sentences on top. */
  readonly errors: readonly FormError[];
  readonly summary: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
}

/** The form of an ordinary conversation, at first or again with what was typed. */
export function formPage(props: FormPageProps): Html {
  return { kind: 'html', title: 'Gesprek plannen', body: <PlanForm {...props} /> };
}

function PlanForm({ schools, csrf, formKey, typed, errors, summary, marks }: FormPageProps): JSX.Element {
  const field = (name: string) => ({
    name,
    value: typed.findLast(([typedName]) => typedName === name)?.[1],
    error: errorOf(errors, name),
  });
  const only = schools.length === 1 ? schools[0]?.code : undefined;
  return (
    <>
      <Breadcrumb items={[{ href: '/gesprekken', label: 'Gesprekken' }]} />
      <h1>Gesprek plannen</h1>
      <NeverAboutAConcern />
      <Form action="/gesprekken/nieuw" csrf={csrf} idempotencyKey={formKey} errors={summary}>
        <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
        <Select
          {...field('schoolCode')}
          value={field('schoolCode').value ?? only}
          label={labels.schoolCode}
          empty="Kies een school"
          options={schools.map((school) => ({
            value: school.code,
            label: `${school.name} (${school.code})`,
          }))}
        />
        <Radios
          {...field('kind')}
          label={labels.kind}
          options={[
            { value: 'cycle', label: kindWords.cycle, hint: 'Aan het begin of het eind van het schooljaar.' },
            { value: 'other', label: kindWords.other, hint: 'Niet over een zorg.' },
          ]}
        />
        <TextField
          {...field('title')}
          label={labels.title}
          hint="Bijvoorbeeld: startgesprek schooljaar. Geen namen van kinderen."
        />
        <DateTimeField {...field('startsAt')} label={labels.startsAt} />
        <SubmitRow primary="Plan het gesprek" cancel="/gesprekken" />
      </Form>
    </>
  );
}
