/** The website with the registers of the demonstration and no concerns, and forms sent as a browser sends them. */
import { expect } from 'vitest';
import { type DemonstrationRegisters, demonstrationRegisters } from '../../src/demo/index.ts';
import type { Role } from '../../src/platform/pure/actor.ts';
import { dayOf } from '../../src/platform/pure/dates.ts';
import { loadRegisters, presets } from '../../src/registers/index.ts';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from './house.ts';

export interface RegisterHouse {
  readonly house: House;
  readonly rotterdam: DemonstrationRegisters;
  readonly oss: DemonstrationRegisters;
  /** Of Rotterdam. */
  readonly administrator: Visitor;
  readonly teacher: Visitor;
  /** The administrator of the other partnership. */
  readonly stranger: Visitor;
  /** Moves the clock of the house. */
  at(moment: Date): void;
}

export async function openRegisters(): Promise<RegisterHouse> {
  let now = new Date();
  const house = await openHouse({ demo: false, clock: () => now });
  const demonstration = demonstrationRegisters(dayOf(now.getTime()));
  for (const registers of demonstration) {
    const { tenantId: id, code, name } = registers;
    const tenant = { id, code, name, preset: code, swvNumber: null, demonstration: true, ...presets[code] };
    await loadRegisters(house.operator, tenant, registers);
  }
  const of = (code: string) => only(demonstration.find((one) => one.code === code));
  const first = async (role: Role, tenantCode: string) =>
    comeIn(house, only((await peopleWith(house, role, tenantCode))[0]));
  return {
    house,
    rotterdam: of('rotterdam'),
    oss: of('oss-uden'),
    administrator: await first('administrator', 'rotterdam'),
    teacher: await first('teacher', 'rotterdam'),
    stranger: await first('administrator', 'oss-uden'),
    at: (moment) => {
      now = moment;
    },
  };
}

export function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}

/** The text of an answer that must have this status. */
export async function textOf(answer: Promise<Response> | Response, status = 200): Promise<string> {
  const response = await answer;
  const body = await response.text();
  expect(response.status, body.slice(0, 4_000)).toBe(status);
  return body;
}

/** Sends the form of a page as a browser would: with the hidden fields it was drawn with. */
export async function send(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  action = path,
): Promise<Response> {
  const page = await textOf(visitor.get(path));
  const forms = page.split('<form').map((part) => part.split('</form>')[0] ?? '');
  const form = only(
    forms.find((part) => part.includes(`action="${action}"`) && part.includes('method="post"')),
  );
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return visitor.post(action, {
    ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
    ...fields,
  });
}
