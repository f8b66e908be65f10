/** What waits, in Dutch. */
import type { TaskKind, WaitKind } from './waiting.rules.ts';

export const taskWords: Record<TaskKind, string> = {
  read_new: 'Lees de nieuwe zorg',
  answer_invitation: 'Beantwoord de uitnodiging voor een gesprek',
  take_position: 'Geef uw standpunt over het voorstel aan het bestuur',
  confirm_report: 'Lees en bevestig het verslag',
  call_director: 'Bel de directeur',
  decide: 'Beslis over het voorstel aan het bestuur',
  record_talk: 'Leg het gesprek vast',
  read_answer: 'Lees het antwoord van de directeur',
  look_back: 'Kijk terug op de afspraken',
  reply: 'Reageer op de zorg',
  plan_again: 'Plan een gesprek met de directeur',
  talk_with_board: 'Bespreek de zorg met school en samenwerkingsverband',
  finish_note: 'Maak uw notitie af',
};

/** Why it waits: one line under the task, where the task does not say so itself. */
export const taskReasons: Partial<Record<TaskKind, string>> = {
  call_director:
    'Twee uitnodigingen bleven onbeantwoord. Het bestuur komt pas na een gesprek met de directeur.',
  finish_note: 'Alleen u ziet deze notitie. Deel die met de directeur, of gooi die weg.',
  read_new: 'De zorg is met u als eerste gedeeld.',
  plan_again: 'Er staat geen gesprek gepland.',
};

export const waitWords: Record<WaitKind, string> = {
  talk: 'Gesprek',
  reply: 'De directeur reageert op de zorg',
  invitation: 'De directeur beantwoordt de uitnodiging',
  confirmation: 'De directeur bevestigt het verslag',
  position: 'De directeur geeft een standpunt',
  decision: 'De teamleider beslist over het voorstel',
  other_team_lead: 'Een andere teamleider beslist: u schreef of stelde dit zelf voor',
  board_talk: 'Het bestuur bespreekt de zorg met de school',
};
