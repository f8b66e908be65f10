import type { JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Filter, Paging, Search, Tabs } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty } from '../../platform/ui/parts.tsx';
import { usedWords } from '../similar/similar-list.tsx';
import { practiceAccess } from './practice.rules.ts';
import type { PracticeNote } from './practice.store.ts';
import { NoteState } from './practice-parts.tsx';

interface NoteListProps {
  readonly actor: Actor;
  readonly csrf: string;
  readonly view: 'mijn' | 'lezen' | undefined;
  readonly expertise: string | undefined;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  readonly notes: readonly PracticeNote[];
  readonly next: string | null;
  readonly first: boolean;
}

export function NoteList(props: NoteListProps): JSX.Element {
  const { actor, csrf, view, expertise, choices, notes, next, first } = props;
  const address = (more: Readonly<Record<string, string | undefined>>) => {
    const kept = Object.entries({ lijst: view, expertise, ...more }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return kept.length === 0 ? '/praktijkkaarten' : `/praktijkkaarten?${new URLSearchParams(kept)}`;
  };
  const tabs = [
    { href: '/praktijkkaarten', label: 'Alle kaarten', current: view === undefined },
    { href: '/praktijkkaarten?lijst=mijn', label: 'Van mij', current: view === 'mijn' },
    ...(hasRole(actor, ...practiceAccess.secondReader)
      ? [{ href: '/praktijkkaarten?lijst=lezen', label: 'Om mee te lezen', current: view === 'lezen' }]
      : []),
  ];
  return (
    <>
      <div class="title-row">
        <h1>Praktijkkaarten</h1>
        {hasRole(actor, ...practiceAccess.write) && (
          <LinkButton href="/praktijkkaarten/nieuw">Praktijkkaart schrijven</LinkButton>
        )}
      </div>
      <p class="lead">Wat al eens hielp, voor iedereen van het samenwerkingsverband. Zonder namen.</p>
      <search>
        <form class="filter" method="post" action="/zoeken" aria-label="Praktijkkaarten zoeken">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="soort" value="praktijkkaarten" />
          <Search name="q" label="Zoek in praktijkkaarten" />
          <div class="filter__buttons">
            <button class="button button--primary" type="submit">
              Zoek
            </button>
          </div>
        </form>
      </search>
      <Tabs label="Praktijkkaarten" items={tabs} />
      <Filter
        action="/praktijkkaarten"
        label="Praktijkkaarten filteren"
        clear={expertise === undefined ? undefined : address({ expertise: undefined })}
      >
        {view !== undefined && <input type="hidden" name="lijst" value={view} />}
        <Select
          name="expertise"
          label="Expertise"
          empty="Alle"
          value={expertise}
          options={choices.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filter>
      {notes.length === 0 ? (
        <Empty
          title={
            view === 'lezen' ? 'Er wacht geen praktijkkaart op u' : 'Hier staan nog geen praktijkkaarten'
          }
          text="Hielp een antwoord? Schrijf het op, dan vindt een ander het als die iets vergelijkbaars vraagt."
        />
      ) : (
        <>
          <h2 class="visually-hidden">Kaarten</h2>
          <CardList>
            {notes.map((note) => (
              <Card
                key={note.id}
                href={`/praktijkkaarten/${note.id}`}
                title={(note.published ?? note.open)?.title ?? 'Ingetrokken praktijkkaart'}
                badge={view === undefined ? undefined : <NoteState note={note} />}
                meta={note.published === null ? note.author.name : capital(usedWords(note.used))}
              />
            ))}
          </CardList>
        </>
      )}
      <Paging
        next={next === null ? undefined : address({ na: next })}
        first={first ? undefined : address({})}
      />
    </>
  );
}
