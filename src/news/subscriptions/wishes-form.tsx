import type { ComponentChildren, JSX } from 'preact';
import type { Fault } from '../../platform/input.ts';
import { type FrameLanguage, frameLanguages } from '../../platform/pure/languages.ts';
import type { Html } from '../../platform/route.ts';
import { Checkboxes, Radios } from '../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../platform/ui/form.tsx';
import { languageNames } from '../posts/languages.ts';
import type { Named } from '../posts/post.view.ts';
import { pageWords } from './subscription.words.ts';
import { frequencies, letterAudiences } from './wishes.ts';

/** What was chosen or typed, before it is known to be right. */
export interface TypedWishes {
  readonly language: string | undefined;
  readonly audiences: readonly string[];
  readonly topics: readonly string[];
  readonly frequency: string | undefined;
}

/** The last value typed under a name, and all of them. */
export const typedIn = (entries: readonly (readonly [string, string])[]) => {
  const all = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value);
  return { one: (name: string) => all(name).at(-1), all };
};

/** The faults of a form in a language: by field. */
export function faultWords(
  faults: readonly Fault[],
  language: FrameLanguage,
): (field: string) => string | undefined {
  const { wrongEmail, wrongAudience, wrongChoice } = pageWords[language];
  const words: Readonly<Record<string, string>> = { email: wrongEmail, audiences: wrongAudience };
  return (field) =>
    faults.some(({ location }) => location === field || location.startsWith(`${field}.`))
      ? (words[field] ?? wrongChoice)
      : undefined;
}

interface WishesProps {
  readonly language: FrameLanguage;
  readonly typed: TypedWishes;
  readonly choices: readonly Named[];
  readonly errorOf: (field: string) => string | undefined;
}

/** What somebody wants to get, how often and in which language. */
export function WishFields({ language, typed, choices, errorOf }: WishesProps): JSX.Element {
  const words = pageWords[language];
  return (
    <>
      <Checkboxes
        name="audiences"
        label={words.audience}
        values={typed.audiences}
        error={errorOf('audiences')}
        options={letterAudiences.map((value) => ({ value, ...words.audiences[value] }))}
      />
      {choices.length > 0 && (
        <Checkboxes
          name="topics"
          label={words.topics}
          hint={words.topicsHint}
          values={typed.topics}
          error={errorOf('topics')}
          options={choices.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Radios
        name="frequency"
        label={words.frequency}
        value={typed.frequency}
        error={errorOf('frequency')}
        options={frequencies.map((value) => ({ value, ...words.frequencies[value] }))}
      />
      <Radios
        name="language"
        label={words.language}
        hint={words.languageHint}
        value={typed.language}
        error={errorOf('language')}
        options={frameLanguages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </>
  );
}

const fields = ['email', 'audiences', 'topics', 'frequency', 'language'];
const noError = () => undefined;

/** A form of a visitor: what was wrong stands on top in their own language. */
export function VisitorForm(props: {
  readonly action: string;
  readonly csrf: string;
  readonly version?: number;
  readonly wrong: string | undefined;
  readonly errorOf?: WishesProps['errorOf'];
  readonly children: ComponentChildren;
}): JSX.Element {
  const { action, csrf, version, wrong, errorOf = noError, children } = props;
  const errors = fields.flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ field, message }];
  });
  return (
    <form class="form" method="post" action={action} noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      {version !== undefined && <input type="hidden" name="_version" value={version} />}
      <ErrorSummary errors={errors} title={wrong} />
      {children}
    </form>
  );
}

/** A page in the reader's language. */
export function pageIn(
  language: FrameLanguage,
  title: string,
  children: ComponentChildren,
  status = 200,
): Html {
  return {
    kind: 'html',
    status,
    title,
    language,
    body: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  };
}
