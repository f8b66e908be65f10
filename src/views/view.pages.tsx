/** The lists that somebody kept as they filtered them. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { faultErrors } from '../platform/form/form-errors.ts';
import { typedValue } from '../platform/form/typed.ts';
import { type Entries, idOf } from '../platform/input.ts';
import {
  getPage,
  type Html,
  notFound,
  type PageAnswer,
  type PageRoute,
  postPage,
  type Route,
} from '../platform/route.ts';
import { TextField } from '../platform/ui/fields.tsx';
import { Button, errorOf, Form, type FormError, SubmitRow } from '../platform/ui/form.tsx';
import { Breadcrumb } from '../platform/ui/navigate.tsx';
import { Card, CardList, Empty, Notice } from '../platform/ui/parts.tsx';
import { viewsPath } from '../platform/ui/save-view.tsx';
import { answers } from './answers.ts';
import { forgetView, saveView } from './view.actions.ts';
import { viewInput } from './view.input.ts';
import { findViews, getView, type SavedView } from './view.store.ts';
import { notKeptWords, tooManyWords } from './view.words.ts';

const viewPath = (id: string) => `${viewsPath}/${id}`;
const labels = { name: 'Naam van deze weergave', address: 'Weergave' };
const crumbs = [{ href: viewsPath, label: 'Uw weergaven' }];

/** @param routes every door of the site, so that an address which no longer answers is known */
export const viewPages = (routes: () => readonly Route[]): readonly PageRoute[] => [
  getPage(viewsPath, 'member', async ({ actor, database, csrf }) => {
    const views = await database.read(actor, (reader) => findViews(reader, actor));
    return { kind: 'html', title: 'Uw weergaven', body: <Views views={views} csrf={csrf} /> };
  }),
  postPage(viewsPath, 'member', viewInput, async ({ actor, deed, input, csrf }): Promise<PageAnswer> => {
    const again = (...errors: readonly FormError[]) => notSaved(input.typed, csrf, errors);
    if (!input.parsed.ok) return again(...faultErrors(input.parsed.faults, labels));
    const { value } = input.parsed;
    if (!answers(routes(), actor, value.address)) return again({ message: notKeptWords });
    const { outcome } = await saveView(deed, actor, value);
    if (outcome === 'tooMany') return again({ message: tooManyWords });
    if (outcome === 'keyReused') return again({ message: 'U verstuurde dit formulier al eerder.' });
    return { kind: 'redirect', to: viewsPath, flash: { tone: 'good', text: 'De weergave is bewaard.' } };
  }),
  getPage(viewPath(':id'), 'member', async ({ actor, params, database, csrf }): Promise<PageAnswer> => {
    const id = idOf(params);
    const view =
      id === undefined ? undefined : await database.read(actor, (reader) => getView(reader, actor, id));
    if (view === undefined) return notFound;
    if (answers(routes(), actor, view.address)) return { kind: 'redirect', to: view.address };
    return { kind: 'html', title: 'Deze weergave is er niet meer', body: <Gone view={view} csrf={csrf} /> };
  }),
  postPage(
    `${viewPath(':id')}/verwijderen`,
    'member',
    z.object({}),
    async ({ actor, params, deed }): Promise<PageAnswer> => {
      const id = idOf(params);
      if (id === undefined || !(await forgetView(deed, actor, id))) return notFound;
      return { kind: 'redirect', to: viewsPath, flash: { tone: 'good', text: 'De weergave is verwijderd.' } };
    },
  ),
];

interface ViewsProps {
  readonly views: readonly SavedView[];
  readonly csrf: string;
}

function Views({ views, csrf }: ViewsProps): JSX.Element {
  return (
    <>
      <h1>Uw weergaven</h1>
      <p class="lead">Lijsten zoals u ze filterde. Alleen u ziet ze.</p>
      {views.length === 0 ? (
        <Empty
          title="U hebt nog geen weergaven"
          text="Filter een lijst, zoals de vragen of de resultaten, en kies daar «Bewaar deze weergave»."
        />
      ) : (
        <>
          <h2 class="visually-hidden">Alle weergaven</h2>
          <CardList>
            {views.map((view) => (
              <Card key={view.id} title={view.name} href={viewPath(view.id)}>
                <Remove view={view} csrf={csrf} />
              </Card>
            ))}
          </CardList>
        </>
      )}
    </>
  );
}

function Remove({ view, csrf }: { readonly view: SavedView; readonly csrf: string }): JSX.Element {
  return (
    <form class="card__action" method="post" action={`${viewPath(view.id)}/verwijderen`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <Button kind="quiet">
        Verwijder<span class="visually-hidden"> {view.name}</span>
      </Button>
    </form>
  );
}

function Gone({ view, csrf }: { readonly view: SavedView; readonly csrf: string }): JSX.Element {
  return (
    <>
      <Breadcrumb items={crumbs} />
      <h1>Deze weergave is er niet meer</h1>
      <Notice tone="warning" title={`«${view.name}» leidt nergens meer heen`}>
        <p>De lijst is veranderd, of u mag haar niet meer openen. U kunt de weergave verwijderen.</p>
      </Notice>
      <Remove view={view} csrf={csrf} />
    </>
  );
}

/** The form again, with what was wrong: it was folded into a page that is not this one. */
function notSaved(typed: Entries, csrf: string, errors: readonly FormError[]): Html {
  const address = typedValue(typed, 'address') ?? '';
  return {
    kind: 'html',
    status: 422,
    title: 'Weergave bewaren',
    body: (
      <>
        <Breadcrumb items={crumbs} />
        <h1>Weergave bewaren</h1>
        <Form action={viewsPath} csrf={csrf} errors={errors}>
          <input type="hidden" name="address" value={address} />
          <TextField
            name="name"
            label={labels.name}
            value={typedValue(typed, 'name')}
            error={errorOf(errors, 'name')}
          />
          <SubmitRow primary="Bewaar" cancel={viewsPath} />
        </Form>
      </>
    ),
  };
}
