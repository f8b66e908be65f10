/** The files of an agenda to print, for page and PDF alike: pure. */
import { showDate, showMoment } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { entryWords } from '../entry.words.ts';
import type { StepName } from '../question.rules.ts';
import { levelWords, urgencyWords } from '../question.words.ts';
import type { AgendaFile, Said } from './agenda.store.ts';
import { fileWords, pupilFacts } from './agenda-item.tsx';
import { kindWords } from './committee.words.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One question with all that its reader may read of it. */
export interface PrintedItem {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
}

export function printedItem(item: AgendaFile, nth: number): PrintedItem {
  const { title, need, triedSoFar, said, submittedOn, requestedDagdelen, expertise, alongside } = item;
  const facts: readonly (Fact | false)[] = [
    { label: 'School', value: item.school.name },
    { label: 'Nummer', value: item.number },
    { label: 'Soort', value: `${kindWords[item.kind]}. ${levelWords[item.level]}.` },
    { label: 'Haast', value: urgencyWords[item.urgency] },
    { label: 'Dossier', value: fileWords(item) },
    submittedOn !== null && { label: 'Ingediend', value: showDate(submittedOn) },
    ...pupilFacts(item),
    expertise.length > 0 && { label: 'Expertise', value: list(expertise) },
    requestedDagdelen !== null && { label: 'Gevraagd', value: `${requestedDagdelen} dagdelen` },
    alongside.length > 0 && { label: 'Denken of werken mee', value: list(alongside) },
  ];
  const parts = [
    { heading: 'Wat is de vraag?', text: need },
    { heading: 'Wat is al geprobeerd?', text: triedSoFar },
    ...said.map((one) => ({ heading: saidBy(one), text: one.text })),
  ];
  return {
    heading: `${nth}. ${title ?? 'Vraag over een leerling'}`,
    facts: facts.filter((fact) => fact !== false),
    parts: parts.flatMap(({ heading, text }) => (text ? [{ heading, text }] : [])),
  };
}

const saidBy = ({ at, name, step }: Said) =>
  `${showMoment(at)}: ${name ?? 'iemand'} ${entryWords[step as StepName] ?? ''}`.trimEnd();
