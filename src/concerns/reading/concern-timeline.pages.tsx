import type { ComponentChildren, JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { dayOf, showDate, showMoment, showPeriod } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { Badge, Prose, StateBadge, type StateTone } from '../../platform/ui/parts.tsx';
import { Timeline, type TimelineItem } from '../../platform/ui/timeline.tsx';
import { roleName } from '../../registers/index.ts';
import type { Blackened } from '../blackening/blacken.store.ts';
import { placeName, reasonWords } from '../blackening/blacken.words.ts';
import type { About, Status } from '../concern.rules.ts';
import type { ConcernRow, Entry } from '../concern.store.ts';
import { choiceWords, wordsAbout } from '../concern.words.ts';
import { parties } from '../concern-parties.words.ts';
import { type Asked, askedItems, nothingAsked } from '../questions/asked.tsx';
import { Agreements, type Foot } from './agreements.tsx';
import type { HandOver } from './hand-over.store.ts';
import { relationName } from './readers.pages.tsx';

const statusTones: Record<Status, StateTone> = {
  noted: 'quiet',
  with_director: 'waiting',
  working: 'busy',
  board_proposed: 'waiting',
  with_board: 'busy',
  resolved: 'good',
  closed: 'done',
};

interface StatusBadgeProps {
  readonly status: Status;
  readonly about: About;
}

export function StatusBadge({ status, about }: StatusBadgeProps): JSX.Element {
  return <StateBadge tone={statusTones[status]} label={wordsAbout[about].status[status]} />;
}

/** Everything that was said and done, the same for everybody who reads along. */
export function ConcernTimeline({
  concern,
  blackened = [],
  handOvers = [],
  questions = nothingAsked,
  foot,
  actor,
}: {
  readonly concern: ConcernRow;
  readonly blackened?: readonly Blackened[];
  readonly handOvers?: readonly HandOver[];
  readonly questions?: Asked;
  readonly foot?: Foot | undefined;
  readonly actor: Actor;
}): JSX.Element {
  const { labels } = actor.tenant;
  const noted: TimelineItem = {
    id: 'genoteerd',
    at: concern.notedAt,
    when: showMoment(concern.notedAt),
    who: relationName('author', labels, concern.about),
    title: `${concern.author.name} noteerde de zorg`,
  };
  const items = concern.entries.map((entry, nth): TimelineItem => {
    const before = concern.entries[nth - 1]?.toStatus ?? 'noted';
    const said = wordsAbout[concern.about].entry[entry.step];
    return {
      id: `v${entry.version}`,
      at: entry.at,
      when: showMoment(entry.at),
      who: relationName(entry.relation, labels, concern.about),
      title: entry.person === null ? said : `${entry.person.name} ${said}`,
      badge: badgeOf(entry, before, concern.about),
      body: saysMore(entry) ? <EntryBody entry={entry} about={concern.about} foot={foot} /> : undefined,
    };
  });
  const bars = blackened.map((one) => barsItem(one, labels));
  const hands = handOvers.map((one) => handOverItem(one, labels));
  const asked = askedItems(questions, actor);
  const byTime = [...items, ...bars, ...hands, ...asked].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  return <Timeline items={[noted, ...byTime]} />;
}

/** Who stands in for whom, and for how long. */
function handOverItem(one: HandOver, labels: Actor['tenant']['labels']): TimelineItem {
  const { kind, person, standIn, from, to } = one;
  return {
    id: `overdracht-${one.id}`,
    at: one.at,
    when: showMoment(one.at),
    who: roleName(one.role, labels),
    title:
      kind === 'begun'
        ? `Overgedragen aan ${standIn.name}: ${showPeriod(from, to)}`
        : `${person.name} doet dit werk weer zelf`,
    body:
      kind === 'begun' ? (
        <p>
          {standIn.name} doet dit werk voor {person.name}.
        </p>
      ) : undefined,
  };
}

/** That words went, of which text and why: never which. */
function barsItem(one: Blackened, labels: Actor['tenant']['labels']): TimelineItem {
  const where = one.entry === null ? 'de zorg' : 'wat hier staat';
  return {
    id: `v${one.version}`,
    at: one.at,
    when: showMoment(one.at),
    who: one.asOfficer ? roleName('privacy_officer', labels) : 'schrijver van die tekst',
    title: `${one.person?.name ?? 'Iemand'} lakte woorden weg: ${reasonWords[one.reason]}`,
    body: (
      <p>
        In <a href={one.entry === null ? '#de-zorg' : `#v${one.entry}`}>{where}</a>, bij «{placeName(one)}».
      </p>
    ),
  };
}

/** What was chosen, and where the concern went when it moved. */
function badgeOf(entry: Entry, before: Status, about: About): ComponentChildren {
  const moved = entry.toStatus !== before && <StatusBadge status={entry.toStatus} about={about} />;
  const chosen = entry.choice !== null && entry.step !== 'review' && (
    <Badge label={choiceWords[entry.choice] ?? entry.choice} />
  );
  return (
    <>
      {chosen}
      {moved}
    </>
  );
}

interface EntryProps {
  readonly entry: Entry;
  readonly about: About;
}

interface Part {
  readonly label: string | undefined;
  readonly text: string | null;
}

/** The texts of an entry in the order they are read; a lone text needs no label. */
function partsOf(entry: Entry, about: About): readonly Part[] {
  switch (entry.step) {
    case 'hold_conversation':
      return [
        { label: 'Verslag', text: entry.text },
        { label: 'Wat gaat er goed', text: entry.goesWell },
        { label: 'Geen afspraken, omdat', text: entry.reason },
      ];
    case 'review':
    case 'resolve':
      return [
        { label: 'Wat kinderen nu merken', text: entry.text },
        { label: 'Uitkomst', text: entry.reason },
      ];
    case 'propose_board':
      return [{ label: `Waarom het ${parties[about].place} niet lukt`, text: entry.text }];
    default:
      return [{ label: undefined, text: entry.text }];
  }
}

const saysMore = (entry: Entry) =>
  [entry.text, entry.goesWell, entry.reason, entry.onDate, entry.atMoment].some((one) => one !== null) ||
  entry.people.length + entry.proposals.length > 0;

function EntryBody({ entry, about, foot }: EntryProps & { readonly foot?: Foot | undefined }): JSX.Element {
  return (
    <>
      <Moments entry={entry} about={about} />
      {entry.people.length > 0 && (
        <p>
          {peopleWords[entry.step] ?? 'Met'}: <bdi>{list(entry.people.map((person) => person.name))}</bdi>.
        </p>
      )}
      {partsOf(entry, about)
        .filter((part) => part.text !== null && part.text !== '')
        .map((part) => (
          <div key={part.label}>
            {part.label && <p class="said">{part.label}</p>}
            <Prose text={part.text ?? ''} />
          </div>
        ))}
      {entry.agreements.length > 0 && <Agreements agreements={entry.agreements} foot={foot} />}
    </>
  );
}

const peopleWords: Partial<Record<Entry['step'], string>> = {
  add_participant: 'Doet nu mee',
  plan_conversation: 'Uitgenodigd',
  hold_conversation: 'Aanwezig',
};

/** The days of an entry, as people say them. */
function Moments({ entry, about }: EntryProps): JSX.Element | null {
  const { step, onDate, atMoment, proposals } = entry;
  if (step === 'plan_conversation') {
    return (
      <ul>
        {proposals.map((moment) => (
          <li key={moment}>
            <time datetime={moment}>{showMoment(moment)}</time>
          </li>
        ))}
      </ul>
    );
  }
  if (step === 'answer_invitation' && atMoment !== null)
    return <p>Het gesprek kan op {showMoment(atMoment)}.</p>;
  if (step === 'not_to_board' && onDate !== null) return <p>Terugkijken op {showDate(onDate)}.</p>;
  if (step !== 'hold_conversation' || onDate === null) return null;
  return (
    <p>
      Gesprek op {showDate(onDate)}.
      {atMoment !== null && ` De ${parties[about].first} was uitgenodigd op ${showDate(dayOf(atMoment))}.`}
    </p>
  );
}
