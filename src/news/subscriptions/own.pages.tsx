/** Behind the link of a letter: confirm, change, stop. A GET changes nothing, since mail programs open links to look at them. */
import { z } from 'zod';
import { frameOf } from '../../platform/pure/languages.ts';
import { getPage, type Html, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { Button, LinkButton } from '../../platform/ui/form.tsx';
import { changeLetters, confirmLetters, stopLetters } from './subscription.actions.ts';
import { askQuery, changeInput } from './subscription.input.ts';
import { type Behind, findBehind } from './subscription.store.ts';
import { pageWords } from './subscription.words.ts';
import { faultWords, pageIn, type TypedWishes, typedIn, VisitorForm, WishFields } from './wishes-form.tsx';

const path = '/nieuws/abonnement/:secret';
const secretIn = (params: Readonly<Record<string, string>>) => params['secret'] ?? '';
const addressOf = (secret: string) => `/nieuws/abonnement/${encodeURIComponent(secret)}`;

export const ownPages: readonly Route[] = [
  getPage(
    path,
    'public',
    async ({ database, params, csrf, query }): Promise<Html> => {
      const secret = secretIn(params);
      const behind = await database.read('visitor', (reader) => findBehind(reader, secret));
      if (behind === undefined) return unknownPage(query.taal);
      return behind.confirmed
        ? changePage({ secret, behind, csrf, typed: behind, errorOf: () => undefined })
        : confirmPage(secret, behind, csrf);
    },
    askQuery,
  ),
  postPage(`${path}/bevestigen`, 'public', z.object({}), async ({ database, params, deed }) => {
    const secret = secretIn(params);
    if (!(await confirmLetters(deed, secret))) return unknownPage(undefined);
    const behind = await database.read('visitor', (reader) => findBehind(reader, secret));
    const text = pageWords[frameOf(behind?.language)].confirmed;
    return { kind: 'redirect', to: addressOf(secret), flash: { tone: 'good', text } };
  }),
  postPage(path, 'public', changeInput, async (call): Promise<PageAnswer> => {
    const { database, params, deed, input, csrf } = call;
    const secret = secretIn(params);
    const behind = await database.read('visitor', (reader) => findBehind(reader, secret));
    if (behind?.confirmed !== true) return unknownPage(undefined);
    if (!input.parsed.ok) {
      const { one, all } = typedIn(input.typed);
      const typed = {
        language: one('language'),
        audiences: all('audiences'),
        topics: all('topics'),
        frequency: one('frequency'),
      };
      const language = frameOf(behind.language);
      const errorOf = faultWords(input.parsed.faults, language);
      const wrong = pageWords[language].wrong;
      return { ...changePage({ secret, behind, csrf, typed, errorOf, wrong }), status: 422 };
    }
    const { topics = [], ...wishes } = input.parsed.value;
    const outcome = await changeLetters(deed, secret, { ...wishes, topics });
    if (outcome === 'unknown') return unknownPage(undefined);
    const { saved, stale } = pageWords[wishes.language];
    const flash =
      outcome === 'changed'
        ? ({ tone: 'good', text: saved } as const)
        : ({ tone: 'warning', text: stale } as const);
    return { kind: 'redirect', to: addressOf(secret), flash };
  }),
  getPage(
    `${path}/stoppen`,
    'public',
    async ({ database, params, csrf, query }): Promise<Html> => {
      const secret = secretIn(params);
      const behind = await database.read('visitor', (reader) => findBehind(reader, secret));
      if (behind === undefined) return unknownPage(query.taal);
      const language = frameOf(behind.language);
      const { stop, stopLead } = pageWords[language];
      return pageIn(
        language,
        stop,
        <>
          <p class="lead">{stopLead}</p>
          <Stop secret={secret} behind={behind} csrf={csrf} />
        </>,
      );
    },
    askQuery,
  ),
  // RFC 8058: mail programs send this by themselves, without a cookie. What was stopped before is answered the same.
  postPage(`${path}/stoppen`, 'public', z.object({}), async ({ database, params, deed }) => {
    const secret = secretIn(params);
    const behind = await database.read('visitor', (reader) => findBehind(reader, secret));
    await stopLetters(deed, secret);
    const language = frameOf(behind?.language);
    const { stopped, stoppedLead, back } = pageWords[language];
    return pageIn(
      language,
      stopped,
      <>
        <p class="lead">{stoppedLead}</p>
        <p>
          <a href="/nieuws">{back}</a>
        </p>
      </>,
    );
  }),
];

function unknownPage(taal: string | undefined): Html {
  const language = frameOf(taal);
  const { unknown, unknownText, ask } = pageWords[language];
  return pageIn(
    language,
    unknown,
    <>
      <p class="lead">{unknownText}</p>
      <p>
        <a href="/nieuws/abonneren">{ask}</a>
      </p>
    </>,
    404,
  );
}

interface StopProps {
  readonly secret: string;
  readonly behind: Behind;
  readonly csrf: string;
}

function Stop({ secret, behind, csrf }: StopProps) {
  return (
    <VisitorForm action={`${addressOf(secret)}/stoppen`} csrf={csrf} wrong={undefined}>
      <div class="submit-row">
        <Button kind="danger">{pageWords[frameOf(behind.language)].stopButton}</Button>
      </div>
    </VisitorForm>
  );
}

function confirmPage(secret: string, behind: Behind, csrf: string): Html {
  const language = frameOf(behind.language);
  const { confirm, confirmLead, confirmButton, audiences, frequencies, kept } = pageWords[language];
  return pageIn(
    language,
    confirm,
    <>
      <p class="lead">{confirmLead(behind.partnership.name, behind.address)}</p>
      <ul>
        {behind.audiences.map((one) => (
          <li key={one}>{audiences[one].label}</li>
        ))}
        {behind.choices
          .filter(({ code }) => behind.topics.includes(code))
          .map(({ code, name }) => (
            <li key={code}>{name}</li>
          ))}
        <li>{frequencies[behind.frequency].label}</li>
      </ul>
      <VisitorForm action={`${addressOf(secret)}/bevestigen`} csrf={csrf} wrong={undefined}>
        <p>{kept}</p>
        <div class="submit-row">
          <Button>{confirmButton}</Button>
        </div>
      </VisitorForm>
    </>,
  );
}

interface ChangeProps extends StopProps {
  readonly typed: TypedWishes;
  readonly errorOf: (field: string) => string | undefined;
  readonly wrong?: string;
}

function changePage({ secret, behind, csrf, typed, errorOf, wrong }: ChangeProps): Html {
  const language = frameOf(behind.language);
  const words = pageWords[language];
  return pageIn(
    language,
    words.own,
    <>
      <p class="lead">{words.ownLead(behind.partnership.name, behind.address)}</p>
      <VisitorForm action={addressOf(secret)} csrf={csrf} version={behind.version} {...{ wrong, errorOf }}>
        <WishFields language={language} typed={typed} choices={behind.choices} errorOf={errorOf} />
        <div class="submit-row">
          <Button>{words.save}</Button>
          <LinkButton href={`${addressOf(secret)}/stoppen`} kind="secondary">
            {words.stop}
          </LinkButton>
        </div>
      </VisitorForm>
    </>,
  );
}
