/** Asking for news by mail, without a log-in: the answer is the same whether the address was known or not. */
import type { JSX } from 'preact';
import type { ReadDatabase } from '../../platform/database.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { type FrameLanguage, frameLanguages, frameOf } from '../../platform/pure/languages.ts';
import { type Call, getPage, type Html, postPage, type Route } from '../../platform/route.ts';
import { TextField } from '../../platform/ui/fields.tsx';
import { Button } from '../../platform/ui/form.tsx';
import { findPartnerships, type Partnership } from '../../registers/index.ts';
import { languageNames } from '../posts/languages.ts';
import type { Named } from '../posts/post.view.ts';
import { askForLetters } from './subscription.actions.ts';
import { askInput, askQuery } from './subscription.input.ts';
import { findTopics } from './subscription.store.ts';
import { pageWords } from './subscription.words.ts';
import { usualWishes } from './wishes.ts';
import { faultWords, pageIn, type TypedWishes, typedIn, VisitorForm, WishFields } from './wishes-form.tsx';

const path = '/nieuws/abonneren';

export const askPages: readonly Route[] = [
  getPage(
    path,
    'public',
    async (call): Promise<Html> => {
      const { query, csrf } = call;
      const language = frameOf(query.taal);
      const ground = await groundOf(call, query.swv);
      if (ground.partnership === undefined) return whichPage(language, ground.all);
      const typed = { email: undefined, ...usualWishes, language };
      return askPage({
        ...ground,
        partnership: ground.partnership,
        language,
        typed,
        csrf,
        errorOf: noErrors,
      });
    },
    askQuery,
  ),
  postPage(path, 'public', askInput, async (call) => {
    const { input, deed, address, csrf } = call;
    const { one, all } = typedIn(input.typed);
    const language = frameOf(one('language'));
    const ground = await groundOf(call, one('swv'));
    if (ground.partnership === undefined) return { ...whichPage(language, ground.all), status: 422 };
    if (!input.parsed.ok) {
      const typed = {
        email: one('email'),
        language: one('language'),
        audiences: all('audiences'),
        topics: all('topics'),
        frequency: one('frequency'),
      };
      const errorOf = faultWords(input.parsed.faults, language);
      const { partnership } = ground;
      const wrong = pageWords[language].wrong;
      return { ...askPage({ ...ground, partnership, language, typed, csrf, errorOf, wrong }), status: 422 };
    }
    const { email, topics = [], ...wishes } = input.parsed.value;
    const asked = await askForLetters(deed, address, ground.partnership.id, email, { ...wishes, topics });
    if (asked === 'wait') {
      const { wait, waitText } = pageWords[language];
      return pageIn(language, wait, <p class="lead">{waitText}</p>, 429);
    }
    return { kind: 'redirect', to: `${path}/verzonden?taal=${language}` };
  }),
  getPage(
    `${path}/verzonden`,
    'public',
    async ({ query }) => {
      const language = frameOf(query.taal);
      const { sent, sentLead, sentText, back } = pageWords[language];
      return pageIn(
        language,
        sent,
        <>
          <p class="lead">{sentLead}</p>
          <p>{sentText}</p>
          <p>
            <a href="/nieuws">{back}</a>
          </p>
        </>,
      );
    },
    askQuery,
  ),
];

const noErrors = (): undefined => undefined;

interface Ground {
  readonly all: readonly Partnership[];
  readonly partnership: Partnership | undefined;
  readonly topics: readonly Named[];
}

/** Whose news it is: of the visitor's own partnership, of the host's, of the one asked for, or of the only one. */
async function groundOf(
  {
    actor,
    database,
    url,
  }: Pick<Call<Actor | undefined>, 'actor' | 'url'> & { readonly database: ReadDatabase },
  swv: string | undefined,
): Promise<Ground> {
  return database.read('visitor', async (reader) => {
    const all = await findPartnerships(reader);
    const partnership =
      all.find(({ id, hostName }) =>
        actor === undefined ? hostName === url.hostname : id === actor.tenantId,
      ) ??
      all.find(({ code, swvNumber }) => swv !== undefined && (code === swv || swvNumber === swv)) ??
      (all.length === 1 ? all[0] : undefined);
    const topics = partnership === undefined ? [] : await findTopics(reader, partnership.id);
    return { all, partnership, topics };
  });
}

function whichPage(language: FrameLanguage, all: readonly Partnership[]): Html {
  const title = pageWords[language].whichPartnership;
  return pageIn(
    language,
    title,
    <ul>
      {all.map(({ code, name }) => (
        <li key={code}>
          <a href={`${path}?swv=${encodeURIComponent(code)}&taal=${language}`}>{name}</a>
        </li>
      ))}
    </ul>,
  );
}

interface AskProps extends Omit<Ground, 'partnership'> {
  readonly partnership: Partnership;
  readonly language: FrameLanguage;
  readonly typed: TypedWishes & { readonly email: string | undefined };
  readonly csrf: string;
  readonly errorOf: (field: string) => string | undefined;
  readonly wrong?: string;
}

function askPage({ partnership, language, typed, topics, csrf, errorOf, wrong }: AskProps): Html {
  const words = pageWords[language];
  return pageIn(
    language,
    words.ask,
    <>
      <p class="lead">{words.askLead(partnership.name)}</p>
      <Languages current={language} code={partnership.code} />
      <VisitorForm action={path} csrf={csrf} {...{ wrong, errorOf }}>
        <input type="hidden" name="swv" value={partnership.code} />
        <TextField
          name="email"
          type="email"
          autocomplete="email"
          label={words.email}
          hint={words.emailHint}
          value={typed.email}
          error={errorOf('email')}
        />
        <WishFields language={language} typed={typed} choices={topics} errorOf={errorOf} />
        <p>{words.kept}</p>
        <div class="submit-row">
          <Button>{words.send}</Button>
        </div>
      </VisitorForm>
    </>,
  );
}

/** The same page in another language. */
function Languages({
  current,
  code,
}: {
  readonly current: FrameLanguage;
  readonly code: string;
}): JSX.Element {
  return (
    <p class="button-row">
      {frameLanguages
        .filter((one) => one !== current)
        .map((one) => (
          <a key={one} href={`${path}?swv=${encodeURIComponent(code)}&taal=${one}`} lang={one} hreflang={one}>
            {languageNames[one]}
          </a>
        ))}
    </p>
  );
}
