/** The form on which a question is asked: one screen, in minutes, also on a phone. */
import type { JSX } from 'preact';
import type { Filled } from '../../platform/form/filled.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Icon } from '../../platform/ui/icons.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { roleName } from '../../registers/index.ts';
import type { Similar } from '../similar/similar.store.ts';
import { AskFields } from './ask-fields.tsx';
import type { Asking } from './asking.store.ts';
import { SimilarOnes } from './similar-ones.tsx';

export interface AskFormProps {
  readonly action: string;
  readonly autosave: string;
  readonly csrf: string;
  readonly today: string;
  readonly actor: Actor;
  readonly schools: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly asking: Asking;
  readonly form: Filled;
  readonly summary: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
  /** A teacher's draft goes on through the IB'er. */
  readonly maySubmit: boolean;
  /** Version of the draft; absent while there is none. */
  readonly version?: number | string | undefined;
  /** The question that is taken up again. */
  readonly continuesId?: string | undefined;
  /** What looks like it; absent while nobody looked. */
  readonly similar: Similar | undefined;
  readonly cancel: string;
}

/** The name of the button that saves without submitting. */
export const keepButton = 'bewaar';

export function AskForm(props: AskFormProps): JSX.Element {
  const { form, schools, asking, marks, maySubmit, continuesId } = props;
  return (
    <Form
      action={props.action}
      csrf={props.csrf}
      errors={props.summary}
      idempotencyKey={newId()}
      version={props.version}
      autosave={props.autosave}
    >
      {continuesId !== undefined && <input type="hidden" name="continuesId" value={continuesId} />}
      <WritingAid marks={marks} labels={form.labels} accepted={typedValues(form.typed, 'acceptedMarks')} />
      <AskFields form={form} today={props.today} schools={schools} asking={asking} />
      <SimilarOnes similar={props.similar} />
      <WhoLooks {...props} />
      {maySubmit ? (
        <SubmitRow
          primary="Dien de vraag in"
          secondary={[{ label: 'Bewaar als concept', do: keepButton }]}
          cancel={props.cancel}
        />
      ) : (
        <SubmitRow primary="Bewaar voor uw IB’er" cancel={props.cancel} />
      )}
    </Form>
  );
}

/** Before anybody sends something: who will look at it, and within how many school days. */
function WhoLooks({ actor, asking, schools, form, maySubmit }: AskFormProps): JSX.Element {
  const code = schools.length === 1 ? schools[0]?.code : typedValue(form.typed, 'schoolCode');
  const school = schools.find((one) => one.code === code);
  const people = asking.contactPersons.filter((one) => one.schoolId === school?.id);
  const role = roleName('contact_person', actor.tenant.labels);
  return (
    <section class="who" aria-labelledby="wie-kijkt">
      <h2 class="who__title" id="wie-kijkt">
        <Icon name="eye" />
        Wie kijkt hiernaar, en wanneer?
      </h2>
      {people.length > 0 && (
        <ul class="who__list" role="list">
          {people.map((person) => (
            <li key={person.id}>
              <bdi class="who__name">{person.name}</bdi>
              <span class="who__role">{role}</span>
            </li>
          ))}
        </ul>
      )}
      {school === undefined && <p>De {role} van de school die u kiest.</p>}
      {school !== undefined && people.length === 0 && (
        <p>Deze school heeft vandaag geen {role} in Kortelijn. De teamleider bekijkt uw vraag.</p>
      )}
      {asking.triage !== null && (
        <p>
          Binnen {schoolDays(asking.triage.days)} nadat {maySubmit ? 'u' : 'uw IB’er'} de vraag indient.{' '}
          <span class="rule__source">Bron: {asking.triage.source}.</span>
        </p>
      )}
      <p>De IB’er en de directeur van de school lezen mee.</p>
      {!maySubmit && (
        <Notice tone="info" title="Uw vraag gaat verder via uw IB’er">
          <p>U schrijft de vraag op. Uw IB’er of directeur leest die en dient hem in.</p>
        </Notice>
      )}
    </section>
  );
}

const schoolDays = (n: number) => (n === 1 ? '1 schooldag' : `${n} schooldagen`);
