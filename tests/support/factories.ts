/** Small makers of partnerships, schools, people and concerns. Everything is invented; a concern gets where it is by the actions. */

import { noteConcern, type Outcome, takeStep } from '../../src/concerns/concern.actions.ts';
import type { NoteInput, StepRequest } from '../../src/concerns/concern.input.ts';
import type { About, Status } from '../../src/concerns/concern.rules.ts';
import { sql } from '../../src/platform/database.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Role } from '../../src/platform/pure/actor.ts';
import { actorOf, deedOf, type Stage } from './stage.ts';

export { actorOf, deedOf, openStage, type Stage } from './stage.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
let made = 0;

/** Each file of tests counts from one, so that its names and codes are the same whatever ran before it. */
export const startCounting = () => {
  made = 0;
};

/** A number nobody had yet, so that names and codes differ. */
const next = () => {
  made += 1;
  return made;
};

export async function aPartnership(stage: Stage, demonstration = false): Promise<string> {
  const id = newId();
  const nth = next();
  await stage.database.write({ operatorFor: null }, (tx) =>
    tx.run(sql`insert into tenant (tenant_id, code, name, preset, holiday_region, demonstration)
      values (${id}, ${`verband-${nth}`}, ${`Samenwerkingsverband ${nth}`}, 'rotterdam', 'midden', ${demonstration})`),
  );
  return id;
}

export async function aBoard(stage: Stage, tenantId: string): Promise<string> {
  const id = newId();
  const nth = next();
  await stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(
      sql`insert into board (tenant_id, id, code, name) values (${tenantId}, ${id}, ${`B${nth}`}, ${`Bestuur ${nth}`})`,
    ),
  );
  return id;
}

export interface School {
  readonly id: string;
  readonly code: string;
}

export async function aSchool(stage: Stage, tenantId: string, boardId: string | null): Promise<School> {
  const id = newId();
  const nth = next();
  const code = `${String(nth).padStart(3, '0')}${letters[nth % letters.length]}00`;
  await stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(
      sql`insert into school (tenant_id, id, code, name, board_id) values (${tenantId}, ${id}, ${code}, ${`School ${nth}`}, ${boardId})`,
    ),
  );
  return { id, code };
}

export async function aPerson(stage: Stage, tenantId: string, name?: string): Promise<string> {
  const id = newId();
  const nth = next();
  await stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(sql`insert into person (tenant_id, id, name, email)
      values (${tenantId}, ${id}, ${name ?? `Proefpersoon ${letters[nth % letters.length]}${nth}`}, ${`persoon${nth}@proef.example`})`),
  );
  return id;
}

interface Wanted {
  readonly tenantId: string;
  /** Somebody who is there already; without it a new person. */
  readonly personId?: string;
  readonly schoolId?: string;
  readonly boardId?: string;
  readonly from?: string;
  /** First day it no longer holds. */
  readonly to?: string;
}

/** Gives the person's id. */
export async function anAppointment(stage: Stage, role: Role, wanted: Wanted): Promise<string> {
  const { tenantId, personId = await aPerson(stage, tenantId), schoolId = null, boardId = null } = wanted;
  await stage.database.write({ operatorFor: tenantId }, (tx) =>
    tx.run(sql`insert into appointment (tenant_id, id, person_id, role, school_id, board_id, starts_on, ends_on)
      values (${tenantId}, ${newId()}, ${personId}, ${role}, ${schoolId}, ${boardId}, ${wanted.from ?? '2025-08-01'}, ${wanted.to ?? null})`),
  );
  return personId;
}

/** A school with one person for every part in the protocol. Each is named after the seat they take. */
export interface Cast {
  /** What their concerns are about; a school when not said. */
  readonly about?: About;
  readonly tenantId: string;
  readonly boardId: string;
  readonly school: School;
  readonly author: string;
  readonly director: string;
  readonly coordinator: string;
  readonly teamLead: string;
  readonly boardMember: string;
  readonly partnershipDirector: string;
}

export async function aCast(stage: Stage, tenantId?: string): Promise<Cast> {
  const tenant = tenantId ?? (await aPartnership(stage));
  const boardId = await aBoard(stage, tenant);
  const school = await aSchool(stage, tenant, boardId);
  const here = { tenantId: tenant, schoolId: school.id };
  return {
    tenantId: tenant,
    boardId,
    school,
    author: await anAppointment(stage, 'contact_person', here),
    director: await anAppointment(stage, 'school_director', here),
    coordinator: await anAppointment(stage, 'support_coordinator', here),
    teamLead: await anAppointment(stage, 'team_lead', { tenantId: tenant }),
    boardMember: await anAppointment(stage, 'board_member', { tenantId: tenant, boardId }),
    partnershipDirector: await anAppointment(stage, 'partnership_director', { tenantId: tenant }),
  };
}

/** The mirror: a school raises a concern about the partnership, so other people sit in the same seats. */
export async function aMirroredCast(stage: Stage): Promise<Cast> {
  const tenantId = await aPartnership(stage);
  const boardId = await aBoard(stage, tenantId);
  const school = await aSchool(stage, tenantId, boardId);
  const here = { tenantId, schoolId: school.id };
  const partnershipDirector = await anAppointment(stage, 'partnership_director', { tenantId });
  return {
    about: 'partnership',
    tenantId,
    boardId,
    school,
    author: await anAppointment(stage, 'support_coordinator', here),
    director: await anAppointment(stage, 'team_lead', { tenantId }),
    coordinator: await anAppointment(stage, 'teacher', here),
    teamLead: await anAppointment(stage, 'school_director', here),
    boardMember: partnershipDirector,
    partnershipDirector,
  };
}

/** A note with everything that sharing asks. */
export const aNote = (schoolCode: string, noticedOn = '2026-03-02'): NoteInput => ({
  schoolCode,
  noticedOn,
  occasion: 'Voortgangsgesprek',
  observation: 'Drie groepen hadden deze maand geen vaste leerkracht.',
  impression: 'Het team lijkt moe.',
  meaningForChildren: 'Kinderen missen rust.',
  goesWell: 'De groepen vangen elkaar op.',
});

/** Somebody takes a step that must succeed; an hour passes. */
export async function step(
  stage: Stage,
  tenantId: string,
  who: string,
  id: string,
  request: StepRequest,
): Promise<void> {
  must(await takeStep(deedOf(stage), await actorOf(stage, tenantId, who), id, request), request.step);
  stage.pass(1);
}

/** Gives the concern's id. An hour passes. */
export async function aNoteBy(
  stage: Stage,
  cast: Cast,
  who = cast.author,
  more: Partial<NoteInput> = {},
): Promise<string> {
  const noticedOn = stage.now().toISOString().slice(0, 10);
  const actor = await actorOf(stage, cast.tenantId, who);
  const outcome = must(
    await noteConcern(deedOf(stage), actor, {
      ...aNote(cast.school.code, noticedOn),
      about: cast.about,
      ...more,
    }),
    'note',
  );
  stage.pass(1);
  return outcome.id;
}

function must(outcome: Outcome, what: string): { readonly id: string } {
  if (outcome.outcome === 'taken') return outcome;
  throw new Error(`${what}: ${JSON.stringify(outcome)}`);
}

export const aTalk = (heldOn: string, present: readonly string[]): StepRequest => ({
  step: 'hold_conversation',
  heldOn,
  present: [...present],
  report: 'Wij bespraken de bezetting.',
  goesWell: 'Ouders zijn ingelicht.',
  agreements: [
    { what: 'Rooster maken', who: 'De directeur', by: '2026-12-01', childrenNotice: 'Een vaste leerkracht.' },
  ],
});

/** Each state's last step, who takes it and the state before it. */
const roads: Readonly<
  Record<
    Exclude<Status, 'noted'>,
    { from: Status; who: keyof Cast; request: (cast: Cast, day: string) => StepRequest }
  >
> = {
  with_director: { from: 'noted', who: 'author', request: () => ({ step: 'share_with_director' }) },
  working: {
    from: 'with_director',
    who: 'author',
    request: (cast, day) => aTalk(day, [cast.author, cast.director]),
  },
  board_proposed: {
    from: 'working',
    who: 'author',
    request: () => ({ step: 'propose_board', whyNotAtSchool: 'Er is geld nodig.' }),
  },
  with_board: { from: 'board_proposed', who: 'teamLead', request: () => ({ step: 'share_with_board' }) },
  resolved: {
    from: 'working',
    who: 'author',
    request: () => ({ step: 'review', childrenNotice: 'Rust in de groep.', resolved: true }),
  },
  closed: {
    from: 'working',
    who: 'author',
    request: () => ({ step: 'close', outcome: 'withdrawn', reason: 'Het speelt niet meer.' }),
  },
};

/** A concern that went its lawful way to this state. An hour passes with each step. */
export async function aConcernIn(stage: Stage, cast: Cast, status: Status): Promise<string> {
  if (status === 'noted') return aNoteBy(stage, cast);
  const road = roads[status];
  const id = await aConcernIn(stage, cast, road.from);
  if (status === 'with_board') {
    await step(stage, cast.tenantId, cast.director, id, {
      step: 'take_position',
      position: 'agrees',
      text: 'Doe maar.',
    });
  }
  const day = stage.now().toISOString().slice(0, 10);
  const who = road.who === 'teamLead' ? cast.teamLead : cast.author;
  await step(stage, cast.tenantId, who, id, road.request(cast, day));
  return id;
}
