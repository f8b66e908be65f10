/** Documents ready to print: all that the reader may read of an agenda, as a page and as PDF. */
import type { JSX } from 'preact';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { capital, count } from '../../platform/pure/text.ts';
import { getPage, notFound, type Route } from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { type Agenda, readAgendaFiles } from './agenda.actions.ts';
import type { AgendaFile } from './agenda.store.ts';
import { ownConflicts } from './agenda.view.ts';
import { access } from './committee.access.ts';
import { committeeName } from './committee.words.ts';
import { fetchLetter } from './letter.actions.ts';
import { meetingTitle } from './meeting-page.tsx';
import { printedItem } from './print.view.ts';

export const printPages: readonly Route[] = [
  getPage('/acta/besluiten/:id/brief.pdf', access.letter, async ({ actor, deed, params }) => {
    const id = idOf(params);
    const file = id && (await fetchLetter(deed, actor, id));
    return file ? { kind: 'file', ...file } : notFound;
  }),
  getPage('/acta/:id/stukken', access.meetings, async ({ actor, deed, params }) => {
    const id = idOf(params);
    const agenda = id && (await readAgendaFiles(deed, actor, id));
    if (!agenda) return notFound;
    const title = `Stukken: ${meetingTitle(agenda.meeting).toLowerCase()}`;
    return { kind: 'html', title, body: <Files {...{ title, agenda, actor }} /> };
  }),
  getPage('/acta/:id/stukken.pdf', access.meetings, async ({ actor, deed, params, now }) => {
    const id = idOf(params);
    const agenda = id && (await readAgendaFiles(deed, actor, id));
    if (!agenda) return notFound;
    const body = await renderPdf('questions/committee/agenda.typ', printed(agenda, actor), { madeAt: now });
    return { kind: 'file', name: 'stukken.pdf', type: 'application/pdf', body };
  }),
];

const keptOutWords = (n: number) =>
  `Bij ${count(n, 'vraag', 'vragen')} op deze agenda doet u niet mee. Die stukken staan hier niet.`;

function printed(agenda: Agenda<AgendaFile>, actor: Actor): object {
  const kept = ownConflicts(agenda, actor);
  return {
    sender: actor.tenant.name,
    title: `${capital(committeeName(actor))}. ${meetingTitle(agenda.meeting)}`,
    lead: [
      'Vertrouwelijk. Bewaar deze stukken niet langer dan nodig is voor de vergadering.',
      ...(kept === 0 ? [] : [keptOutWords(kept)]),
    ],
    items: agenda.items.map((item, index) => printedItem(item, index + 1)),
  };
}

interface FilesProps {
  readonly title: string;
  readonly agenda: Agenda<AgendaFile>;
  readonly actor: Actor;
}

function Files({ title, agenda, actor }: FilesProps): JSX.Element {
  const { meeting, items } = agenda;
  const kept = ownConflicts(agenda, actor);
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/acta', label: capital(committeeName(actor)) },
          { href: `/acta/${meeting.id}`, label: meetingTitle(meeting) },
        ]}
      />
      <h1>{title}</h1>
      <p class="lead">Vertrouwelijk. Bewaar een afdruk niet langer dan nodig is voor de vergadering.</p>
      {kept > 0 && <Notice tone="info" title={keptOutWords(kept)} />}
      {items.length === 0 && <p>Op deze agenda staat geen vraag die u mag lezen.</p>}
      {items.map((item, index) => {
        const { heading, facts, parts } = printedItem(item, index + 1);
        return (
          <section key={item.questionId} class="stack">
            <h2 dir="auto">{heading}</h2>
            <Facts items={facts} />
            {parts.map((part) => (
              <section key={part.heading} class="stack">
                <h3>{part.heading}</h3>
                <Prose text={part.text} />
              </section>
            ))}
          </section>
        );
      })}
    </>
  );
}
