/** The page on which a concern is noted: one screen, under a minute, also on a phone. */
import type { JSX } from 'preact';
import { type Filled, fieldOf } from '../../platform/form/filled.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Notice, type Signpost, Signposts, Who } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import type { SchoolChoice } from './note.store.ts';
import { AboutField, FactFields, hasMeaning, MeaningFields } from './note-fields.tsx';

export interface NoteFormProps {
  readonly action: string;
  /** Where the draft saves itself; a director's note is shared at once, so it is no draft. */
  readonly autosave: string | undefined;
  readonly csrf: string;
  readonly today: string;
  readonly schools: readonly SchoolChoice[];
  readonly form: Filled;
  readonly summary: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
  /** The writer is director of the school: about the school it is with the director at once. */
  readonly asDirector: boolean;
  /** The writer may choose what it is about: the school, or the partnership. */
  readonly choosesAbout: boolean;
  /** Version of the draft; absent while there is none. */
  readonly version?: number | string | undefined;
  /** The ended concern that is taken up again. */
  readonly continuesId?: string | undefined;
  readonly cancel: string;
}

export function NoteForm(props: NoteFormProps): JSX.Element {
  const { form, schools, asDirector, marks, continuesId } = props;
  return (
    <Form
      action={props.action}
      csrf={props.csrf}
      errors={props.summary}
      idempotencyKey={newId()}
      version={props.version}
      autosave={props.autosave}
    >
      {continuesId !== undefined && (
        <>
          <input type="hidden" name="continuesId" value={continuesId} />
          <input type="hidden" name="about" value={typedValue(form.typed, 'about')} />
        </>
      )}
      <WritingAid marks={marks} labels={form.labels} accepted={typedValues(form.typed, 'acceptedMarks')} />
      <Select
        {...fieldOf(form, 'schoolCode')}
        empty={schools.length === 1 ? undefined : 'Kies een school'}
        options={schools.map((school) => ({ value: school.code, label: school.name }))}
      />
      {props.choosesAbout && continuesId === undefined && <AboutField form={form} />}
      <FactFields form={form} today={props.today} />
      {asDirector ? (
        <MeaningFields form={form} needed />
      ) : (
        <details class="fold" open={hasMeaning(form)}>
          <summary class="fold__summary">Meer opschrijven: nodig om te delen, mag later</summary>
          <div class="fold__body">
            <MeaningFields form={form} needed={false} />
          </div>
        </details>
      )}
      {asDirector ? (
        <DirectorReads />
      ) : (
        <Who people={[{ name: 'Alleen u', role: 'tot u de notitie deelt' }]} />
      )}
      <SubmitRow primary={asDirector ? 'Leg vast' : 'Bewaar notitie'} cancel={props.cancel} />
    </Form>
  );
}

function DirectorReads(): JSX.Element {
  return (
    <Notice tone="info" title="U bent directeur van deze school">
      <p>
        Gaat de zorg over de school? Dan staat die meteen bij u als directeur. De schoolcontactpersonen en de
        teamleider lezen mee. Daarom vult u alles in één keer in. Gaat de zorg over het samenwerkingsverband?
        Dan leest alleen u die, tot u de zorg deelt met de teamleider.
      </p>
    </Notice>
  );
}

const otherRoads: readonly Signpost[] = [
  {
    title: 'Een kind is thuis niet veilig',
    text: 'Volg de meldcode huiselijk geweld en kindermishandeling van uw school. Bij direct gevaar belt u 112.',
  },
  {
    title: 'U vermoedt een misdrijf door iemand van de school',
    text: 'Ga meteen naar het schoolbestuur of de vertrouwensinspecteur. Wacht hier niet mee.',
  },
  {
    title: 'Een klacht, of iets over een persoon',
    text: 'Daarvoor zijn de klachtenregeling en de vertrouwenspersoon van de school of uw organisatie.',
  },
];

/** Three roads stand outside. Nothing of them is stored here. */
export function OtherRoads(): JSX.Element {
  return <Signposts title="Hoort dit hier wel?" items={otherRoads} />;
}
