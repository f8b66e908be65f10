import type { JSX } from 'preact';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import type { Entries } from '../../platform/input.ts';
import { addDays } from '../../platform/pure/dates.ts';
import { Radios } from '../../platform/ui/choices.tsx';
import { DateField, Select } from '../../platform/ui/fields.tsx';
import { errorOf, Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty, Prose } from '../../platform/ui/parts.tsx';
import { WritingAid } from '../../privacy/index.ts';
import { reach } from './observation.rules.ts';
import type { Observation } from './observation.store.ts';
import { labels, markWords, notSeen, observationsPath, whoReads } from './observation.words.ts';
import type { Back } from './observation-back.ts';
import type { SchoolChoice, TeacherChoice } from './observation-choices.store.ts';
import type { Sheet } from './sheets/sheet.store.ts';

/** Of the form, in its order; each item is a row of its own. */
export const formLabels = {
  teacherId: labels.teacherId,
  onDate: labels.onDate,
  trained: labels.trained,
  marks: labels.marks,
  'marks.0.mark': labels.marks,
  'marks.row': 'Punt',
  'marks.mark': 'wat zag u?',
  words: labels.words,
} as const;

const home = { href: observationsPath, label: 'Lesobservaties' };

interface ChoosePageProps {
  readonly sheets: readonly Sheet[];
  readonly schools: readonly SchoolChoice[];
  readonly action: string;
}

/** With which sheet, and where. */
export function ChoosePage({ sheets, schools, action }: ChoosePageProps): JSX.Element {
  return (
    <>
      <Breadcrumb items={[home]} />
      <h1>Lesobservatie schrijven</h1>
      {sheets.length === 0 ? (
        <Empty
          title="Er is nog geen formulier"
          text="De functioneel beheerder maakt de formulieren. Vraag welk formulier u kunt gebruiken."
        />
      ) : (
        <form class="form" method="get" action={action}>
          <Select
            name="formulier"
            label="Met welk formulier keek u?"
            options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="school"
            label="Op welke school?"
            empty="Kies een school"
            options={schools.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SubmitRow primary="Verder" cancel={observationsPath} />
        </form>
      )}
    </>
  );
}

interface LessonFormProps {
  readonly sheet: Pick<Sheet, 'id' | 'name' | 'points' | 'domains'> & { readonly purpose?: string | null };
  readonly school: SchoolChoice;
  /** undefined: of a draft that is changed, whose teacher stays. */
  readonly teachers: readonly TeacherChoice[] | undefined;
  readonly back: Back;
  readonly csrf: string;
  readonly today: string;
  readonly action: string;
  readonly version?: number | undefined;
}

export function LessonFormPage(props: LessonFormProps): JSX.Element {
  const { sheet, school, teachers, back, csrf, today, action, version } = props;
  const form = { typed: back.typed, errors: back.trouble.fields, labels: formLabels };
  return (
    <>
      <Breadcrumb items={[home]} />
      <h1>Lesobservatie {version === undefined ? 'schrijven' : 'aanpassen'}</h1>
      <p class="lead">
        <bdi>{sheet.name}</bdi>, <bdi>{school.name}</bdi>
      </p>
      {sheet.purpose && <Prose text={sheet.purpose} />}
      <p>{whoReads} Tot u het deelt, leest alleen u het. Schrijf geen namen van kinderen op.</p>
      <Form
        action={action}
        csrf={csrf}
        errors={back.trouble.summary}
        idempotencyKey={newId()}
        version={version}
      >
        <WritingAid
          marks={back.marks}
          labels={formLabels}
          accepted={typedValues(back.typed, 'acceptedMarks')}
        />
        {teachers !== undefined && (
          <>
            <input type="hidden" name="sheetId" value={sheet.id} />
            <input type="hidden" name="schoolCode" value={school.code} />
            <Select
              {...fieldOf(form, 'teacherId')}
              empty={teachers.length === 0 ? 'Hier is geen leerkracht bekend' : 'Kies een leerkracht'}
              options={teachers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        )}
        <DateField {...fieldOf(form, 'onDate')} min={addDays(today, -reach)} max={today} />
        <Radios
          {...fieldOf(form, 'trained')}
          hint="Alleen lessen van een geoefende waarnemer tellen mee in cijfers over vijf of meer leerkrachten."
          options={[
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nee' },
          ]}
        />
        <Items {...{ sheet, back }} />
        <Story form={form} name="words" hint="Wat u zag, en wat u opviel." optional />
        <SubmitRow
          primary="Bewaar als concept"
          cancel={version === undefined ? observationsPath : action.replace(/\/aanpassen$/, '')}
        />
      </Form>
    </>
  );
}

/** Each item with the points of the sheet; nothing seen unless told otherwise. */
function Items({ sheet, back }: Pick<LessonFormProps, 'sheet' | 'back'>): JSX.Element {
  const { domains, points } = sheet;
  const options = [
    { value: 'none', label: notSeen },
    ...points.map((_, nth) => ({ value: `${nth + 1}`, label: markWords(nth + 1, points) })),
  ];
  const before = (nth: number) => domains.slice(0, nth).reduce((all, { items }) => all + items.length, 0);
  return (
    <>
      {domains.map(({ name, items }, nth) => (
        <section key={name} class="stack">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          {items.map((item, place) => {
            const field = `marks.${before(nth) + place}.mark`;
            return (
              <Radios
                key={field}
                name={field}
                label={item}
                options={options}
                value={typedValue(back.typed, field) ?? 'none'}
                error={errorOf(back.trouble.fields, field)}
              />
            );
          })}
        </section>
      ))}
    </>
  );
}

/** A draft as its form shows it. */
export const typedOf = ({ onDate, trained, marks, words }: Observation): Entries => [
  ['onDate', onDate],
  ['trained', trained ? 'yes' : 'no'],
  ...marks.map((mark, nth) => [`marks.${nth}.mark`, mark === null ? 'none' : `${mark}`] as const),
  ['words', words ?? ''],
];
