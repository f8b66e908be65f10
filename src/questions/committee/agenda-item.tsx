/** One question on an agenda. */
import type { ComponentChildren, JSX } from 'preact';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { count, list } from '../../platform/pure/text.ts';
import { ConfirmBox, LinkButton } from '../../platform/ui/form.tsx';
import { Card } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import type { StepName } from '../question.rules.ts';
import { urgencyWords } from '../question.words.ts';
import { stepSlugs } from '../steps/step.slugs.ts';
import type { Agenda } from './agenda.actions.ts';
import type { AgendaItem } from './agenda.store.ts';
import { fetchesLetter, type Standing, standingOf } from './agenda.view.ts';
import { access } from './committee.access.ts';
import { kindWords } from './committee.words.ts';
import { ItemBadge } from './meeting-badge.tsx';

interface ItemCardProps {
  readonly agenda: Agenda<AgendaItem>;
  readonly item: AgendaItem;
  readonly nth: number;
  readonly actor: Actor;
  readonly csrf: string;
}

export function ItemCard({ agenda, item, nth, actor, csrf }: ItemCardProps): JSX.Element {
  const { meeting } = agenda;
  const standing = item.state === 'open' ? standingOf(agenda, item, actor) : undefined;
  const open = item.state === 'open' && meeting.status === 'planned';
  return (
    <Card
      href={`/vragen/${item.questionId}`}
      title={`${nth}. ${item.title ?? 'Vraag over een leerling'}`}
      badge={<ItemBadge state={item.state} />}
      meta={
        <>
          <bdi>{item.school.name}</bdi>
          {` · ${kindWords[item.kind]} · ${urgencyWords[item.urgency]} · ${item.number}`}
        </>
      }
    >
      <Facts items={factsOf(item, meeting.quorum, standing)} />
      <Links item={item} actor={actor} open={open} begun={meeting.begun} />
      {open && item.title !== null && hasRole(actor, ...access.takePart) && (
        <ConfirmBox
          label="Ik heb hiermee te maken"
          action={`/acta/${meeting.id}/niet-meedoen`}
          csrf={csrf}
          confirm="Ik doe hier niet aan mee"
        >
          <input type="hidden" name="questionId" value={item.questionId} />
          <p>
            U doet dan niet mee aan deze vraag en leest haar niet meer. De secretaris ziet dat u zich
            terugtrekt, niet waarom. U kunt dit niet terugdraaien.
          </p>
        </ConfirmBox>
      )}
    </Card>
  );
}

/** What there is to know of an item before it is treated, and who took part afterwards. */
function factsOf(item: AgendaItem, quorum: number, standing: Standing | undefined) {
  const { submittedOn, takers } = item;
  const facts: { readonly label: string; readonly value: ComponentChildren }[] = [
    { label: 'Dossier', value: fileWords(item) },
  ];
  if (submittedOn !== null) facts.push({ label: 'Ingediend', value: showDate(submittedOn) });
  facts.push(...pupilFacts(item));
  if (standing !== undefined) facts.push({ label: 'Quorum', value: quorumWords(standing, quorum) });
  if (takers.length > 0) facts.push({ label: 'Deden mee', value: list(takers) });
  return facts;
}

/** Whether the file is complete, and since when. */
export function fileWords({ completeOn, incompleteOn }: AgendaItem): string {
  if (incompleteOn !== null) return `Er ontbreekt iets, sinds ${showDate(incompleteOn)}`;
  return completeOn === null ? 'Nog niet compleet' : `Compleet sinds ${showDate(completeOn)}`;
}

/** Of whom it is, by pseudonym, and whether the gate was passed; nothing for who does not read that. */
export function pupilFacts({ pupil }: AgendaItem) {
  if (pupil === null) return [];
  return [
    { label: 'Gaat over', value: [pupil.pseudonym, age(pupil.ageBand)].filter(Boolean).join(', ') },
    { label: 'Dossiernummer', value: pupil.caseNumber ?? 'ontbreekt' },
    { label: 'Ouders', value: parentsWords(pupil) },
  ];
}

const age = (band: string | null) => band && `${band.replace('-', ' tot en met ')} jaar`;

function parentsWords(pupil: NonNullable<AgendaItem['pupil']>): string {
  const { parentsSpokenOn, parentsConsentOn, pupilConsentOn } = pupil;
  const said = [
    parentsSpokenOn && `gesproken op ${showDate(parentsSpokenOn)}`,
    parentsConsentOn && `toestemming op ${showDate(parentsConsentOn)}`,
    pupilConsentOn && `toestemming van de leerling op ${showDate(pupilConsentOn)}`,
  ].filter((words) => typeof words === 'string');
  return said.length === 0 ? 'nog niet gesproken' : list(said);
}

function quorumWords({ takers, enough, out }: Standing, quorum: number): string {
  const can = `${count(takers, 'lid kan', 'leden kunnen')} meedoen, nodig: ${quorum}.`;
  const names = out.map(({ name, recused }) => (recused ? `${name} (trok zich terug)` : name));
  const without =
    names.length === 0 ? '' : ` ${names.length === 1 ? 'Doet' : 'Doen'} niet mee: ${list(names)}.`;
  return `${enough ? can : `Te weinig: ${can}`}${without}`;
}

interface LinksProps {
  readonly item: AgendaItem;
  readonly actor: Actor;
  readonly open: boolean;
  readonly begun: boolean;
}

/** What the secretary can do with an item from here; the forms are those of the question. */
function Links({ item, actor, open, begun }: LinksProps): JSX.Element | null {
  const { questionId, incompleteOn, decision } = item;
  const steps: readonly (readonly [StepName, string, boolean])[] = [
    ['advise', 'Leg het advies vast', begun && item.kind === 'advice'],
    ['decide', 'Leg het besluit vast', begun],
    ['hold_over', 'Houd aan', true],
    ['complete_file', 'Het dossier is compleet', incompleteOn !== null],
  ];
  const shown = open && hasRole(actor, ...access.keep) ? steps.filter(([, , now]) => now) : [];
  const letter = fetchesLetter(actor, item) && decision;
  if (shown.length === 0 && !letter) return null;
  return (
    <div class="submit-row">
      {shown.map(([step, label]) => (
        <LinkButton key={step} href={`/vragen/${questionId}/${stepSlugs[step]}`} kind="secondary">
          {label}
        </LinkButton>
      ))}
      {letter && (
        <LinkButton href={`/acta/besluiten/${letter.id}/brief.pdf`} kind="secondary">
          Brief (pdf)
        </LinkButton>
      )}
    </div>
  );
}
