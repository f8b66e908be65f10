import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { dayOf, showDate, showDay, showMoment } from '../../platform/pure/dates.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { Fieldset } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { StepFields } from './scene.ts';

export function ToCommitteeFields(form: StepFields): JSX.Element {
  return (
    <>
      <Radios
        {...fieldOf(form, 'kind')}
        options={[
          { value: 'advice', label: 'Advies', hint: 'De commissie denkt mee. U houdt de vraag.' },
          {
            value: 'decision',
            label: 'Besluit',
            hint:
              form.question.level === 'pupil'
                ? 'Een arrangement of een toelaatbaarheidsverklaring.'
                : 'Een arrangement: dagdelen of een budget.',
          },
        ]}
      />
      <MeetingField form={form} inTime />
    </>
  );
}

export function HoldOverFields(form: StepFields): JSX.Element {
  return (
    <>
      <Story
        form={form}
        name="missing"
        hint="Wat moet er komen voor de commissie verder kan? De klok van de commissie staat stil tot het dossier compleet is."
      />
      <MeetingField form={form} />
    </>
  );
}

/** Meetings that still come. `inTime`: only those for which a question can still be put on the agenda. */
function MeetingField({
  form,
  inTime,
}: {
  readonly form: StepFields;
  readonly inTime?: boolean;
}): JSX.Element {
  const { question, choices } = form;
  const meetings = choices.meetings.filter(
    ({ id, status, cutOffOn }) =>
      status === 'planned' && id !== question.agenda?.meetingId && (!inTime || question.today <= cutOffOn),
  );
  if (meetings.length === 0)
    return (
      <div id="meetingId" tabIndex={-1}>
        <Notice tone="warning" title="Er is geen vergadering om uit te kiezen">
          <p>Vraag de secretaris van de commissie om er een te plannen.</p>
        </Notice>
      </div>
    );
  return (
    <Radios
      {...fieldOf(form, 'meetingId')}
      options={meetings.map((meeting) => ({
        value: meeting.id,
        label: `${showDay(dayOf(meeting.startsAt))}, ${showMoment(meeting.startsAt).split(' om ')[1]} uur`,
        hint: `Aanmelden tot en met ${showDate(meeting.cutOffOn)}${meeting.place === null ? '' : ` · ${meeting.place}`}`,
      }))}
    />
  );
}

export function AdviseFields(form: StepFields): JSX.Element {
  return (
    <Story
      form={form}
      name="text"
      rows={8}
      hint="Wat adviseert de commissie, en waarom? School en contactpersoon lezen dit."
    />
  );
}

/** What each kind of decision asks appears with its kind; a browser that cannot look back shows both. */
export function DecideFields(form: StepFields): JSX.Element {
  const isPupil = form.question.level === 'pupil';
  const arrangement = {
    value: 'arrangement',
    label: 'Arrangement',
    hint: 'Dagdelen of een budget, voor een periode.',
  };
  const tlv = {
    value: 'tlv',
    label: 'Toelaatbaarheidsverklaring',
    hint: 'Alleen de uitkomst, als verwijzing naar uw eigen dossier.',
  };
  return (
    <>
      <Radios {...fieldOf(form, 'kind')} options={isPupil ? [arrangement, tlv] : [arrangement]} />
      <Radios
        {...fieldOf(form, 'granted')}
        options={[
          { value: 'true', label: 'Toegekend' },
          {
            value: 'false',
            label: 'Niet toegekend',
            hint: 'Dan blijven de velden over periode en omvang leeg.',
          },
        ]}
      />
      <Story
        form={form}
        name="text"
        rows={8}
        hint="Waarom is zo besloten? School en contactpersoon lezen dit."
      />
      <DateField {...fieldOf(form, 'from')} optional />
      <DateField {...fieldOf(form, 'to')} hint="De laatste dag dat het geldt." optional />
      <div class="when-arrangement">
        <Fieldset legend="Arrangement" hint="Vul dagdelen in of een budget, niet allebei.">
          <TextField {...fieldOf(form, 'dagdelen')} inputMode="decimal" optional />
          <TextField {...fieldOf(form, 'budget')} inputMode="decimal" hint="In euro, zoals 2500." optional />
        </Fieldset>
      </div>
      {isPupil && <TlvFields {...form} />}
    </>
  );
}

function TlvFields(form: StepFields): JSX.Element {
  const { today } = form.question;
  return (
    <div class="when-tlv">
      <Fieldset
        legend="Toelaatbaarheidsverklaring"
        hint="Van de deskundigen noteert u alleen de datum en de functie, nooit een naam."
      >
        <Select
          {...fieldOf(form, 'schoolType')}
          empty="Kies een soort school"
          options={[
            { value: 'SBO', label: 'SBO' },
            { value: 'SO', label: 'SO' },
          ]}
          optional
        />
        <Select
          {...fieldOf(form, 'category')}
          empty="Kies een categorie"
          options={[
            { value: '1', label: 'Laag' },
            { value: '2', label: 'Midden' },
            { value: '3', label: 'Hoog' },
          ]}
          optional
        />
        <TextField
          {...fieldOf(form, 'caseNumber')}
          hint="Het nummer in uw eigen systeem. Nooit een BSN."
          optional
        />
        <DateField {...fieldOf(form, 'firstOpinion.on')} max={today} optional />
        <TextField {...fieldOf(form, 'firstOpinion.by')} hint="Bijvoorbeeld: orthopedagoog." optional />
        <DateField {...fieldOf(form, 'secondOpinion.on')} max={today} optional />
        <TextField
          {...fieldOf(form, 'secondOpinion.by')}
          hint="Een andere functie, bijvoorbeeld: jeugdarts."
          optional
        />
      </Fieldset>
    </div>
  );
}
