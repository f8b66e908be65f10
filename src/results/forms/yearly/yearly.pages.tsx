import { z } from 'zod';
import { TypedBefore, unfinishedDraft, unsaved } from '../../../platform/form/attempt.tsx';
import { newId } from '../../../platform/ids.ts';
import { type Actor, hasRole, type Place, schoolsOf } from '../../../platform/pure/actor.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../../platform/route.ts';
import { Breadcrumb } from '../../../platform/ui/navigate.tsx';
import { Notice } from '../../../platform/ui/parts.tsx';
import { schoolYearOf } from '../../measures/period.rules.ts';
import { access } from '../form.access.ts';
import { type Back, backFrom, fresh } from '../form.answers.ts';
import { answerYearly, askedSchool } from './yearly.actions.ts';
import { type YearlyInput, yearlyInput } from './yearly.input.ts';
import { daysOf, isOpenOn, type Months } from './yearly.rules.ts';
import { findAnswers, getMonths, getWords, type YearlyAnswer } from './yearly.store.ts';
import {
  labels,
  needFields,
  openWords,
  schoolYearName,
  whoReads,
  yearlyHref,
  yearlyPath,
} from './yearly.words.ts';
import { entriesOf, keepButton, YearlyForm } from './yearly-form.tsx';
import { Given, Overview } from './yearly-overview.tsx';

type Sending = Call<Actor, Record<string, never>, Sent<YearlyInput>> & Page;

const wordsQuery = z.object({
  jaar: z.coerce.number().int().min(2000).max(2100).optional(),
  pagina: z.coerce.number().int().min(1).max(500).optional(),
});

export const yearlyPages: readonly Route[] = [
  getPage(
    yearlyPath,
    access.yearly,
    async ({ actor, database, query, today }): Promise<PageAnswer> => {
      const now = schoolYearOf(today);
      const reads = hasRole(actor, ...access.readWords);
      const year = Math.min(query.jaar ?? now - 1, now - 1);
      const [months = noMonths, answers, words] = await database.read(actor, (reader) =>
        Promise.all([
          getMonths(reader, actor.tenantId),
          findAnswers(reader, actor),
          reads ? getWords(reader, year) : undefined,
        ]),
      );
      const asked = schoolsOf(actor, ...access.asked);
      const days = daysOf(months, now);
      const body = (
        <Overview
          {...{ actor, asked, answers, days }}
          open={isOpenOn(months, today)}
          year={now}
          told={words && { year, words, page: query.pagina ?? 1 }}
        />
      );
      return { kind: 'html', title: 'Jaarvraag', body };
    },
    wordsQuery,
  ),
  getPage(yearlyHref(':code'), access.asked, async (call): Promise<PageAnswer> => {
    const found = await findOne(call);
    return found === undefined ? notFound : formPage(call, found, entriesOf(found.answer), fresh);
  }),
  postPage(yearlyHref(':code'), access.asked, yearlyInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, input } = call;
    const { parsed, typed, button } = input;
    const school = askedSchool(actor, call.params['code'] ?? '');
    if (school === undefined) return notFound;
    const give = button !== keepButton;
    const outcome = parsed.ok ? await answerYearly(deed, actor, school.id, parsed.value, give) : undefined;
    if (outcome?.outcome === 'taken')
      return {
        kind: 'redirect',
        to: give ? yearlyPath : yearlyHref(school.code),
        flash: {
          tone: 'good',
          text: give ? 'Dank u wel. Uw antwoord is verstuurd.' : 'Het concept is bewaard.',
        },
      };
    const found = await findOne(call);
    if (outcome?.outcome === 'notFound' || found === undefined) return notFound;
    return formPage(call, found, typed, backFrom(parsed, outcome, labels, needFields));
  }),
  postPage(`${yearlyHref(':code')}/bewaar`, access.asked, yearlyInput, saveDraft),
];

/** The draft that saves itself. */
async function saveDraft({ actor, deed, input, params }: Sending): Promise<PageAnswer> {
  const school = askedSchool(actor, params['code'] ?? '');
  if (school === undefined) return notFound;
  if (!input.parsed.ok) return unfinishedDraft(input.parsed.faults, {});
  const outcome = await answerYearly(deed, actor, school.id, input.parsed.value, false);
  const url = yearlyHref(school.code);
  switch (outcome.outcome) {
    case 'taken': {
      const body = { version: outcome.version, url, autosave: `${url}/bewaar`, key: newId() };
      return { kind: 'json', status: 200, body };
    }
    case 'refused':
      return unsaved(`Nog niet bewaard. ${outcome.unmet.map(({ detail }) => detail).join(' ')}`);
    default:
      return unsaved('Nog niet bewaard: u wijzigde dit ook ergens anders. Laad de pagina opnieuw.');
  }
}

/** Of a partnership that is gone. */
const noMonths: Months = { from: 5, to: 7 };

interface One {
  readonly school: Place;
  readonly months: Months;
  /** Of this school year. */
  readonly answer: YearlyAnswer | undefined;
}

type Asking = Pick<Sending, 'actor' | 'params' | 'database' | 'today'>;

async function findOne({ actor, params, database, today }: Asking): Promise<One | undefined> {
  const school = askedSchool(actor, params['code'] ?? '');
  if (school === undefined) return undefined;
  const [months = noMonths, answers] = await database.read(actor, (reader) =>
    Promise.all([getMonths(reader, actor.tenantId), findAnswers(reader, actor)]),
  );
  const year = schoolYearOf(today);
  return { school, months, answer: answers.find((one) => one.schoolId === school.id && one.year === year) };
}

function formPage(
  { today, csrf }: Pick<Sending, 'today' | 'csrf'>,
  { school, months, answer }: One,
  typed: Parameters<typeof YearlyForm>[0]['typed'],
  back: Back,
): Html {
  const year = schoolYearOf(today);
  const title = `Jaarvraag ${schoolYearName(year)}`;
  const open = isOpenOn(months, today);
  const body = (
    <>
      <Breadcrumb items={[{ href: yearlyPath, label: 'Jaarvraag' }]} />
      <h1>{title}</h1>
      <p class="lead">
        <bdi>{school.name}</bdi>
      </p>
      <p>{openWords(daysOf(months, year))}</p>
      {answer?.given === true && (
        <Notice tone="good" title="U hebt geantwoord">
          <p>{open ? 'U kunt uw antwoord nog wijzigen zolang de jaarvraag open staat.' : 'Dank u wel.'}</p>
        </Notice>
      )}
      {open ? (
        <>
          <ul>
            {whoReads.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <YearlyForm
            {...{ csrf, typed, ...back }}
            code={school.code}
            version={answer?.version}
            given={answer?.given ?? false}
          />
        </>
      ) : (
        <>
          {back.trouble.summary.length > 0 && (
            <Notice tone="warning" title="Dit is niet verstuurd">
              <p>{back.trouble.summary.map(({ message }) => message).join(' ')}</p>
            </Notice>
          )}
          {back.trouble.summary.length > 0 && <TypedBefore typed={typed} />}
          {answer?.given === true && <Given answer={answer} />}
        </>
      )}
    </>
  );
  return { kind: 'html', title, body, ...(back.status !== 200 && { status: back.status }) };
}
