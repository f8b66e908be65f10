/** What waits around questions, in Dutch. */
import type { TaskKind } from './waiting.rules.ts';

export const taskWords: Record<TaskKind, { readonly title: string; readonly reason: string }> = {
  join: { title: 'Denkt u mee?', reason: 'Iemand vraagt u mee te denken over deze vraag.' },
  finish_draft: { title: 'Maak uw vraag af', reason: 'De vraag is nog niet ingediend.' },
  submit_draft: {
    title: 'Dien de vraag van uw collega in',
    reason: 'Een leerkracht schreef deze vraag. Die gaat via u verder.',
  },
  triage: { title: 'Bekijk de nieuwe vraag', reason: 'De school wacht op uw eerste reactie.' },
  go_on: {
    title: 'Kies hoe deze vraag verder gaat',
    reason: 'Beantwoorden, iemand toewijzen, informatie vragen of voorleggen aan de commissie.',
  },
  give_information: {
    title: 'Geef de gevraagde informatie',
    reason: 'De klok staat stil tot het antwoord er is.',
  },
  complete_file: {
    title: 'Maak het dossier compleet',
    reason: 'De commissie hield de vraag aan: er ontbreekt nog iets.',
  },
  record_committee: { title: 'Leg advies of besluit vast', reason: 'De vergadering is geweest.' },
  start: {
    title: 'Neem contact op met de school',
    reason: 'U bent toegewezen. Leg het eerste contact vast.',
  },
  evaluate: { title: 'Evalueer de inzet', reason: 'De laatste dag van de inzet is er.' },
  complete: { title: 'Rond de vraag af', reason: 'De evaluatie is er. Kijk of alles compleet is.' },
  follow_up: { title: 'Houdt het stand?', reason: 'Kijk samen met de school terug.' },
  help_along: { title: 'Help deze vraag verder', reason: 'De vraag wacht langer dan afgesproken.' },
};
