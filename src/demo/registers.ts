/**
 * Two invented partnerships, the same at every load but for the days, which lie around the base day. Whatever can happen to an
 * appointment happens somewhere: the list `special` says where.
 */
import { createHash } from 'node:crypto';
import { addDays, type CivilDate } from '../platform/pure/dates.ts';
import type {
  LoadedAppointment,
  LoadedHoliday,
  LoadedPerson,
  LoadedPlace,
  LoadedSchool,
  Registers,
} from '../registers/index.ts';
import { carnivalOf, holidaysOf, schoolYearsAround } from './holidays.ts';
import { firstNames, lastNames, type PartnershipNames, partnerships, streets } from './names.ts';
import { postsOf, special } from './posts.ts';

export interface DemonstrationRegisters extends Registers {
  readonly tenantId: string;
  readonly code: 'rotterdam' | 'oss-uden';
  readonly name: string;
  readonly middle: { readonly latitude: number; readonly longitude: number };
}

/** The registers of both partnerships around a day. */
export function demonstrationRegisters(today: CivilDate): readonly DemonstrationRegisters[] {
  return partnerships.map((names) => registersOf(names, today));
}

/** A fixed id for a thing of the demonstration (UUIDv8, RFC 9562 §5.8). */
function fixedId(...path: readonly (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`kortelijn demonstratie ${path.join('/')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function registersOf(names: PartnershipNames, today: CivilDate): DemonstrationRegisters {
  const { code, name } = names;
  const places = (
    kind: string,
    list: readonly string[],
    codeOf: (nth: number) => string,
  ): readonly LoadedPlace[] =>
    list.map((one, nth) => ({ id: fixedId(code, kind, nth), code: codeOf(nth), name: one }));
  const boards = places('board', names.boards, (nth) => `${code === 'rotterdam' ? '991' : '992'}0${nth + 1}`);
  const areas = places('area', names.areas, (nth) => `G${nth + 1}`);
  const schools = names.schools.map((school, nth) => schoolOf(names, school, nth, boards, areas));
  const posts = postsOf(names, today);
  const keys = [...new Set(posts.map((post) => post.who))];
  const people = keys.map((key, nth) => personOf(names, key, nth, today));
  const appointments = posts.map((post): LoadedAppointment => {
    const { who, role, board, school, from = addDays(today, -1_200), until = null, acting = false } = post;
    return {
      id: fixedId(code, 'appointment', who, role, board ?? '', school ?? ''),
      personId: fixedId(code, 'person', who),
      role,
      boardId: board === undefined ? null : (boards[board]?.id ?? null),
      schoolId: school === undefined ? null : (schools[school]?.id ?? null),
      acting,
      startsOn: from,
      endsOn: until,
    };
  });
  const holidays = holidaysFor(names, today, boards, schools);
  const middle = { latitude: names.latitude, longitude: names.longitude };
  const register = { boards, areas, schools, people, appointments, holidays };
  return { tenantId: fixedId(code), code, name, middle, ...register };
}

function schoolOf(
  names: PartnershipNames,
  name: string,
  nth: number,
  boards: readonly LoadedPlace[],
  areas: readonly LoadedPlace[],
): LoadedSchool {
  const board = nth === special.noBoard ? undefined : boards[nth === special.ownBoard ? 3 : nth % 3];
  const number = String(nth + 1).padStart(2, '0');
  return {
    id: fixedId(names.code, 'school', nth),
    code: `${names.brin}${String.fromCharCode(65 + nth)}00`,
    name,
    kind: nth % 13 === 12 ? 'SO' : nth % 9 === 8 ? 'SBO' : 'BO',
    boardId: board?.id ?? null,
    areaId: areas[nth % areas.length]?.id ?? '',
    street: streets[nth % streets.length] ?? '',
    houseNumber: String(3 + nth * 2),
    postcode: `99${number} ZZ`,
    city: names.places[nth % names.places.length] ?? '',
    phone: `000 000 00 ${number}`,
    pupils: 84 + ((nth * 53) % 310),
    ...placeOf(names, nth, areas.length),
  };
}

/** Each area lies in a corner of its own, with a crooked edge, so that a map shows areas and no rows. */
function placeOf({ latitude, longitude }: PartnershipNames, nth: number, areas: number) {
  const [area, within] = [nth % areas, Math.floor(nth / areas)];
  return {
    latitude: latitude + Math.floor(area / 2) * 0.042 + (within % 3) * 0.014 + (nth % 5) * 0.002,
    longitude: longitude + (area % 2) * 0.058 + Math.floor(within / 3) * 0.019 + (nth % 7) * 0.002,
  };
}

function personOf(names: PartnershipNames, key: string, nth: number, today: CivilDate): LoadedPerson {
  // 39 first and 31 last names: no two people among 1,209 have the same pair.
  const at = nth + (names.code === 'rotterdam' ? 0 : 600);
  const first = firstNames[at % firstNames.length] ?? '';
  const last = lastNames[at % lastNames.length] ?? '';
  const plain = `${first}.${last}`.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll(' ', '').toLowerCase();
  return {
    id: fixedId(names.code, 'person', key),
    name: `${first} ${last}`,
    email: `${plain}@${names.mail}`,
    phone: key.startsWith('teacher') ? null : `000 000 ${String(1_000 + nth)}`,
    suspendedAt: key === 'suspended teacher' ? `${addDays(today, -5)}T08:00:00Z` : null,
  };
}

function holidaysFor(
  names: PartnershipNames,
  today: CivilDate,
  boards: readonly LoadedPlace[],
  schools: readonly LoadedSchool[],
): readonly LoadedHoliday[] {
  const region = names.code === 'rotterdam' ? 'midden' : 'zuid';
  const base = { boardId: null, schoolId: null, kind: 'free' } as const;
  return schoolYearsAround(today).flatMap((year) => {
    const id = (...path: readonly (string | number)[]) => fixedId(names.code, 'holiday', year, ...path);
    const everybody = holidaysOf(year, region).map(
      ({ name, from, until }): LoadedHoliday => ({
        ...base,
        id: id(name),
        scope: 'tenant',
        name,
        startsOn: from,
        endsOn: until,
      }),
    );
    const carnival = carnivalOf(year);
    const [monday, tuesday, thursday] = [addDays(carnival, 2), addDays(carnival, 3), addDays(carnival, 5)];
    const ofBoard = { ...base, id: id('board'), scope: 'board', boardId: boards[1]?.id ?? null } as const;
    const ofSchool = {
      ...base,
      id: id('school'),
      scope: 'school',
      schoolId: schools[4]?.id ?? null,
    } as const;
    const exceptions: readonly LoadedHoliday[] =
      region === 'midden'
        ? [
            { ...ofBoard, name: 'Carnaval', startsOn: monday, endsOn: addDays(tuesday, 1) },
            {
              ...ofSchool,
              kind: 'open',
              name: 'Gewoon les op carnavalsmaandag',
              startsOn: monday,
              endsOn: tuesday,
            },
          ]
        : [
            {
              ...ofBoard,
              kind: 'open',
              name: 'Weer les na carnaval',
              startsOn: thursday,
              endsOn: addDays(thursday, 2),
            },
            { ...ofSchool, name: 'Vrij na carnaval', startsOn: thursday, endsOn: addDays(thursday, 1) },
          ];
    return [...everybody, ...exceptions];
  });
}
