/** The road of a concern through the real pages: first the director, and the board sees nothing until it is shared with them. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOf } from '../support/share.ts';
import { openSite, type Site, watch } from '../support/site.ts';
import { aConcern, aTalk, castOf, type SchoolCast } from './cast.ts';
import { byKeyboard, byPointer, type Hands } from './hands.ts';
import { outsider, refuses, says, shows } from './looks.ts';
import * as road from './road.ts';
import { today } from './road.ts';

let site: Site;
let casts: readonly SchoolCast[];
beforeAll(async () => {
  site = await openSite();
  casts = await castOf(site.house);
}, 120_000);
afterAll(() => site.close());

interface Way {
  readonly name: string;
  readonly hands: (page: Page) => Hands;
  readonly options: BrowserContextOptions;
}
const wide = { width: 1280, height: 900 };
const ways: readonly Way[] = [
  { name: 'with a mouse on a wide screen', hands: byPointer, options: { viewport: wide } },
  {
    name: 'on a phone',
    hands: byPointer,
    options: { viewport: { width: 320, height: 640 }, hasTouch: true },
  },
  { name: 'without JavaScript', hands: byPointer, options: { viewport: wide, javaScriptEnabled: false } },
  { name: 'with the keyboard only', hands: byKeyboard, options: { viewport: wide } },
];

/** `WAYS=1` walks all four; unless told each commit another one. */
const share = shareOf('WAYS', 4);

describe('a concern goes to the director, to the board and back', () => {
  const walked = ways.map((way, nth) => [way.name, way, nth] as const);
  it.each(walked.filter((_way, nth) => share.takes(nth)))('%s', walk, 150_000);
});

async function walk(_name: string, way: Way, nth: number): Promise<void> {
  const cast = only(casts[nth]);
  const { comeIn, leave } = newcomers(way);
  const board = await comeIn(cast.boardMember);
  const coordinator = await comeIn(cast.coordinator);
  const company: road.Company = {
    cast,
    board,
    coordinator,
    author: await comeIn(cast.contactPerson),
    director: await comeIn(cast.director),
    teamLead: await comeIn(cast.teamLead),
    boardSees: await outsider(board, cast),
    coordinatorSees: await outsider(coordinator, cast),
    scripted: way.options.javaScriptEnabled !== false,
  };
  const all = { ...company, ...(await road.note(company)) };
  await road.share(all);
  await road.reply(all);
  await road.plan(all);
  await road.letJoin(all);
  await road.talk(all);
  await road.propose(all);
  await road.showTheBoard(all);
  await road.endAndBeginAgain(all);
  await leave();
}

/** Lets people in by the page of the demonstration, each in a window of their own where nothing may go wrong. */
function newcomers(way: Way) {
  const windows: BrowserContext[] = [];
  const faults: (readonly string[])[] = [];
  return {
    async comeIn(who: { readonly id: string }): Promise<Hands> {
      const window = await site.window(way.options);
      windows.push(window);
      window.setDefaultTimeout(8_000);
      faults.push(watch(window, site.address));
      const hands = way.hands(await window.newPage());
      await hands.open('/demo');
      await hands.press(hands.page.locator(`form:has(input[value="${who.id}"]) button`));
      expect(await hands.page.title()).toBe('Vandaag - Kortelijn');
      return hands;
    },
    async leave(): Promise<void> {
      expect(faults.flat()).toEqual([]);
      for (const window of windows) await window.close();
    },
  };
}

it('a proposal is withdrawn, and another is not shared with the board: it never hears of either', async () => {
  const cast = only(casts[4]);
  const comers = newcomers(only(ways[0]));
  const [author, teamLead, board] = [
    await comers.comeIn(cast.contactPerson),
    await comers.comeIn(cast.teamLead),
    await comers.comeIn(cast.boardMember),
  ];
  const boardSees = await outsider(board, cast);
  const concern = await aConcern(site.house, cast, [{ step: 'share_with_director' }, aTalk(cast)]);
  await author.open(concern);
  await propose(author, 'Er is geen geld voor een extra leerkracht.');
  await author.follow('Voorstel intrekken');
  await author.press('Trek het voorstel in');
  await refuses(author, ['Waarom trekt u het in?']);
  await author.write('Waarom trekt u het in?', 'De school vond zelf een oplossing.');
  await author.press('Trek het voorstel in');
  await says(author, 'Het voorstel is ingetrokken.');
  await boardSees.nothing(concern);

  await propose(author, 'Het geld is op.');
  await teamLead.open(concern);
  await shows(teamLead, 'De directeur heeft nog geen standpunt gegeven.');
  await teamLead.follow('Niet naar het bestuur');
  await teamLead.write('Waarom niet?', 'De school kan dit nog zelf.');
  await teamLead.date('Wanneer kijkt u terug?', today());
  await teamLead.press('Niet naar het bestuur');
  await refuses(teamLead, ['Kies een dag in de toekomst om terug te kijken.']);
  await teamLead.date('Wanneer kijkt u terug?', today(30));
  await teamLead.press('Niet naar het bestuur');
  await says(teamLead, 'Besloten: niet naar het bestuur.');
  await author.open(concern);
  await shows(author, 'De school kan dit nog zelf.');
  await boardSees.nothing(concern);
  await comers.leave();
}, 60_000);

it('a step that cannot be taken yet says everything that is lacking and what comes first', async () => {
  const cast = only(casts[5]);
  const comers = newcomers(only(ways[0]));
  const author = await comers.comeIn(cast.contactPerson);
  const concern = await aConcern(site.house, cast, [{ step: 'share_with_director' }]);
  expect(await author.open(`${concern}/bestuur-voorstellen`)).toBe(409);
  await shows(author, 'Er is nog geen gesprek vastgelegd met de directeur van nu. Altijd eerst de directeur');
  await shows(author, 'Deze stap past niet bij «Bij de directeur».');
  await author.follow('Gesprek vastleggen');
  expect(await author.page.title()).toContain('Gesprek vastleggen');
  await comers.leave();
});

async function propose(author: Hands, why: string): Promise<void> {
  await author.follow('Bestuur voorstellen');
  await author.write('Waarom lukt het niet op school?', why);
  await author.press('Doe het voorstel');
}

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing');
  return value;
}
