/** Every step of a question through its own page, as the people take it: asked for what is missing, taken once, closed to others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aMeeting,
  aQuestion,
  aQuestionCast,
  dayOfStage,
  type QuestionCast,
  questionStep,
  theMeetingIsHeld,
} from '../../../tests/support/factories-questions.ts';
import { type Fields, hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';
import { newId } from '../../platform/ids.ts';
import { addDays } from '../../platform/pure/dates.ts';
import type { Status, StepName } from '../question.rules.ts';
import { stepSlugs } from './step.slugs.ts';

let pages: Pages;
let cast: QuestionCast;
beforeAll(async () => {
  pages = await openPages();
  cast = await aQuestionCast(pages.stage, pages.house.fresh, pages.cast);
});
afterAll(() => pages.close());
auditsEveryDeed(() => pages.house.fresh);

const day = () => dayOfStage(pages.stage);
const decided = { kind: 'arrangement', granted: 'true', text: 'Dit past bij de vraag.' };

interface StepCase {
  readonly step: StepName;
  readonly from: Status;
  readonly who: 'author' | 'coordinator' | 'teamLead' | 'specialist' | 'secretary';
  /** What has to happen first. */
  readonly before?: (id: string) => Promise<void>;
  readonly good: () => Promise<Fields> | Fields;
  /** Sentences the page answers to an empty form; none: an empty form is right. */
  readonly asks: readonly string[];
  readonly done: string;
}

const heldMeeting = async (id: string) => {
  const page = await pages.see(cast.author, `/vragen/${id}`);
  const meetingId = /href="\/acta\/([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
  await theMeetingIsHeld(pages.stage, cast, meetingId);
};
const incomplete = async (id: string) => {
  const meetingId = await aMeeting(pages.stage, cast, 21);
  await questionStep(pages.stage, cast, cast.secretary, id, {
    step: 'hold_over',
    meetingId,
    missing: 'Het verslag van het gesprek met de ouders.',
  });
};

const cases: readonly StepCase[] = [
  {
    step: 'withdraw',
    from: 'submitted',
    who: 'coordinator',
    good: () => ({ reason: 'Het is opgelost in het team.' }),
    asks: ['Waarom is de vraag niet meer nodig? Vul dit in.'],
    done: 'De vraag is ingetrokken.',
  },
  {
    step: 'add_note',
    from: 'in_triage',
    who: 'coordinator',
    good: () => ({ text: 'De groep is intussen groter.' }),
    asks: ['Uw bericht: Vul dit in.'],
    done: 'Uw bericht staat op de tijdlijn.',
  },
  {
    step: 'think_along',
    from: 'submitted',
    who: 'coordinator',
    good: () => ({ specialistId: cast.colleague }),
    asks: ['Wie vraagt u om mee te denken? Kies iemand uit de lijst.'],
    done: 'De vraag om mee te denken is gesteld.',
  },
  {
    step: 'triage',
    from: 'submitted',
    who: 'author',
    good: () => ({ urgency: 'soon', plannedDagdelen: '2,5', expertise: ['gedrag', 'rekenen'] }),
    asks: [
      'Hoeveel haast is erbij? Maak een keuze.',
      'Hoeveel dagdelen zijn er nodig? Vul een aantal dagdelen in.',
      'Welke expertise is er nodig? Kies ten minste één expertise.',
    ],
    done: 'De vraag is bekeken. Kies nu hoe het verdergaat.',
  },
  {
    step: 'answer',
    from: 'in_triage',
    who: 'teamLead',
    good: () => ({ text: 'Begin met korte taken.' }),
    asks: ['Uw antwoord: Vul dit in.'],
    done: 'De vraag is beantwoord.',
  },
  {
    step: 'ask_information',
    from: 'in_triage',
    who: 'author',
    good: () => ({ missing: 'Hoe groot is de groep?' }),
    asks: ['Wat ontbreekt er? Vul dit in.'],
    done: 'De school is om informatie gevraagd.',
  },
  {
    step: 'give_information',
    from: 'needs_information',
    who: 'coordinator',
    good: () => ({ text: 'Er zijn 28 kinderen.' }),
    asks: ['De informatie: Vul dit in.'],
    done: 'De informatie staat op de tijdlijn.',
  },
  {
    step: 'decline',
    from: 'in_triage',
    who: 'author',
    good: () => ({ reason: 'Dit is basisondersteuning.', nextStep: 'Bespreek het in het team.' }),
    asks: ['Waarom niet? Vul dit in.', 'Wat kan de school nu doen? Vul dit in.'],
    done: 'De vraag is afgewezen, met een volgende stap.',
  },
  {
    step: 'to_committee',
    from: 'in_triage',
    who: 'author',
    good: async () => ({ kind: 'decision', meetingId: await aMeeting(pages.stage, cast) }),
    asks: ['Welke vergadering?'],
    done: 'De vraag staat op de agenda van de commissie.',
  },
  {
    step: 'hold_over',
    from: 'at_committee',
    who: 'secretary',
    good: async () => ({ missing: 'Het verslag.', meetingId: await aMeeting(pages.stage, cast, 28) }),
    asks: ['Wat ontbreekt er? Vul dit in.', 'Welke vergadering daarna?'],
    done: 'De vraag is aangehouden.',
  },
  {
    step: 'complete_file',
    from: 'at_committee',
    who: 'author',
    before: incomplete,
    good: () => ({}),
    asks: [],
    done: 'Het dossier is compleet. De klok van de commissie loopt weer.',
  },
  {
    step: 'advise',
    from: 'at_committee',
    who: 'secretary',
    before: heldMeeting,
    good: () => ({ text: 'Zet in op de leerkracht.' }),
    asks: ['Het advies, met de redenen: Vul dit in.'],
    done: 'Het advies is vastgelegd.',
  },
  {
    step: 'decide',
    from: 'at_committee',
    who: 'secretary',
    before: heldMeeting,
    good: () => ({ ...decided, dagdelen: '12', from: day(), to: addDays(day(), 200) }),
    asks: ['Wat voor besluit? Kies een soort besluit.', 'De redenen: Vul dit in.'],
    done: 'Het besluit is vastgelegd.',
  },
  {
    step: 'assign',
    from: 'in_triage',
    who: 'author',
    good: () => ({
      specialistId: cast.specialist,
      role: 'Eerste begeleider',
      plannedDagdelen: '1',
      from: day(),
      to: addDays(day(), 40),
    }),
    asks: ['Wie gaat aan de slag?', 'In welke rol? Vul dit in.', 'Tot en met: Vul dit in.'],
    done: 'De specialist is toegewezen.',
  },
  {
    step: 'start',
    from: 'assigned',
    who: 'specialist',
    good: () => ({ firstContactOn: day() }),
    asks: ['Wanneer was het eerste contact? Vul dit in.'],
    done: 'De ondersteuning is gestart.',
  },
  {
    step: 'evaluate',
    from: 'started',
    who: 'coordinator',
    good: () => ({ noGoalBecause: 'Het bleef bij meedenken.' }),
    asks: ['Er is nog geen doel bij deze vraag.'],
    done: 'De evaluatie is vastgelegd. U kunt nu afronden.',
  },
  {
    step: 'complete',
    from: 'evaluated',
    who: 'specialist',
    good: () => ({}),
    asks: [],
    done: 'De vraag is afgerond.',
  },
  {
    step: 'extend',
    from: 'evaluated',
    who: 'teamLead',
    good: () => ({ until: addDays(day(), 90), reason: 'De groep heeft nog zes weken nodig.' }),
    asks: ['Tot en met: Vul dit in.', 'Waarom is er langer nodig? Vul dit in.'],
    done: 'De ondersteuning is verlengd.',
  },
  {
    step: 'hand_over',
    from: 'started',
    who: 'teamLead',
    good: () => ({ specialistId: cast.colleague, reason: 'De collega kent deze school.' }),
    asks: ['Wie neemt het over?', 'Waarom draagt u over? Vul dit in.'],
    done: 'Het werk is overgedragen.',
  },
  {
    step: 'stop',
    from: 'started',
    who: 'specialist',
    good: () => ({ reason: 'De groep is gesplitst.', nextStep: 'De school gaat zelf verder.' }),
    asks: ['Waarom stopt het? Vul dit in.', 'Hoe gaat de school nu verder? Vul dit in.'],
    done: 'De ondersteuning is gestopt.',
  },
  {
    step: 'follow_up',
    from: 'completed',
    who: 'coordinator',
    good: () => ({ didItLast: 'partly' }),
    asks: ['Houdt het stand? Maak een keuze.'],
    done: 'U keek terug. Bedankt.',
  },
];

it('every step that has a form of its own is here', () => {
  const rest = Object.keys(stepSlugs).filter((step) => step !== 'revise' && step !== 'submit');
  expect(cases.map(({ step }) => step).toSorted()).toEqual(rest.toSorted());
});

describe.each(cases)('the form of «$step» from $from', ({ step, from, who, before, good, asks, done }) => {
  it('asks for all that is missing, takes the step once, and is closed afterwards or to others', async () => {
    const id = await aQuestion(pages.stage, cast, from);
    await before?.(id);
    const [address, person] = [`/vragen/${id}/${stepSlugs[step]}`, cast[who]];
    // Whoever may not see it finds nothing; whoever has no part in this step is told so.
    expect((await pages.see(cast.boardMember, address)).status).toBe(403);
    const form = await pages.see(person, address);
    expect(form.status).toBe(200);
    const _version = hidden(form, '_version');
    if (asks.length > 0) {
      const empty = await pages.send(person, address, { _version, _key: newId() });
      expect(empty.status).toBe(422);
      for (const sentence of asks) expect(empty.html).toContain(sentence);
    }
    const fields = { _version, _key: newId(), ...(await good()) };
    const taken = await pages.send(person, address, fields);
    expect([taken.status, taken.flash]).toEqual([303, done]);
    // A double click does one thing.
    expect(await pages.send(person, address, fields)).toMatchObject({ status: 303, to: taken.to });
    // Also who reads the question no longer is led to a page that is there.
    expect((await pages.see(person, taken.to ?? '')).status).toBe(200);
  });
});

it('who was asked to think along and chooses nothing is asked again, and does not think along by that', async () => {
  const id = await aQuestion(pages.stage, cast, 'submitted');
  await questionStep(pages.stage, cast, cast.coordinator, id, {
    step: 'think_along',
    specialistId: cast.colleague,
  });
  const address = `/vragen/${id}/meedenken`;
  const _version = hidden(await pages.see(cast.colleague, address), '_version');
  const nothing = await pages.send(cast.colleague, address, { _version, _key: newId() });
  expect(nothing.status).toBe(422);
  expect(nothing.html).toContain('Denkt u mee? Maak een keuze.');
  expect((await pages.see(cast.colleague, `/vragen/${id}`)).html).toContain('gevraagd is mee te denken');
  const answer = { _version, _key: newId(), decision: 'decline' };
  expect((await pages.send(cast.colleague, address, answer)).flash).toBe('Uw antwoord is doorgegeven.');
});
