import type { ConcernRow, Entry } from './concern.store.ts';
import type { Facts } from './needs.rules.ts';

/** What the rules need to know, told from the record: everything follows from what stands on the timeline. */
export function factsOf(concern: ConcernRow, actorId: string): Facts {
  const participants = participantsOf(concern).map((person) => person.id);
  const directorsToday = concern.directors.filter(
    (director) => director.from <= concern.today && (director.to === null || concern.today < director.to),
  );
  const staffToday = new Set(concern.schoolStaff.map((person) => person.id));
  return {
    about: concern.about,
    status: concern.status,
    today: concern.today,
    actorId,
    relations: concern.relations,
    authorId: concern.author.id,
    proposerId: concern.proposerId,
    sharedOn: concern.sharedOn,
    observation: concern.observation,
    impression: concern.impression,
    meaningForChildren: concern.meaningForChildren,
    goesWell: concern.goesWell,
    openMarks: 0,
    directors: concern.directors.map(({ id, from, to }) => ({ personId: id, from, to })),
    schoolStaff: [...staffToday],
    participants,
    takePart: [
      ...(concern.authorStays ? [concern.author.id] : []),
      ...concern.contactPersons.map((person) => person.id),
      ...directorsToday.map((person) => person.id),
      ...participants.filter((person) => staffToday.has(person)),
    ],
    openInvitation: openInvitation(concern)?.proposals ?? null,
    reportToConfirm: reportToConfirm(concern) !== undefined,
    talks: concern.entries
      .filter((entry) => entry.step === 'hold_conversation')
      .map((entry) => ({ heldOn: entry.onDate ?? '', present: entry.people.map((person) => person.id) })),
    boardKnown: concern.upperKnown,
    boardMembers: concern.boardMembers,
    positionTaken: positionTaken(concern),
    positionDueOn: concern.positionDueOn,
  };
}

/** Everybody whom author or director made participant. */
export function participantsOf(concern: ConcernRow) {
  return concern.entries.filter((entry) => entry.step === 'add_participant').flatMap((entry) => entry.people);
}

/** The invitation that still waits for the director's answer. */
export function openInvitation(concern: ConcernRow): Entry | undefined {
  return concern.entries.reduce<Entry | undefined>((open, entry) => {
    if (entry.step === 'plan_conversation') return entry;
    const settles =
      entry.step === 'hold_conversation' ||
      entry.step === 'record_no_answer' ||
      (entry.step === 'answer_invitation' && entry.relation === 'school_director');
    return settles ? undefined : open;
  }, undefined);
}

/** The latest report at the school level that the director has not confirmed. */
export function reportToConfirm(concern: ConcernRow): Entry | undefined {
  return concern.entries.reduce<Entry | undefined>((open, entry) => {
    if (entry.step === 'hold_conversation') return entry.toStatus === 'with_board' ? open : entry;
    return entry.step === 'confirm_report' ? undefined : open;
  }, undefined);
}

/** Whether the director's own words about the present proposal are on record; their own proposal counts. */
function positionTaken(concern: ConcernRow): boolean {
  const proposed = concern.entries.findLastIndex((entry) => entry.step === 'propose_board');
  return concern.entries
    .slice(Math.max(proposed, 0))
    .some(
      (entry) =>
        entry.step === 'take_position' ||
        (entry.step === 'propose_board' && entry.relation === 'school_director'),
    );
}
