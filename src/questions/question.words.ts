/** Dutch for everything of a support question. A new state, step or relation without words here does not compile. */
import { presets } from '../registers/index.ts';
import type { Level, Relation, Status, StepName, Urgency } from './question.rules.ts';

/** The words a partnership chose itself (`actor.tenant.labels`); what it did not choose has its usual name. */
export type Labels = Readonly<Record<string, string>>;

/** What the contact person, a specialist and the committee are called here, in lower case as they stand in a sentence. */
export function namesIn(labels: Labels = {}) {
  const words = { ...presets.rotterdam.labels, ...labels };
  return { contact: words.contact_person, specialist: words.specialist, committee: words.committee };
}

export const levelWords: Record<Level, string> = {
  school: 'De hele school',
  team: 'Het team',
  group: 'Een groep',
  pupil: 'Een leerling',
};

export const urgencyWords: Record<Urgency, string> = {
  normal: 'Gewoon',
  soon: 'Binnenkort',
  now: 'Spoed',
};

/** How somebody is on a question. */
export const assignmentWords: Record<'thinks_along' | 'assigned', string> = {
  thinks_along: 'Denkt mee',
  assigned: 'Toegewezen',
};

export const assignmentStateWords: Record<'asked' | 'active' | 'declined' | 'ended', string> = {
  asked: 'gevraagd, nog geen antwoord',
  active: 'doet mee',
  declined: 'kan niet',
  ended: 'klaar',
};

/** What was chosen with a step. */
export const choiceWords: Readonly<Record<string, string>> = {
  asked: 'Gevraagd om mee te denken',
  accepted: 'Denkt mee',
  declined: 'Kan niet meedenken',
  advice: 'Advies gevraagd',
  decision: 'Besluit gevraagd',
  arrangement: 'Arrangement',
  tlv: 'Toelaatbaarheidsverklaring',
  yes: 'Ja, het houdt stand',
  partly: 'Deels',
  no: 'Nee',
};

export const statusWordsIn = (labels?: Labels): Record<Status, string> => ({
  draft: 'Concept',
  submitted: 'Ingediend',
  in_triage: 'In behandeling',
  needs_information: 'Informatie nodig',
  at_committee: `Bij de ${namesIn(labels).committee}`,
  answered: 'Beantwoord',
  declined: 'Afgewezen',
  withdrawn: 'Ingetrokken',
  assigned: 'Toegewezen',
  started: 'Gestart',
  evaluated: 'Geëvalueerd',
  completed: 'Afgerond',
  stopped: 'Gestopt',
  followed_up: 'Teruggekeken',
});

/** What each state means for who reads the question. */
export const explainedIn = (labels?: Labels): Record<Status, string> => {
  const { contact, specialist, committee } = namesIn(labels);
  return {
    draft: `De school werkt de vraag uit. De ${contact} leest mee, en wie gevraagd is denkt al mee.`,
    submitted: `De ${contact} of de teamleider bekijkt de vraag.`,
    in_triage: `De ${contact} zoekt het kortste antwoord: een advies, een ${specialist} of de ${committee}.`,
    needs_information: 'De school vult aan wat er mist. De klok van de school staat stil.',
    at_committee: `De ${committee} bespreekt de vraag en geeft advies of een besluit.`,
    answered: 'De vraag is beantwoord. Er is niets meer nodig.',
    declined: 'De vraag is afgewezen, met een reden en een volgende stap.',
    withdrawn: 'De school heeft de vraag ingetrokken.',
    assigned: `Een ${specialist} is toegewezen en neemt contact op met de school.`,
    started: `De ${specialist} is aan het werk op de school.`,
    evaluated: 'School en specialist hebben teruggekeken. Daarna rondt u af, of de inzet gaat verder.',
    completed: 'De inzet is afgerond. Later vraagt Kortelijn of het stand houdt.',
    stopped: 'De inzet is gestopt, met een reden en een volgende stap.',
    followed_up: 'School of specialist heeft gezegd of het stand houdt.',
  };
};

export interface StepWords {
  /** As a button. */
  readonly button: string;
  /** What happens then, in one sentence. */
  readonly does: string;
}

export const stepWordsIn = (labels?: Labels): Record<StepName, StepWords> => {
  const { contact, specialist, committee } = namesIn(labels);
  return {
    revise: { button: 'Vraag aanpassen', does: 'U past het concept aan. Het is nog niet ingediend.' },
    submit: {
      button: 'Vraag indienen',
      does: `De vraag gaat naar de ${contact}. U kunt de tekst daarna niet meer aanpassen.`,
    },
    withdraw: { button: 'Vraag intrekken', does: 'De vraag stopt. U zegt waarom.' },
    think_along: {
      button: 'Laten meedenken',
      does: `Een ${specialist} leest de vraag en denkt mee, ook al is die nog niet ingediend.`,
    },
    add_note: { button: 'Bericht schrijven', does: 'Wie de vraag leest, leest uw bericht.' },
    triage: {
      button: 'Vraag indelen',
      does: 'U geeft aan hoe snel hulp nodig is, hoeveel dagdelen en welke expertise.',
    },
    answer: { button: 'Vraag beantwoorden', does: 'De school leest uw antwoord. De vraag is daarmee klaar.' },
    ask_information: {
      button: 'Informatie vragen',
      does: 'De school leest wat er mist. Tot het antwoord staat de klok van de school stil.',
    },
    give_information: { button: 'Informatie geven', does: 'De behandeling gaat verder.' },
    decline: { button: 'Vraag afwijzen', does: 'De school leest waarom, en wat wel kan.' },
    to_committee: {
      button: `Voorleggen aan de ${committee}`,
      does: `De vraag komt op de agenda van de ${committee}.`,
    },
    complete_file: {
      button: 'Dossier is compleet',
      does: `De klok van de ${committee} loopt verder.`,
    },
    advise: { button: 'Advies vastleggen', does: 'School en contactpersoon lezen het advies.' },
    decide: {
      button: 'Besluit vastleggen',
      does: 'School en contactpersoon lezen het besluit en de redenen.',
    },
    hold_over: { button: 'Aanhouden', does: 'De vraag gaat naar de agenda van een volgende vergadering.' },
    assign: {
      button: 'Toewijzen',
      does: `Een ${specialist} krijgt de vraag, met dagdelen en een periode.`,
    },
    start: { button: 'Starten', does: 'U legt vast wanneer u het eerste contact had met de school.' },
    evaluate: { button: 'Evalueren', does: 'U kijkt met de school terug op de doelen.' },
    complete: { button: 'Afronden', does: 'De inzet is klaar. Later vraagt Kortelijn of het stand houdt.' },
    extend: { button: 'Verlengen', does: 'De inzet gaat verder tot een latere dag.' },
    hand_over: { button: 'Overdragen', does: `Een andere ${specialist} neemt het werk over.` },
    stop: { button: 'Stoppen', does: 'De inzet stopt. U zegt waarom, en wat de volgende stap is.' },
    follow_up: { button: 'Terugkijken', does: 'U legt vast of het resultaat stand houdt.' },
  };
};

export const relationWordsIn = (labels?: Labels): Record<Relation, string> => {
  const { contact, specialist, committee } = namesIn(labels);
  return {
    author: 'schrijver',
    submitter: 'indiener',
    support_coordinator: 'intern begeleider',
    school_director: 'directeur',
    contact_person: contact,
    team_lead: 'teamleider',
    planner: 'teamleider',
    specialist,
    thinks_along: `${specialist} die meedenkt`,
    asked_along: `${specialist} die gevraagd is mee te denken`,
    committee_secretary: `secretaris ${committee}`,
    committee_member: `lid ${committee}`,
    stationed: `${specialist} die op de school gestationeerd is`,
  };
};
