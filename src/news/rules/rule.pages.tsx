/** A writer binds working rules to a post: what it sets or clarifies, and from which day. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { type Entries, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { DateField, Select, TextArea } from '../../platform/ui/fields.tsx';
import {
  ConfirmBox,
  ErrorSummary,
  errorOf,
  Form,
  type FormError,
  SubmitRow,
} from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import {
  type MarkInSentence,
  marksInSentences,
  markTrouble,
  type OpenMark,
  WritingAid,
} from '../../privacy/index.ts';
import { Markdown } from '../posts/markdown.ts';
import { writers } from '../posts/post.access.ts';
import { getPost } from '../posts/post.store.ts';
import { type Post, textIn } from '../posts/post.view.ts';
import { addRule, type RuleOutcome, takeBackRule } from './rule.actions.ts';
import { ruleInput } from './rule.input.ts';
import { subjects } from './rule.rules.ts';
import { findRulesOfPost, type WrittenEdition } from './rule.store.ts';
import { subjectWords } from './rule.words.ts';

/** Where the working rules of one post are set. */
export const rulesPath = (postId: string): string => `/nieuws/schrijven/${postId}/werkafspraken`;

const nothing: Tried = { typed: [], errors: [], marks: [] };

export const rulePages: readonly Route[] = [
  getPage(rulesPath(':id'), writers, (call) => show(call, nothing)),
  postPage(rulesPath(':id'), writers, ruleInput, async (call) => {
    const { actor, deed, params, input } = call;
    const { parsed, typed } = input;
    const id = idOf(params);
    if (id === undefined) return notFound;
    const again = async (
      errors: readonly FormError[],
      marks: readonly OpenMark[] = [],
    ): Promise<PageAnswer> => {
      const told = marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined);
      const page = await show(call, { typed, errors, marks: told });
      return page.kind === 'html' ? { ...page, status: 422 } : page;
    };
    if (!parsed.ok)
      return again(parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
    const outcome = await addRule(deed, actor, id, parsed.value);
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: rulesPath(id),
        flash: { tone: 'good', text: 'De werkafspraak staat erbij.' },
      };
    if (outcome.outcome === 'notFound') return notFound;
    const marks = (outcome.outcome === 'refused' && outcome.marks) || [];
    return again([...errorsOf(outcome, marks.length > 0), ...markTrouble(marks, labels).summary], marks);
  }),
  postPage(
    '/nieuws/schrijven/:id/werkafspraken/weghalen',
    writers,
    z.object({ rule: z.uuid() }),
    async ({ actor, deed, params, input }) => {
      const id = idOf(params);
      if (id === undefined || !input.parsed.ok) return notFound;
      const outcome = await takeBackRule(deed, actor, input.parsed.value.rule);
      return outcome.outcome === 'taken'
        ? {
            kind: 'redirect',
            to: rulesPath(id),
            flash: { tone: 'good', text: 'De werkafspraak is weggehaald.' },
          }
        : notFound;
    },
  ),
];

const labels = { body: 'De werkafspraak' };

function errorsOf(
  outcome: Extract<RuleOutcome, { outcome: 'refused' | 'keyReused' }>,
  marked: boolean,
): readonly FormError[] {
  if (outcome.outcome === 'keyReused')
    return [{ message: 'Dit formulier was al verstuurd. Kijk of de werkafspraak er staat.' }];
  return outcome.unmet
    .filter(({ code }) => code !== 'noOpenMarks' || !marked)
    .map(({ field, detail }) => ({ field: field || undefined, message: detail }));
}

interface Tried {
  readonly typed: Entries;
  readonly errors: readonly FormError[];
  readonly marks: readonly MarkInSentence[];
}

type Asked = Pick<Call<Actor>, 'actor' | 'database' | 'params' | 'today'> & Page;

async function show({ actor, database, params, today, csrf }: Asked, tried: Tried): Promise<PageAnswer> {
  const id = idOf(params);
  if (id === undefined) return notFound;
  const [post, rules] = await database.read(actor, (reader) =>
    Promise.all([getPost(reader, actor, id), findRulesOfPost(reader, actor, id)]),
  );
  if (post === undefined) return notFound;
  const body = <RulesView {...{ post, rules, today, csrf, ...tried }} />;
  return { kind: 'html', title: 'Werkafspraken in dit bericht', body };
}

interface ViewProps extends Tried {
  readonly post: Post;
  readonly rules: readonly WrittenEdition[];
  readonly today: string;
  readonly csrf: string;
}

function RulesView({ post, rules, today, csrf, typed, errors, marks }: ViewProps): JSX.Element {
  const back = `/nieuws/schrijven/${post.id}`;
  const field = (name: string) => ({
    name,
    value: typedValue(typed, name) ?? '',
    error: errorOf(errors, name),
  });
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/nieuws/schrijven', label: 'Berichten schrijven' },
          { href: back, label: textIn(post)?.title ?? '' },
        ]}
      />
      <h1>Werkafspraken in dit bericht</h1>
      <p class="lead">
        Legt het bericht vast of uit hoe u werkt? Schrijf het hier op, met de eerste dag. Het komt bij de
        werkwijze te staan. Zorgen en vragen laten zien welke werkafspraak toen gold. Een werkafspraak
        verandert niet meer: wordt het anders, dan komt er een nieuwe bij.
      </p>
      {rules.length > 0 && <h2>Wat er al staat</h2>}
      {rules.map((rule) => (
        <RuleShown key={rule.id} rule={rule} action={`${rulesPath(post.id)}/weghalen`} csrf={csrf} />
      ))}
      {post.state === 'withdrawn' ? (
        <>
          <ErrorSummary errors={errors} />
          <TypedBefore typed={typed} />
        </>
      ) : (
        <>
          <h2>Nieuwe werkafspraak</h2>
          <Form action={rulesPath(post.id)} csrf={csrf} errors={errors} idempotencyKey={newId()}>
            <WritingAid marks={marks} labels={labels} accepted={typedValues(typed, 'acceptedMarks')} />
            <Select
              {...field('subject')}
              label="Waarover?"
              empty="Kies een onderwerp"
              options={subjects.map((one) => ({ value: one, label: subjectWords[one].label }))}
            />
            <DateField
              {...field('startsOn')}
              label="Vanaf welke dag?"
              hint="Niet voor de dag waarop het bericht bekend wordt."
              min={today}
            />
            <TextArea {...field('body')} label={labels.body} rows={8} max={10_000} />
            <SubmitRow primary="Leg vast" cancel={back} />
          </Form>
        </>
      )}
    </>
  );
}

interface ShownProps {
  readonly rule: WrittenEdition;
  readonly action: string;
  readonly csrf: string;
}

function RuleShown({ rule, action, csrf }: ShownProps): JSX.Element {
  const title = `${subjectWords[rule.subject].label}, vanaf ${showDate(rule.startsOn)}`;
  return (
    <section class="stack">
      <h3>{title}</h3>
      <Markdown text={rule.body} under={3} />
      {!rule.known && (
        <ConfirmBox label={`Haal weg: ${title}`} action={action} csrf={csrf} confirm="Haal weg">
          <input type="hidden" name="rule" value={rule.id} />
          <p>Het bericht is nog niet gepubliceerd, dus niemand heeft deze werkafspraak gelezen.</p>
        </ConfirmBox>
      )}
    </section>
  );
}
