/** The form of a meeting, and what stands above it when somebody else was first. */
import type { JSX } from 'preact';
import { fieldOf } from '../../platform/form/filled.tsx';
import type { Labels, Trouble } from '../../platform/form/form-errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { dayOf, showDate, showMoment } from '../../platform/pure/dates.ts';
import { DateField, DateTimeField, TextField } from '../../platform/ui/fields.tsx';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { CommitteeTerms, Meeting } from './meeting.store.ts';

export const meetingLabels: Labels = {
  startsAt: 'Wanneer?',
  place: 'Waar?',
  cutOffOn: 'Laatste dag om vragen aan te melden',
  quorum: 'Leden die ten minste meedoen',
};

/** A meeting as its form would have been filled in. */
export const typedOf = ({ startsAt, place, cutOffOn, quorum }: Meeting): Entries => [
  ['startsAt', `${dayOf(startsAt)}T${showMoment(startsAt).slice(-5)}`],
  ['place', place ?? ''],
  ['cutOffOn', cutOffOn],
  ['quorum', `${quorum}`],
];

interface MeetingFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly typed: Entries;
  readonly trouble: Trouble;
  /** What a new meeting begins with; nothing for one that is there. */
  readonly terms?: CommitteeTerms;
  readonly version?: number;
  /** What somebody else made of it meanwhile. */
  readonly current?: Meeting | undefined;
  readonly cancel: string;
}

export function MeetingForm(props: MeetingFormProps): JSX.Element {
  const { action, csrf, typed, trouble, terms, version, current, cancel } = props;
  const form = { typed, errors: trouble.fields, labels: meetingLabels };
  return (
    <Form
      action={action}
      csrf={csrf}
      errors={trouble.summary}
      idempotencyKey={newId()}
      version={current?.version ?? version}
    >
      {current !== undefined && <Meanwhile meeting={current} />}
      <DateTimeField {...fieldOf(form, 'startsAt')} />
      <TextField {...fieldOf(form, 'place')} optional hint="Een lokaal of een adres, of: online." />
      <DateField
        {...fieldOf(form, 'cutOffOn')}
        optional={terms !== undefined}
        {...(terms && { hint: `Laat u dit leeg, dan is het ${days(terms.cutOffDays)} ervoor.` })}
      />
      <TextField
        {...fieldOf(form, 'quorum')}
        inputMode="numeric"
        hint="Zonder wie de school of de vraag in de laatste twee jaar ondersteunde."
      />
      <SubmitRow primary={terms === undefined ? 'Sla op' : 'Plan de vergadering'} cancel={cancel} />
    </Form>
  );
}

const days = (n: number) => (n === 0 ? 'de dag zelf, nul dagen' : n === 1 ? '1 dag' : `${n} dagen`);

function Meanwhile({ meeting }: { readonly meeting: Meeting }): JSX.Element {
  const { startsAt, place, cutOffOn, quorum } = meeting;
  return (
    <Notice tone="warning" title="Dit is intussen door iemand anders gewijzigd">
      <p>Hieronder staat nog wat u invulde. Klopt dat, sla het dan opnieuw op. Nu staat er:</p>
      <ul>
        <li>{showMoment(startsAt)}</li>
        <li dir="auto">{place ?? 'geen plaats'}</li>
        <li>aanmelden tot en met {showDate(cutOffOn)}</li>
        <li>ten minste {quorum} leden</li>
      </ul>
    </Notice>
  );
}
