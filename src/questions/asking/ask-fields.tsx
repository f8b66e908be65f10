import type { JSX } from 'preact';
import { type Filled, fieldOf, Story } from '../../platform/form/filled.tsx';
import type { Labels } from '../../platform/form/form-errors.ts';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import type { Entries } from '../../platform/input.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select, TextField } from '../../platform/ui/fields.tsx';
import { Fieldset } from '../../platform/ui/form.tsx';
import { earliestSignal } from '../needs.rules.ts';
import { levels, urgencies } from '../question.rules.ts';
import type { QuestionRow, QuestionSettings } from '../question.store.ts';
import { levelWords, urgencyWords } from '../question.words.ts';
import { ageBands, consentWords, levelHints, showAge } from './ask.words.ts';
import type { Asking } from './asking.store.ts';

export const askLabels: Labels = {
  level: 'Waar gaat uw vraag over?',
  schoolCode: 'School',
  title: 'Uw vraag in één zin',
  need: 'Wat is er nodig?',
  triedSoFar: 'Wat hebt u al geprobeerd?',
  'pupil.pseudonym': 'Hoe noemen we de leerling hier?',
  'pupil.ageBand': 'Leeftijd',
  'pupil.externalCaseNumber': 'Uw eigen dossiernummer',
  'pupil.parentsSpokenOn': 'Wanneer sprak u de ouders?',
  'pupil.parentsConsentOn': 'Toestemming van de ouders op',
  'pupil.pupilConsentOn': 'Toestemming van de leerling op',
  expertise: 'Welke expertise zoekt u?',
  urgency: 'Hoeveel haast is erbij?',
  requestedDagdelen: 'Hoeveel dagdelen denkt u nodig te hebben?',
  language: 'Is een andere taal dan Nederlands nodig?',
  signalledOn: 'Wanneer merkte de school dit voor het eerst?',
};

/** The question as it is stored, as if it had just been typed. */
export function typedFrom({ words, pupil, ...question }: QuestionRow): Entries {
  const { level, urgency, requestedDagdelen, language, signalledOn } = question;
  return [
    ['level', level],
    ['schoolCode', question.school.code],
    ['title', words?.title ?? ''],
    ['need', words?.need ?? ''],
    ['triedSoFar', words?.triedSoFar ?? ''],
    ['pupil.pseudonym', words?.pseudonym ?? ''],
    ['pupil.ageBand', words?.ageBand ?? ''],
    ['pupil.externalCaseNumber', pupil?.caseNumber ?? ''],
    ['pupil.parentsSpokenOn', pupil?.parentsSpokenOn ?? ''],
    ['pupil.parentsConsentOn', pupil?.parentsConsentOn ?? ''],
    ['pupil.pupilConsentOn', pupil?.pupilConsentOn ?? ''],
    ...question.expertise.map((code) => ['expertise', code] as const),
    ['urgency', urgency],
    ['requestedDagdelen', requestedDagdelen === null ? '' : String(requestedDagdelen).replace('.', ',')],
    ['language', language ?? ''],
    ['signalledOn', signalledOn],
  ];
}

interface AskFieldsProps {
  readonly form: Filled;
  readonly today: string;
  readonly schools: readonly { readonly code: string; readonly name: string }[];
  readonly asking: Asking;
}

/** What the light route asks stands in sight; the rest comes with the level, or under one fold. */
export function AskFields({ form, today, schools, asking }: AskFieldsProps): JSX.Element {
  return (
    <>
      <div class="levels">
        <Radios
          {...fieldOf(form, 'level')}
          options={levels.map((level) => ({
            value: level,
            label: levelWords[level],
            hint: levelHints[level],
          }))}
        />
      </div>
      <Select
        {...fieldOf(form, 'schoolCode')}
        empty={schools.length === 1 ? undefined : 'Kies een school'}
        options={schools.map((school) => ({ value: school.code, label: school.name }))}
      />
      <TextField {...fieldOf(form, 'title')} hint="Bijvoorbeeld: hoe krijgen we rust na de pauze?" />
      <Story
        form={form}
        name="need"
        hint="Wat speelt er, en waar wilt u hulp bij? Geen namen van kinderen."
        help="Een paar zinnen is genoeg. Wie uw vraag bekijkt, belt of komt langs voor de rest."
      />
      <Story form={form} name="triedSoFar" rows={2} hint="Wat hielp, en wat niet?" optional />
      <PupilFields form={form} today={today} settings={asking.settings} />
      <MoreFields form={form} today={today} asking={asking} />
    </>
  );
}

interface PupilFieldsProps {
  readonly form: Filled;
  readonly today: string;
  readonly settings: QuestionSettings;
}

/** Only for a question on a pupil. A browser that cannot look back shows it always. */
function PupilFields({ form, today, settings }: PupilFieldsProps): JSX.Element {
  return (
    <div class="when-pupil">
      <Fieldset
        legend="Over de leerling"
        hint="Zo weinig mogelijk. Het dossier blijft in uw eigen systeem; hier komen geen bijlagen."
      >
        <TextField
          {...fieldOf(form, 'pupil.pseudonym')}
          hint="Een verzonnen naam, zoals «Zonnebloem». Geen initialen en geen echte naam."
        />
        <Select
          {...fieldOf(form, 'pupil.ageBand')}
          empty="Kies een leeftijd"
          options={ageBands.map((band) => ({ value: band, label: showAge(band) }))}
        />
        <TextField
          {...fieldOf(form, 'pupil.externalCaseNumber')}
          hint="Het nummer in uw eigen systeem, zoals Kindkans, OT of TOP. Nooit een BSN."
          optional
        />
        <DateField {...fieldOf(form, 'pupil.parentsSpokenOn')} max={today} />
        <ConsentRule settings={settings} />
        <DateField {...fieldOf(form, 'pupil.parentsConsentOn')} max={today} optional />
        <DateField {...fieldOf(form, 'pupil.pupilConsentOn')} max={today} optional />
      </Fieldset>
    </div>
  );
}

/** Why consent is asked and what the law says: two things, each with its source. */
export function ConsentRule({ settings }: { readonly settings: QuestionSettings }): JSX.Element {
  const { consentParentsBelow, consentPupilFrom, consentSource, legalGround, legalGroundSource } = settings;
  return (
    <div class="rule">
      <p class="said">Toestemming</p>
      <p>{consentWords(consentParentsBelow, consentPupilFrom)}</p>
      <p class="rule__source">Bron: {consentSource}</p>
      <p class="said">Waarom wij deze gegevens mogen gebruiken</p>
      <p>{legalGround}</p>
      <p class="rule__source">Bron: {legalGroundSource}</p>
    </div>
  );
}

const later = ['expertise', 'urgency', 'requestedDagdelen', 'language', 'signalledOn'] as const;

function MoreFields({ form, today, asking }: Omit<AskFieldsProps, 'schools'>): JSX.Element {
  const filled =
    typedValues(form.typed, 'expertise').length > 0 ||
    (typedValue(form.typed, 'urgency') ?? 'normal') !== 'normal' ||
    (typedValue(form.typed, 'requestedDagdelen') ?? '') !== '' ||
    (typedValue(form.typed, 'language') ?? '') !== '' ||
    (typedValue(form.typed, 'signalledOn') ?? today) !== today ||
    form.errors.some(({ field }) => later.some((name) => name === field));
  const urgency = fieldOf(form, 'urgency');
  return (
    <details class="fold" open={filled}>
      <summary class="fold__summary">Meer vertellen: expertise, haast, taal, sinds wanneer</summary>
      <div class="fold__body stack">
        <Checkboxes
          {...fieldOf(form, 'expertise')}
          hint="Weet u het niet? Laat het leeg: wie uw vraag bekijkt, kiest."
          options={asking.expertise.map(({ code, name }) => ({ value: code, label: name }))}
          values={typedValues(form.typed, 'expertise')}
          optional
        />
        <Radios
          {...urgency}
          value={urgency.value || 'normal'}
          options={urgencies.map((one) => ({ value: one, label: urgencyWords[one] }))}
        />
        <TextField
          {...fieldOf(form, 'requestedDagdelen')}
          inputMode="decimal"
          hint="Een schatting is genoeg, zoals 4 of 2,5."
          optional
        />
        <LanguageField form={form} languages={asking.languages} />
        <DateField
          {...fieldOf(form, 'signalledOn')}
          hint="Vanaf deze dag telt Kortelijn hoe lang het duurt tot er hulp is."
          min={earliestSignal(today)}
          max={today}
        />
      </div>
    </details>
  );
}

/** The language that who helps must speak; what specialists speak is suggested. */
export function LanguageField({
  form,
  languages,
}: {
  readonly form: Filled;
  readonly languages: readonly string[];
}): JSX.Element {
  return (
    <TextField
      {...fieldOf(form, 'language')}
      hint="Alleen als wie komt helpen die taal moet spreken. Bijvoorbeeld Turks."
      suggestions={languages}
      optional
    />
  );
}
