/** Addresses that posts had on an older site: kept by writers, so that links of others go on working. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { newId } from '../../platform/ids.ts';
import { text } from '../../platform/input.ts';
import { getPage, type Html, notFound, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { TextField } from '../../platform/ui/fields.tsx';
import { errorOf, Form, type FormError, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Empty } from '../../platform/ui/parts.tsx';
import { writers } from '../posts/post.access.ts';
import { addressOfPost } from '../posts/text.rules.ts';
import { keepAddress, removeAddress } from './old-address.actions.ts';
import { findOldAddresses, type OldAddress } from './old-address.store.ts';

const path = '/nieuws/adressen';
const input = z.object({ old: text(500), post: text(500) });

export const oldAddressPages: readonly Route[] = [
  getPage(path, writers, async ({ actor, database, csrf }) =>
    show(await database.read(actor, (reader) => findOldAddresses(reader, actor)), csrf, {}, []),
  ),
  postPage(
    path,
    writers,
    input,
    async ({ actor, deed, database, input: sent, csrf }): Promise<PageAnswer> => {
      const { parsed, typed } = sent;
      const values = Object.fromEntries(typed);
      const again = async (errors: readonly FormError[]): Promise<Html> => ({
        ...show(
          await database.read(actor, (reader) => findOldAddresses(reader, actor)),
          csrf,
          values,
          errors,
        ),
        status: 422,
      });
      if (!parsed.ok)
        return again(parsed.faults.map(({ location, detail }) => ({ field: location, message: detail })));
      const outcome = await keepAddress(deed, actor, parsed.value);
      if (outcome !== 'taken') return again([refusals[outcome]]);
      return {
        kind: 'redirect',
        to: path,
        flash: { tone: 'good', text: 'Het oude adres leidt nu naar het bericht.' },
      };
    },
  ),
  postPage(
    `${path}/weghalen`,
    writers,
    z.object({ old: text(500) }),
    async ({ actor, deed, input: sent }) => {
      if (!sent.parsed.ok || !(await removeAddress(deed, actor, sent.parsed.value.old))) return notFound;
      return {
        kind: 'redirect',
        to: path,
        flash: { tone: 'good', text: 'Het oude adres leidt nergens meer heen.' },
      };
    },
  ),
];

const refusals: Readonly<Record<'noPath' | 'noPost' | 'taken already', FormError>> = {
  noPath: { field: 'old', message: 'Vul het oude adres in, zoals https://onzesite.example/actueel/bericht.' },
  noPost: {
    field: 'post',
    message: 'Vul het adres van een bericht van u in, zoals het in de adresbalk staat.',
  },
  'taken already': { field: 'old', message: 'Dit oude adres leidt al naar een bericht. Haal het eerst weg.' },
};

function show(
  addresses: readonly OldAddress[],
  csrf: string,
  typed: Readonly<Record<string, string>>,
  errors: readonly FormError[],
): Html {
  return {
    kind: 'html',
    title: 'Oude adressen',
    body: <OldAddresses {...{ addresses, csrf, typed, errors }} />,
  };
}

interface OldAddressesProps {
  readonly addresses: readonly OldAddress[];
  readonly csrf: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
}

function OldAddresses({ addresses, csrf, typed, errors }: OldAddressesProps): JSX.Element {
  return (
    <>
      <Breadcrumb items={[{ href: '/nieuws/schrijven', label: 'Berichten schrijven' }]} />
      <h1>Oude adressen</h1>
      <p class="lead">
        Stond een bericht eerder op een andere plek? Dan komt wie het oude adres volgt vanzelf bij het
        bericht.
      </p>
      <Form action={path} csrf={csrf} errors={errors} idempotencyKey={newId()}>
        <TextField
          name="old"
          label="Oud adres"
          hint="Het hele adres, of het deel vanaf de eerste schuine streep."
          value={typed['old'] ?? ''}
          error={errorOf(errors, 'old')}
        />
        <TextField
          name="post"
          label="Adres van het bericht nu"
          value={typed['post'] ?? ''}
          error={errorOf(errors, 'post')}
        />
        <SubmitRow primary="Bewaar" cancel="/nieuws/schrijven" />
      </Form>
      <h2>Adressen die wij onthouden</h2>
      {addresses.length === 0 ? (
        <Empty title="Nog geen oude adressen" text="Wat u bewaart, staat hier." />
      ) : (
        <ul>
          {addresses.map(({ path: old, code, slug, title }) => (
            <li key={old}>
              <code dir="ltr">{old}</code> leidt naar <a href={addressOfPost(slug, code)}>{title}</a>
              <form method="post" action={`${path}/weghalen`}>
                <input type="hidden" name="_csrf" value={csrf} />
                <input type="hidden" name="old" value={old} />
                <button class="button button--quiet" type="submit">
                  Haal weg<span class="visually-hidden">{`: ${old}`}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
