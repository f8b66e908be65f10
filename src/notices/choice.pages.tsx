import { getPage, type Html, postPage, type Route } from '../platform/route.ts';
import { Select } from '../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../platform/ui/form.tsx';
import { Breadcrumb } from '../platform/ui/navigate.tsx';
import { chooseMail, readChoices } from './notice.actions.ts';
import { choicesInput } from './notice.input.ts';
import { type Choice, choices, type NoticeKind, noticeKinds } from './notice.rules.ts';
import { choiceWords, kindWords } from './notice.words.ts';

const path = '/mijn/meldingen';

type Values = Readonly<Partial<Record<NoticeKind, string>>>;

/** What somebody gets by mail: their own choice for each kind of notice. */
export const choicePages: readonly Route[] = [
  getPage(path, 'member', async ({ actor, database, csrf }) => {
    const chosen = await database.read(actor, (reader) => readChoices(reader, actor));
    return formPage(chosen, [], csrf);
  }),
  postPage(path, 'member', choicesInput, async ({ actor, deed, input, csrf }) => {
    if (!input.parsed.ok) {
      const errors = input.parsed.faults.map(({ location, detail }) => ({
        field: location,
        message: detail,
      }));
      return { ...formPage(Object.fromEntries(input.typed), errors, csrf), status: 422 };
    }
    await chooseMail(deed, actor, input.parsed.value);
    return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'Uw keuzes zijn opgeslagen.' } };
  }),
];

const options = choices.map((value: Choice) => ({ value, label: choiceWords[value] }));

function formPage(values: Values, errors: readonly FormError[], csrf: string): Html {
  const body = (
    <>
      <Breadcrumb items={[{ href: '/mijn', label: 'Mijn gegevens' }]} />
      <h1>Wat krijg ik per e-mail?</h1>
      <p class="lead">
        In een e-mail staat alleen dat er iets nieuws is, met een link. Nooit een naam, nooit waar het over
        gaat. Hier in Kortelijn staan uw berichten altijd.
      </p>
      <p>
        Direct is binnen een paar minuten. Het overzicht komt op schooldagen om zeven uur, en alleen als er
        iets is dat u nog niet las. Wat u één keer per week wilt weten, staat in het overzicht van de eerste
        schooldag van de week. Over wat u zelf doet, krijgt u niets.
      </p>
      <Form action={path} csrf={csrf} errors={errors}>
        {noticeKinds.map((kind) => (
          <Select
            key={kind}
            name={kind}
            label={kindWords[kind].label}
            hint={kindWords[kind].hint}
            value={values[kind]}
            error={errorOf(errors, kind)}
            options={options}
          />
        ))}
        <SubmitRow primary="Sla op" cancel="/berichten" />
      </Form>
    </>
  );
  return { kind: 'html', title: 'Wat krijg ik per e-mail?', body };
}
