/** The role profiles of a partnership, and a new one. */
import { z } from 'zod';
import { cursorQuery } from '../../platform/paging.ts';
import { pageOf } from '../../platform/pure/cursor.ts';
import { getPage, type PageAnswer, postPage, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb, Paging } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { backFrom } from '../form.ts';
import { writeProfile } from './profile.actions.ts';
import { currentEdition, openEdition } from './profile.facts.ts';
import { profileInput } from './profile.input.ts';
import { mayTakeEditionStep, profileWriters } from './profile.rules.ts';
import { findProfiles } from './profile.store.ts';
import { profileLabels } from './profile.words.ts';
import { profileForm } from './profile-form.tsx';
import { EditionBadge, profilePath, profilesPath, sinceWords } from './profile-parts.tsx';

const perPage = 50;
const newPath = `${profilesPath}/nieuw`;

export const profileListPages: readonly Route[] = [
  getPage(
    profilesPath,
    'member',
    async ({ actor, database, query, today }): Promise<PageAnswer> => {
      const found = await database.read(actor, (reader) =>
        findProfiles(reader, actor, { limit: perPage, after: query.na }),
      );
      const { items: profiles, next } = pageOf(found, perPage, ({ name }) => name);
      const writes = mayTakeEditionStep(
        'write',
        actor.appointments.map(({ role }) => role),
      );
      const fresh = writes && <LinkButton href={newPath}>Nieuw functieprofiel</LinkButton>;
      return {
        kind: 'html',
        title: 'Functieprofielen',
        body: (
          <>
            <Breadcrumb items={[{ href: '/ontwikkeling', label: 'Ontwikkeling' }]} />
            <div class="title-row">
              <h1>Functieprofielen</h1>
              {fresh}
            </div>
            <p class="lead">Wat iemand in een rol doet. Van elke versie ziet u wat er veranderde.</p>
            {profiles.length === 0 ? (
              <Empty
                title="Er is nog geen functieprofiel"
                text="Zodra er een is vastgesteld, leest u het hier."
              />
            ) : (
              <>
                <h2 class="visually-hidden">Alle functieprofielen</h2>
                <CardList>
                  {profiles.map((profile) => {
                    const current = currentEdition(profile, today);
                    const open = openEdition(profile);
                    return (
                      <Card
                        key={profile.id}
                        title={profile.name}
                        href={profilePath(profile.id)}
                        badge={open && <EditionBadge edition={open} />}
                        meta={current === undefined ? 'Nog niet vastgesteld' : sinceWords(current, today)}
                      />
                    );
                  })}
                </CardList>
              </>
            )}
            <Paging
              next={next === null ? undefined : `${profilesPath}?na=${next}`}
              first={query.na && profilesPath}
            />
          </>
        ),
      };
    },
    z.object({ na: cursorQuery.catch(undefined) }),
  ),
  getPage(newPath, profileWriters, async ({ actor, csrf }) => profileForm({ actor, csrf, typed: [] })),
  postPage(
    newPath,
    profileWriters,
    profileInput,
    async ({ actor, deed, csrf, input }): Promise<PageAnswer> => {
      const { parsed, typed } = input;
      const outcome = parsed.ok ? await writeProfile(deed, actor, parsed.value) : undefined;
      if (outcome?.outcome === 'taken')
        return {
          kind: 'redirect',
          to: profilePath(outcome.id),
          flash: { tone: 'good', text: 'Bewaard als concept. Leg het voor als het klaar is.' },
        };
      return profileForm({
        actor,
        csrf,
        typed,
        ...backFrom(parsed, outcome, profileLabels, { nameFree: ['name'] }),
      });
    },
  ),
];
