/** What stands in the way of each step, in every standing of the facts, by hand. */
import { describe, expect, test } from 'vitest';
import { type Need, type Status, type StepName, statusAfter, statuses, stepNames } from './concern.rules.ts';
import { type Facts, type Given, unmetNeeds } from './needs.rules.ts';

/** How things can stand, each apart from the others. */
const standings = {
  director: [true, false],
  meaning: ['Onrust.', null, ' \n'],
  goesWell: ['Veel.', null],
  impression: [null, ' Gelijk. ', 'Anders.'],
  marks: [0, 2],
  invitation: [true, false],
  report: [true, false],
  talk: ['present', 'former', 'none'],
  board: ['known', 'director only', 'nobody', 'unknown'],
  position: ['taken', 'waits', 'passed'],
  actor: ['somebody', 'author', 'proposer'],
} as const;
type Standing = { readonly [Key in keyof typeof standings]: (typeof standings)[Key][number] };

/** «d1» is director from January on, «d0» was until January. */
function factsIn(status: Status, at: Standing): Facts {
  const present = { present: ['d1'], former: ['d0'], none: [] }[at.talk];
  const due = { taken: '2026-03-31', waits: '2026-03-10', passed: '2026-03-09' }[at.position];
  return {
    about: 'school',
    status,
    today: '2026-03-10',
    actorId: at.actor,
    relations: [],
    authorId: 'author',
    proposerId: 'proposer',
    sharedOn: '2026-01-10',
    observation: 'Gelijk.',
    impression: at.impression,
    meaningForChildren: at.meaning,
    goesWell: at.goesWell,
    openMarks: at.marks,
    directors: [
      { personId: 'd0', from: '2025-01-01', to: '2026-01-20' },
      { personId: 'd1', from: '2026-01-20', to: at.director ? null : '2026-03-10' },
    ],
    schoolStaff: ['ib'],
    participants: ['teacher'],
    takePart: ['author', 'd1', 'ib'],
    openInvitation: at.invitation ? ['2026-03-12T10:00:00.000Z'] : null,
    reportToConfirm: at.report,
    // On 15 January d0 was director, on 1 February d1.
    talks:
      at.talk === 'none' ? [] : [{ heldOn: at.talk === 'former' ? '2026-01-15' : '2026-02-01', present }],
    boardKnown: at.board !== 'unknown',
    boardMembers: { known: ['d1', 'bestuurder'], 'director only': ['d1'], nobody: [], unknown: [] }[at.board],
    positionTaken: at.position === 'taken',
    positionDueOn: due,
  };
}

/** What design asks before the board can come in. */
const beforeTheBoard = (at: Standing): readonly (Need | false)[] => [
  // Somebody who is director today and was at a talk as director.
  !(at.talk === 'present' && at.director) && 'heldWithPresentDirector',
  at.board === 'unknown' && 'boardKnown',
  // Who was director until today is just a board member from today on.
  (at.board === 'nobody' || (at.board === 'director only' && at.director)) && 'boardNotOnlyDirector',
];

/** What can stand in the way before anything is filled in. */
const needs: Readonly<Partial<Record<StepName, (at: Standing) => readonly (Need | false)[]>>> = {
  share_with_director: (at) => [
    !at.director && 'directorAppointed',
    at.meaning !== 'Onrust.' && 'meaningForChildren',
    at.goesWell === null && 'goesWell',
    at.impression === ' Gelijk. ' && 'factAndImpressionApart',
    at.marks > 0 && 'noOpenMarks',
  ],
  plan_conversation: (at) => [!at.director && 'directorAppointed', at.invitation && 'noOpenInvitation'],
  answer_invitation: (at) => [!at.invitation && 'openInvitation'],
  confirm_report: (at) => [!at.report && 'reportToConfirm'],
  propose_board: beforeTheBoard,
  share_with_board: (at) => [
    ...beforeTheBoard(at),
    at.position === 'waits' && 'directorHeard',
    at.actor !== 'somebody' && 'secondPerson',
  ],
};

function* every(keys = Object.keys(standings) as readonly (keyof Standing)[]): Generator<Standing> {
  const [key, ...rest] = keys;
  if (key === undefined) {
    yield {} as Standing;
    return;
  }
  for (const others of every(rest)) for (const value of standings[key]) yield { ...others, [key]: value };
}

/** All of them; under Stryker, which runs this a thousand times, every 29th: all values of all facts are among those. */
function* drawn(): Generator<Standing> {
  const share = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? 1 : 29;
  let nth = 0;
  for (const at of every()) {
    nth += 1;
    if (nth % share === 0) yield at;
  }
}

test('in every standing of the facts each step names exactly what stands in its way', {
  timeout: 120_000,
}, () => {
  let cells = 0;
  const wrong: unknown[] = [];
  for (const at of drawn()) {
    for (const status of statuses) {
      const facts = factsIn(status, at);
      for (const step of stepNames) {
        const state: readonly (Need | false)[] = [
          statusAfter(step, status, false) === undefined && 'stateAllows',
        ];
        const should = [...state, ...(needs[step]?.(at) ?? [])].filter((need) => need !== false);
        cells += 1;
        if (String(unmetNeeds(step, facts)) !== String(should)) wrong.push({ step, status, at, should });
      }
    }
  }
  console.log(`${cells} cells`);
  expect(wrong.slice(0, 5)).toEqual([]);
});

const calm: Standing = {
  ...{ director: true, meaning: 'Onrust.', goesWell: 'Veel.', impression: null, marks: 0, invitation: false },
  ...{ report: true, talk: 'present', board: 'known', position: 'taken', actor: 'somebody' },
} as const;
const talk: Given = { heldOn: '2026-03-01', present: ['d1'], noAgreementsBecause: 'Nog te vroeg.' };
const now = '2026-03-10T09:00:00.000Z';

describe('what is filled in', () => {
  test.each<[StepName, Status, Given, readonly Need[]]>([
    ['revise', 'noted', { noticedOn: '2026-03-10' }, []],
    ['revise', 'noted', { noticedOn: '2026-03-11' }, ['notAhead']],
    ['reply', 'working', { openMarks: 1 }, ['noOpenMarks']],
    ['add_participant', 'working', { personId: 'ib' }, []],
    ['add_participant', 'working', { personId: 'd1' }, ['worksAtSchool']],
    ['add_participant', 'working', { personId: 'teacher' }, ['worksAtSchool', 'notYetParticipant']],
    ['add_participant', 'working', {}, ['worksAtSchool']],
    ['plan_conversation', 'working', { now, proposals: ['2026-03-10T09:00:00.001Z'] }, []],
    ['plan_conversation', 'working', { now, proposals: [now] }, ['proposalsAhead']],
    [
      'plan_conversation',
      'working',
      { now, proposals: ['2026-04-01T09:00:00.000Z', now] },
      ['proposalsAhead'],
    ],
    ['plan_conversation', 'working', { now, proposals: [] }, ['proposalsAhead']],
    ['plan_conversation', 'working', {}, ['proposalsAhead']],
    [
      'plan_conversation',
      'working',
      { now, proposals: ['2026-04-01T09:00:00.000Z'], participants: ['ib'] },
      [],
    ],
    [
      'plan_conversation',
      'working',
      { now, proposals: ['2026-04-01T09:00:00.000Z'], participants: ['ib', 'x'] },
      ['invitedTakePart'],
    ],
    ['hold_conversation', 'working', talk, []],
    ['hold_conversation', 'with_board', talk, []],
    [
      'hold_conversation',
      'working',
      { ...talk, heldOn: '2026-01-09', present: ['d0'] },
      ['heldAfterSharing'],
    ],
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-01-10', present: ['d0'] }, []],
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-03-10' }, []],
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-03-11' }, ['notAhead']],
    ['hold_conversation', 'working', { ...talk, heldOn: undefined }, ['heldAfterSharing', 'directorPresent']],
    ['hold_conversation', 'working', { ...talk, present: undefined }, ['directorPresent']],
    ['hold_conversation', 'with_board', { ...talk, present: undefined }, ['directorInvited']],
    // d1 became director on 20 January, d0 was until then.
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-01-19' }, ['directorPresent']],
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-01-20' }, []],
    ['hold_conversation', 'working', { ...talk, heldOn: '2026-01-20', present: ['d0'] }, ['directorPresent']],
    ['hold_conversation', 'working', { ...talk, present: ['d0', 'ib'] }, ['directorPresent']],
    [
      'hold_conversation',
      'working',
      { ...talk, present: [], directorInvitedOn: '2026-03-01' },
      ['directorPresent'],
    ],
    ['hold_conversation', 'with_board', { ...talk, present: ['ib'] }, ['directorInvited']],
    ['hold_conversation', 'with_board', { ...talk, present: ['ib'], directorInvitedOn: '2026-03-01' }, []],
    ['hold_conversation', 'working', { ...talk, noAgreementsBecause: ' ' }, ['agreementsOrReason']],
    ['hold_conversation', 'working', { ...talk, agreements: [{}] }, ['agreementsOrReason']],
    ['hold_conversation', 'working', { ...talk, agreements: [{}], noAgreementsBecause: undefined }, []],
    ['not_to_board', 'board_proposed', { reviewOn: '2026-03-11' }, []],
    ['not_to_board', 'board_proposed', { reviewOn: '2026-03-10' }, ['reviewAhead']],
    ['not_to_board', 'board_proposed', {}, ['reviewAhead']],
    ['share_with_board', 'board_proposed', {}, []],
    ['share_with_board', 'working', {}, ['stateAllows']],
  ])('%s in %s with %j: %j', (step, status, given, should) => {
    expect(unmetNeeds(step, factsIn(status, calm), given)).toEqual(should);
  });

  test('nothing of what never happened stands in for a day', () => {
    const unshared = { ...factsIn('working', calm), sharedOn: null };
    expect(unmetNeeds('hold_conversation', unshared, talk)).toEqual(['heldAfterSharing']);
    const noTerm = { ...factsIn('board_proposed', calm), positionTaken: false, positionDueOn: null };
    expect(unmetNeeds('share_with_board', noTerm)).toEqual(['directorHeard']);
  });

  test('an impression of nothing but spaces is none, and a fact told twice is no impression', () => {
    const noted = (impression: string | null) => ({ ...factsIn('noted', calm), impression });
    for (const impression of [null, '', ' \n', 'Anders.'])
      expect(unmetNeeds('share_with_director', noted(impression))).toEqual([]);
    for (const impression of ['Gelijk.', ' Gelijk.', 'Gelijk. \n'])
      expect(unmetNeeds('share_with_director', noted(impression))).toEqual(['factAndImpressionApart']);
    const spaced = { ...noted('Gelijk.'), observation: ' Gelijk. ' };
    expect(unmetNeeds('share_with_director', spaced)).toEqual(['factAndImpressionApart']);
  });

  test('an invitation is answered with a moment, one of the proposals or another', () => {
    const facts = factsIn('working', { ...calm, invitation: true });
    expect(unmetNeeds('answer_invitation', facts, {})).toEqual(['answersTheProposals']);
    expect(unmetNeeds('answer_invitation', facts, { proposal: '2026-04-01T09:00:00.000Z' })).toEqual([]);
  });

  test('every text that others will read passes the writing aid', () => {
    const said = stepNames.filter((step) =>
      unmetNeeds(step, factsIn('working', calm), { openMarks: 1 }).includes('noOpenMarks'),
    );
    const silent = [
      'revise',
      'drop',
      'add_participant',
      'plan_conversation',
      'answer_invitation',
      'share_with_board',
    ];
    expect(said.sort()).toEqual(stepNames.filter((step) => !silent.includes(step)).sort());
  });
});
