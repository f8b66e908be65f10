import type { JSX } from 'preact';
import { Checkboxes, Radios } from '../platform/ui/choices.tsx';
import { DateField, DateTimeField, Select, TextArea, TextField } from '../platform/ui/fields.tsx';
import {
  Button,
  ConfirmBox,
  errorOf,
  Fieldset,
  Form,
  LinkButton,
  Repeat,
  SubmitRow,
} from '../platform/ui/form.tsx';

const csrf = 'voorbeeld';
const schools = [
  { value: '99ZZ00', label: 'De Zonnewijzer' },
  {
    value: '99ZY00',
    label: 'Openbare Daltonbasisschool voor Jenaplan- en Montessorionderwijs Het Oosterveldse Kompas',
  },
];
const verdicts = [
  { value: 'accurate', label: 'Klopt' },
  {
    value: 'inaccurate',
    label: 'Klopt niet',
    hint: 'Schrijf hieronder hoe u het ziet. Uw woorden gaan overal mee.',
  },
  { value: 'addition', label: 'Aanvulling' },
];

/** Everything that is filled in: empty, full and with faults. */
export function StyleForms(): JSX.Element {
  return (
    <>
      <h2>Formulier, leeg</h2>
      <EmptyForm />
      <h2>Formulier met fouten</h2>
      <WrongForm />
      <h2>Knoppen</h2>
      <form method="get" action="/demo/stijl" class="submit-row">
        <Button>Opslaan</Button>
        <Button kind="secondary">Bewaar als concept</Button>
        <Button kind="quiet">Annuleren</Button>
        <Button kind="danger">Verwijder</Button>
        <LinkButton href="#" kind="secondary">
          Terug
        </LinkButton>
      </form>
      <ConfirmBox label="Gooi deze notitie weg" action="#" csrf={csrf} confirm="Gooi weg" version={3}>
        <p>De tekst verdwijnt. Dit kan niet ongedaan worden gemaakt.</p>
      </ConfirmBox>
    </>
  );
}

function EmptyForm(): JSX.Element {
  return (
    <Form action="#" csrf={csrf} idempotencyKey="voorbeeld" version={1}>
      <Select name="school" label="School" empty="Kies een school" options={schools} />
      <DateField name="noticed" label="Wanneer merkte u het op?" />
      <TextArea
        name="observation"
        label="Wat zag of hoorde u?"
        hint="Schrijf op wat er gebeurde, zonder oordeel."
        help={
          <>
            <p>Een feit kan een ander ook zien. Een indruk hoort in het volgende veld.</p>
            <p>Noem geen namen van kinderen. Schrijf liever “een leerling in groep 5”.</p>
          </>
        }
        max={4000}
      />
      <TextArea name="impression" label="Wat is uw indruk?" rows={2} optional />
      <Radios name="verdict" label="Klopt dit beeld?" options={verdicts} />
      <Checkboxes
        name="present"
        label="Wie waren erbij?"
        hint="U kunt meer dan één antwoord kiezen."
        help="De directeur hoort er altijd bij."
        options={[
          { value: 'director', label: 'Directeur' },
          { value: 'coordinator', label: 'Intern begeleider' },
        ]}
        values={['director']}
      />
      <Fieldset legend="Hoe bereiken we u?" hint="Alleen voor vragen over dit gesprek.">
        <TextField name="email" label="E-mailadres" type="email" autocomplete="email" />
        <DateTimeField name="moment" label="Voorstel voor een gesprek" optional />
      </Fieldset>
      <SubmitRow primary="Deel met de directeur" secondary={[{ label: 'Bewaar', do: 'save' }]} cancel="#" />
    </Form>
  );
}

const errors = [
  { field: 'w-school', message: 'Kies de school.' },
  { field: 'w-noticed', message: 'Vul een dag in die al geweest is.' },
  { field: 'w-observation', message: 'Haal het telefoonnummer weg: «06 …».' },
  { field: 'w-verdict', message: 'Kies een van de drie.' },
  { field: 'w-present', message: 'Kies ten minste één deelnemer.' },
  { field: 'agreements.1.what', message: 'Schrijf op wat u afspreekt.' },
  { message: 'Iemand anders heeft dit net gewijzigd. Lees eerst wat er veranderd is.' },
];

function WrongForm(): JSX.Element {
  return (
    <Form action="#" csrf={csrf} errors={errors}>
      <Select
        name="w-school"
        label="School"
        empty="Kies een school"
        options={schools}
        error={errorOf(errors, 'w-school')}
      />
      <DateField
        name="w-noticed"
        label="Wanneer merkte u het op?"
        value="2026-12-24"
        error={errorOf(errors, 'w-noticed')}
      />
      <TextArea
        name="w-observation"
        label="Wat zag of hoorde u?"
        hint="Schrijf op wat er gebeurde, zonder oordeel."
        help="Een feit kan een ander ook zien."
        value={'Ik zag het <b>zelf</b>.\nقال المعلم إن الدرس كان هادئا. 🙂'}
        max={20}
        error={errorOf(errors, 'w-observation')}
      />
      <Radios
        name="w-verdict"
        label="Klopt dit beeld?"
        options={verdicts}
        error={errorOf(errors, 'w-verdict')}
      />
      <Checkboxes
        name="w-present"
        label="Wie waren erbij?"
        options={[
          { value: 'director', label: 'Directeur' },
          { value: 'coordinator', label: 'عائشة بن صالح, intern begeleider' },
        ]}
        error={errorOf(errors, 'w-present')}
      />
      <Repeat
        name="agreements"
        legend="Afspraken"
        hint="Bij elke afspraak: wie doet het, en wat merken kinderen ervan?"
        itemLabel="Afspraak"
        addLabel="Nog een afspraak"
        items={[0, 1].map((index) => <Agreement key={index} index={index} />)}
      />
      <SubmitRow primary="Leg vast" />
    </Form>
  );
}

function Agreement({ index }: { readonly index: number }): JSX.Element {
  const field = (name: string) => `agreements.${index}.${name}`;
  const value = index === 0 ? 'Elke dinsdag een half uur extra rekenen in groep 7.' : '';
  return (
    <>
      <TextField
        name={field('what')}
        label="Wat spreekt u af?"
        value={value}
        error={errorOf(errors, field('what'))}
      />
      <DateField name={field('by')} label="Wanneer is het klaar?" value={index === 0 ? '2026-12-18' : ''} />
    </>
  );
}
