/** What waits, in Dutch. */
import { capital } from '../../platform/pure/text.ts';
import type { About } from '../concern.rules.ts';
import { type Parties, parties } from '../concern-parties.words.ts';
import type { TaskKind, WaitKind } from './waiting.rules.ts';

const tasksWith = ({ first, theUpper, talkTogether }: Parties): Record<TaskKind, string> => ({
  read_new: 'Lees de nieuwe zorg',
  answer_invitation: 'Beantwoord de uitnodiging voor een gesprek',
  take_position: `Geef uw standpunt over het voorstel aan ${theUpper}`,
  confirm_report: 'Lees en bevestig het verslag',
  call_director: `Bel de ${first}`,
  decide: `Beslis over het voorstel aan ${theUpper}`,
  record_talk: 'Leg het gesprek vast',
  read_answer: `Lees het antwoord van de ${first}`,
  look_back: 'Kijk terug op de afspraken',
  reply: 'Reageer op de zorg',
  plan_again: `Plan een gesprek met de ${first}`,
  talk_with_board: talkTogether,
  finish_note: 'Maak uw notitie af',
});

/** Why it waits: one line under the task, where the task does not say so itself. */
const reasonsWith = ({ first, theUpper }: Parties): Partial<Record<TaskKind, string>> => ({
  call_director: `Twee uitnodigingen bleven onbeantwoord. ${capital(theUpper)} komt pas na een gesprek met de ${first}.`,
  finish_note: `Alleen u ziet deze notitie. Deel die met de ${first}, of gooi die weg.`,
  read_new: 'De zorg is met u als eerste gedeeld.',
  plan_again: 'Er staat geen gesprek gepland.',
});

const waitsWith = ({ first, second, theUpper }: Parties): Record<WaitKind, string> => ({
  talk: 'Gesprek',
  reply: `De ${first} reageert op de zorg`,
  invitation: `De ${first} beantwoordt de uitnodiging`,
  confirmation: `De ${first} bevestigt het verslag`,
  position: `De ${first} geeft een standpunt`,
  decision: `De ${second} beslist over het voorstel`,
  other_team_lead: `Een andere ${second} beslist: u schreef of stelde dit zelf voor`,
  board_talk: `${capital(theUpper)} bespreekt de zorg met de school`,
});

const wordsWith = (who: Parties) => ({
  task: tasksWith(who),
  reason: reasonsWith(who),
  wait: waitsWith(who),
});

export const waitingWords = {
  school: wordsWith(parties.school),
  partnership: wordsWith(parties.partnership),
} as const satisfies Record<About, unknown>;
