import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { showDate } from '../../platform/pure/dates.ts';
import { capital } from '../../platform/pure/text.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import type { Option } from '../../platform/ui/field.tsx';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { participantsOf, reportToConfirm } from '../concern.facts.ts';
import { protocol, systemSteps } from '../concern.rules.ts';
import { choiceWords } from '../concern.words.ts';
import { parties } from '../concern-parties.words.ts';
import { Noted } from '../reading/concern-detail.pages.tsx';
import { ConcernTimeline } from '../reading/concern-timeline.pages.tsx';
import type { StepFields } from './fields.tsx';

const choices = (...values: readonly string[]): readonly Option[] =>
  values.map((value) => ({ value, label: choiceWords[value] ?? value }));

const noNames = 'Geen namen van kinderen. Schrijf liever «een leerling in groep 5».';

export function ReplyFields(form: StepFields): JSX.Element {
  return (
    <>
      <Radios {...fieldOf(form, 'verdict')} options={choices('accurate', 'inaccurate', 'addition')} />
      <Story
        form={form}
        name="text"
        hint="Uw woorden blijven staan zoals u ze schrijft en gaan overal mee."
        help={noNames}
      />
    </>
  );
}

export function ParticipantFields(form: StepFields): JSX.Element {
  const taking = new Set(participantsOf(form.concern).map((person) => person.id));
  const staff = form.concern.schoolStaff.filter((person) => !taking.has(person.id));
  return (
    <Select
      {...fieldOf(form, 'personId')}
      hint={
        form.concern.about === 'school'
          ? 'IB’ers en leerkrachten die vandaag op deze school werken.'
          : 'IB’ers, leerkrachten en schoolcontactpersonen van deze school.'
      }
      empty="Kies iemand"
      options={staff.map((person) => ({ value: person.id, label: person.name }))}
    />
  );
}

export function ConfirmReportFields(form: StepFields): JSX.Element {
  const report = reportToConfirm(form.concern);
  return (
    <>
      {report !== undefined && (
        <section class="stack" aria-labelledby="verslag">
          <h2 id="verslag">Het verslag van {showDate(report.onDate ?? form.concern.today)}</h2>
          <Prose text={report.text ?? ''} />
          <p class="said">Wat gaat er goed</p>
          <Prose text={report.goesWell ?? ''} />
        </section>
      )}
      <Radios
        {...fieldOf(form, 'agrees')}
        options={[
          { value: 'true', label: 'Akkoord' },
          { value: 'false', label: 'Ik zie het anders', hint: 'Schrijf hieronder hoe.' },
        ]}
      />
      <Story
        form={form}
        name="text"
        hint="Verplicht als u het anders ziet. Het verslag zelf blijft staan."
        optional
      />
    </>
  );
}

export function ReviewFields(form: StepFields): JSX.Element {
  return (
    <>
      <Story form={form} name="childrenNotice" hint="Wat is er voor hen veranderd, en wat nog niet?" />
      <Radios
        {...fieldOf(form, 'resolved')}
        options={[
          { value: 'false', label: 'Nee, wij gaan verder' },
          { value: 'true', label: 'Ja', hint: 'Dan is de zorg opgelost.' },
        ]}
      />
      <Story form={form} name="outcome" rows={2} max={2_000} hint="In één of twee zinnen." optional />
    </>
  );
}

export function CloseFields(form: StepFields): JSX.Element {
  return (
    <>
      <Radios
        {...fieldOf(form, 'outcome')}
        options={[
          { value: 'withdrawn', label: 'Ingetrokken', hint: 'De zorg klopte niet, of is vanzelf verdwenen.' },
          { value: 'not_further', label: 'Niet verder', hint: 'Er is een reden om nu te stoppen.' },
        ]}
      />
      <Story form={form} name="reason" hint={`De ${parties[form.concern.about].first} leest dit.`} />
    </>
  );
}

export function ProposeFields(form: StepFields): JSX.Element {
  const own = form.concern.relations.includes('school_director');
  const { first } = parties[form.concern.about];
  return (
    <>
      <Story
        form={form}
        name="whyNotAtSchool"
        hint="Wat hebt u samen geprobeerd, en waarom is dat niet genoeg?"
        help={noNames}
      />
      <Notice
        tone="info"
        title={
          own
            ? `U bent ${first}: wat u hier schrijft, geldt als uw standpunt.`
            : `De ${first} krijgt tien schooldagen voor een eigen standpunt. Dat gaat altijd mee.`
        }
      />
    </>
  );
}

export function ReasonField(form: StepFields): JSX.Element {
  return <Story form={form} name="reason" />;
}

export function PositionFields(form: StepFields): JSX.Element {
  const { theUpper } = parties[form.concern.about];
  const proposal = form.concern.entries.findLast((entry) => entry.step === 'propose_board');
  return (
    <>
      {proposal !== undefined && (
        <section class="stack" aria-labelledby="voorstel">
          <h2 id="voorstel">Waarom {theUpper}?</h2>
          <Prose text={proposal.text ?? ''} />
        </section>
      )}
      <Radios {...fieldOf(form, 'position')} options={choices('agrees', 'disagrees', 'other')} />
      <Story
        form={form}
        name="text"
        hint={`${capital(theUpper)} leest uw woorden precies zo, als het zover komt.`}
      />
    </>
  );
}

export function NotToBoardFields(form: StepFields): JSX.Element {
  return (
    <>
      <Story form={form} name="reason" hint="Wie meedoet leest dit." />
      <DateField
        {...fieldOf(form, 'reviewOn')}
        hint="Dan kijkt u samen of het is gelukt."
        min={form.concern.today}
      />
    </>
  );
}

/** Exactly what the board will see: the version the director saw, and of the timeline what is meant for it. */
export function BoardView({ concern, actor }: StepFields): JSX.Element {
  const forBoard = concern.entries.filter(
    (entry) => ({ ...protocol, ...systemSteps })[entry.step].boardReads,
  );
  return (
    <section class="stack" aria-labelledby="bestuur-ziet">
      <h2 id="bestuur-ziet">Dit gaat {parties[concern.about].theUpper} zien</h2>
      <Noted concern={concern} />
      <h2>Wat er daarna gebeurde</h2>
      <ConcernTimeline concern={{ ...concern, entries: forBoard }} actor={actor} />
    </section>
  );
}

export function ViewField(form: StepFields): JSX.Element {
  return <Story form={form} name="text" help={noNames} />;
}

export function ResolveFields(form: StepFields): JSX.Element {
  return (
    <>
      <Story form={form} name="childrenNotice" hint="Wat is er voor hen veranderd?" />
      <Story form={form} name="outcome" rows={2} max={2_000} hint="Wat hielp? In één of twee zinnen." />
    </>
  );
}
