import type { ComponentChildren, JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { Badge, Prose } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { Timeline, type TimelineItem } from '../../platform/ui/timeline.tsx';
import { mayFetchLetter } from '../committee/committee.access.ts';
import { entryWords } from '../entry.words.ts';
import type { Status } from '../question.rules.ts';
import type { Decision, Entry, QuestionRow } from '../question.store.ts';
import { choiceWords, relationWordsIn, urgencyWords } from '../question.words.ts';
import { dagdelen } from './asked.tsx';
import { StatusBadge } from './question-parts.tsx';

interface QuestionTimelineProps {
  readonly question: QuestionRow;
  readonly actor: Actor;
}

/** Everything that was said and done, the same for everybody who reads along. */
export function QuestionTimeline({ question, actor }: QuestionTimelineProps): JSX.Element {
  const { labels } = actor.tenant;
  const relations = relationWordsIn(labels);
  const asked: TimelineItem = {
    id: 'gesteld',
    at: question.askedAt,
    when: showMoment(question.askedAt),
    who: relations.author,
    title: `${question.author?.name ?? 'Iemand'} stelde de vraag`,
  };
  const items = question.entries.map((entry, nth): TimelineItem => {
    const before = question.entries[nth - 1]?.toStatus ?? 'draft';
    return {
      id: `v${entry.version}`,
      at: entry.at,
      when: showMoment(entry.at),
      who: entry.relation === 'system' ? 'Kortelijn' : relations[entry.relation],
      title: titleOf(entry),
      badge: badgeOf(entry, before, labels),
      body: <EntryBody entry={entry} letter={mayFetchLetter(question.relations)} />,
    };
  });
  return <Timeline items={[asked, ...items]} />;
}

function titleOf(entry: Entry): string {
  const who = entry.person?.name ?? 'Iemand';
  const whom = entry.specialist?.name ?? 'een specialist';
  switch (entry.step) {
    case 'think_along':
      if (entry.choice === 'accepted') return `${who} denkt mee`;
      return entry.choice === 'declined'
        ? `${who} kan niet meedenken`
        : `${who} vroeg ${whom} om mee te denken`;
    case 'assign':
      return `${who} wees ${whom} toe`;
    case 'hand_over':
      return `${who} droeg het werk over aan ${whom}`;
    default:
      return `${who} ${entryWords[entry.step]}`;
  }
}

/** What was chosen, and where the question went when it moved. */
function badgeOf(entry: Entry, before: Status, labels: Actor['tenant']['labels']): ComponentChildren {
  const chosen = entry.choice !== null && entry.step !== 'think_along' && (
    <Badge label={choiceWords[entry.choice] ?? entry.choice} />
  );
  return (
    <>
      {chosen}
      {entry.toStatus !== before && <StatusBadge status={entry.toStatus} labels={labels} />}
    </>
  );
}

interface EntryBodyProps {
  readonly entry: Entry;
  /** The reader may fetch the letter about a decision. */
  readonly letter: boolean;
}

function EntryBody({ entry, letter }: EntryBodyProps): JSX.Element | null {
  const facts = factsOf(entry);
  return (
    <>
      {facts.length > 0 && <Facts items={facts} />}
      {entry.decision !== null && <DecisionFacts decision={entry.decision} />}
      {entry.text !== null && <Prose text={entry.text} />}
      {entry.decision !== null && letter && (
        <p>
          <a href={`/acta/besluiten/${entry.decision.id}/brief.pdf`}>Brief over dit besluit (pdf)</a>.
          Verstuur de brief op de dag dat u hem ophaalt: vanaf dan loopt de tijd om bezwaar te maken.
        </p>
      )}
      {entry.nextStep !== null && (
        <div>
          <p class="said">Volgende stap</p>
          <Prose text={entry.nextStep} />
        </div>
      )}
    </>
  );
}

interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** What the step carries besides words. */
function factsOf(entry: Entry): readonly Fact[] {
  const { step, urgency, onDate, untilDate, role, from } = entry;
  return [
    ...(urgency === null ? [] : [{ label: 'Haast', value: urgencyWords[urgency] }]),
    ...(entry.dagdelen === null ? [] : [{ label: 'Omvang', value: dagdelen(entry.dagdelen) }]),
    ...(role === null ? [] : [{ label: 'Rol', value: role }]),
    ...(step === 'start' && onDate !== null ? [{ label: 'Eerste contact', value: showDate(onDate) }] : []),
    ...(step === 'assign' && onDate !== null
      ? [{ label: 'Periode', value: showPeriod(onDate, untilDate) }]
      : []),
    ...(step === 'extend' && untilDate !== null ? [{ label: 'Tot en met', value: showDate(untilDate) }] : []),
    ...(from === null ? [] : [{ label: 'Van', value: <bdi>{from.name}</bdi> }]),
  ];
}

const categories = ['', 'laag', 'midden', 'hoog'];

/** A decision; of a TLV only the outcome, and the opinions only for who may know them. */
export function DecisionFacts({ decision }: { readonly decision: Decision }): JSX.Element {
  const { kind, granted, budget, from, to, tlv } = decision;
  const opinion = (on: string, by: string) => `aanwezig, ${showDate(on)}, ${by}`;
  return (
    <Facts
      items={[
        {
          label: 'Besluit',
          value: `${choiceWords[kind] ?? kind} ${granted ? 'toegekend' : 'niet toegekend'}`,
        },
        ...(decision.dagdelen === null ? [] : [{ label: 'Omvang', value: dagdelen(decision.dagdelen) }]),
        ...(budget === null
          ? []
          : [
              {
                label: 'Budget',
                value: budget.toLocaleString('nl-NL', { style: 'currency', currency: 'EUR' }),
              },
            ]),
        ...(from === null ? [] : [{ label: 'Geldt', value: showPeriod(from, to) }]),
        ...(tlv === null
          ? []
          : [
              {
                label: 'Soort school',
                value:
                  tlv.category === null
                    ? tlv.schoolType
                    : `${tlv.schoolType}, categorie ${categories[tlv.category]}`,
              },
              { label: 'Eigen dossiernummer', value: <bdi>{tlv.caseNumber}</bdi> },
              { label: 'Eerste deskundige', value: opinion(tlv.firstOpinionOn, tlv.firstOpinionBy) },
              { label: 'Tweede deskundige', value: opinion(tlv.secondOpinionOn, tlv.secondOpinionBy) },
            ]),
      ]}
    />
  );
}
