/** The access log in Dutch: deeds and records, never what stands in them. */
import type { AuditRow } from './audit.store.ts';

/** Every deed the product writes down. One that is not here is shown by its own name. */
export const actionWords: Readonly<Record<string, string>> = {
  read: 'gelezen',
  note: 'genoteerd',
  revise: 'aangepast',
  drop: 'weggegooid',
  accept_marks: 'namen laten staan',
  share_with_director: 'gedeeld met wie eerst aan de beurt is',
  reply: 'gereageerd',
  add_participant: 'deelnemer toegevoegd',
  plan_conversation: 'gesprek voorgesteld',
  answer_invitation: 'uitnodiging beantwoord',
  hold_conversation: 'gesprek vastgelegd',
  confirm_report: 'verslag bevestigd',
  review: 'teruggekeken',
  close: 'afgesloten',
  propose_board: 'bestuur voorgesteld',
  withdraw_proposal: 'voorstel ingetrokken',
  take_position: 'standpunt gegeven',
  not_to_board: 'niet naar het bestuur',
  share_with_board: 'gedeeld met het bestuur',
  add_view: 'zienswijze gegeven',
  resolve: 'opgelost',
  record_no_answer: 'uitnodiging niet beantwoord',
  record_not_confirmed: 'verslag niet bevestigd',
  record_no_position: 'geen standpunt gegeven',
  blacken: 'weggelakt',
  fade: 'vervaagd',
  plan: 'gesprek gepland',
  hand_over: 'overgedragen',
  end_hand_over: 'overdracht beëindigd',
  load: 'ingelezen',
  add: 'toegevoegd',
  change: 'gewijzigd',
  end: 'beëindigd',
  remove: 'verwijderd',
  suspend: 'toegang gestopt',
  unsuspend: 'toegang hersteld',
  import_schools: 'scholen geïmporteerd',
  import_holidays: 'vakanties geïmporteerd',
  log_in: 'ingelogd',
  log_out: 'uitgelogd',
  make_token: 'token gemaakt',
  end_token: 'token beëindigd',
  make_link: 'inloglink gemaakt',
  use_link: 'inloglink gebruikt',
  search: 'gezocht',
  find: 'gevonden bij het zoeken',
  export: 'geëxporteerd',
  invite: 'uitgenodigd om in te loggen',
  link: 'account gekoppeld',
  unlink: 'koppeling verbroken',
  use: 'gebruikt',
  renew: 'vernieuwd',
  choose: 'gekozen',
  start_over: 'opnieuw laten beginnen met inloggen',
  change_address: 'e-mailadres gewijzigd',
  record_visit: 'bezoek vastgelegd',
  change_visit: 'bezoek gewijzigd',
  withdraw_visit: 'bezoek ingetrokken',
  confirm_visit: 'bezoek bevestigd',
  dispute_visit: 'gezegd dat een bezoek niet klopt',
  score: 'gescoord',
  look_up_texts: 'opgezocht waar teksten staan',
  cancel: 'geannuleerd',
  record_minutes: 'aanwezigen en notulen vastgelegd',
  hold: 'vastgelegd dat de vergadering is geweest',
  keep_out: 'zich teruggetrokken bij een vraag',
  fetch_letter: 'brief over een besluit opgehaald',
};

const subjectWords: Readonly<Record<string, string>> = {
  concern: 'zorg',
  question: 'vraag',
  conversation: 'gesprek',
  person: 'persoon',
  appointment: 'aanstelling',
  school: 'school',
  board: 'schoolbestuur',
  area: 'gebied',
  holiday: 'vakantie',
  tenant: 'samenwerkingsverband',
  access_key: 'inlogsleutel',
  hand_over: 'overdracht',
  audit: 'toegangslog',
  concern_list: 'lijst van zorgen',
  question_list: 'lijst van vragen',
  identity: 'gekoppeld account',
  passkey: 'passkey',
  recovery_code: 'herstelcode',
  login_provider: 'inlogdienst',
  goal: 'doel',
  goal_template: 'doel uit de bibliotheek',
  notice_choice: 'keuze van mail',
  meeting: 'vergadering',
  visit: 'bezoek',
  visit_series: 'vaste bezoekdag',
};

export const viaWords: Readonly<Record<AuditRow['via'], string>> = {
  page: 'website',
  api: 'API',
  job: 'taak',
  command: 'opdrachtregel',
};

export const actionName = (action: string) => actionWords[action] ?? action.replaceAll('_', ' ');

/** «zorg AB12CD», «persoon Anna Berg», «school 0190a000»: enough to tell records apart. */
export function recordName({ subject, subjectId, label }: AuditRow): string {
  const kind = subjectWords[subject] ?? subject.replaceAll('_', ' ');
  if (subject === 'audit' || subject === 'tenant') return kind;
  return `${kind} ${label ?? subjectId.slice(-12)}`;
}

/** Who did it; without a person it was a command of who runs the program, or a task. */
export const doerName = ({ person, via }: AuditRow) =>
  person?.name ?? (via === 'job' ? 'Kortelijn' : 'de systeembeheerder');
