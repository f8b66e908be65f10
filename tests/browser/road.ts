// The road of a concern, stage by stage, as its people walk it through the pages.
import { expect } from 'vitest';
import { addDays, dayOf } from '../../src/platform/pure/dates.ts';
import type { SchoolCast } from './cast.ts';
import type { Hands } from './hands.ts';
import { type Outsider, refuses, says, shows, wordsIn } from './looks.ts';

/** Everybody around one school, logged in. */
export interface Company {
  readonly cast: SchoolCast;
  readonly author: Hands;
  readonly director: Hands;
  readonly coordinator: Hands;
  readonly teamLead: Hands;
  readonly board: Hands;
  readonly boardSees: Outsider;
  readonly coordinatorSees: Outsider;
  /** The windows run JavaScript. */
  readonly scripted: boolean;
}

interface Noted {
  /** Address of the concern. */
  readonly concern: string;
  readonly number: string;
}

/** Noting: from the school's own page, saved while typing. */
export async function note({ author, director, boardSees, cast, scripted }: Company): Promise<Noted> {
  await author.menu('Scholen');
  await author.write('Naam, plaats of code', cast.school.name);
  await author.press('Toon');
  await author.follow(cast.school.name);
  await author.follow('Noteer een zorg');
  expect(await author.page.getByLabel('School', { exact: true }).inputValue()).toBe(cast.school.code);
  await author.write('Wat gebeurde er?', 'Drie groepen hadden deze maand geen vaste leerkracht.');
  await author.pick('Waar kwam dit ter sprake?', 'Teamoverleg');
  if (scripted) {
    await author.page.getByText(/^Bewaard om/).waitFor();
    await author.page.reload();
    expect(await author.page.getByLabel('Wat gebeurde er?').inputValue()).toContain('Drie groepen');
  }
  await author.press('Bewaar notitie');
  await says(author, 'Uw notitie is bewaard. Alleen u leest die.');
  const concern = new URL(author.page.url()).pathname;
  const number = (await author.page.locator('h1 .title-row__number').textContent()) ?? '';
  expect(await director.open(concern)).toBe(404);
  await boardSees.nothing(concern);
  return { concern, number };
}

/** Sharing: what is missing is asked for, what was typed stays. */
export async function share({
  author,
  boardSees,
  coordinatorSees,
  cast,
  concern,
}: Company & Noted): Promise<void> {
  await author.follow('Delen met de directeur');
  await shows(author, cast.director.name);
  await author.write('Wat denkt u ervan?', 'Het team lijkt moe.');
  await author.press('Deel met de directeur');
  await refuses(author, ['Wat betekent dit voor kinderen?', 'Wat gaat er goed?']);
  expect(await author.page.getByLabel('Wat denkt u ervan?').inputValue()).toBe('Het team lijkt moe.');
  await author.write('Wat betekent dit voor kinderen?', 'Kinderen missen rust en een vast gezicht.');
  await author.write('Wat gaat er goed?', 'De groepen vangen elkaar goed op.');
  await author.press('Deel met de directeur');
  await says(author, 'Gedeeld met de directeur.');
  await boardSees.nothing(concern);
  await coordinatorSees.nothing(concern);
}

/** The director answers. */
export async function reply({ director, concern }: Company & Noted): Promise<void> {
  await director.open('/');
  await director.follow(director.page.locator(`main a[href^="${concern}"]`).first());
  await shows(director, 'Kinderen missen rust en een vast gezicht.');
  await director.follow('Reageren als directeur');
  await director.pick('Klopt dit beeld?', 'Aanvulling');
  await director.write('In uw eigen woorden', 'Er is sinds vandaag een invaller voor een van de groepen.');
  await director.press('Plaats reactie');
  await says(director, 'Uw reactie staat op de tijdlijn.');
}

/** Moments are proposed, one row too many goes again, and one is chosen. */
export async function plan({ author, director, boardSees, concern }: Company & Noted): Promise<void> {
  await author.open(concern);
  await author.follow('Gesprek plannen');
  await author.date('Dag en tijd', `${today(2)}T15:00`, 0);
  await author.press('Nog een moment');
  await author.date('Dag en tijd', `${today(3)}T09:30`, 2);
  await author.press('Verwijder moment 2');
  expect(await author.page.getByLabel('Dag en tijd').count()).toBe(2);
  await author.press('Nodig uit');
  await says(author, 'De uitnodiging staat klaar voor de directeur.');
  await boardSees.nothing(concern);
  await director.open(concern);
  await director.follow('Uitnodiging beantwoorden');
  await director.pick('Welk moment past u?', '09:30 uur');
  await director.press('Antwoord');
  await says(director, 'Uw antwoord staat op de tijdlijn.');
}

/** The coordinator reads along from the moment the director lets them, not before. */
export async function letJoin({
  director,
  coordinator,
  boardSees,
  coordinatorSees,
  cast,
  concern,
}: Company & Noted): Promise<void> {
  await coordinatorSees.nothing(concern);
  await director.follow('Iemand van de school laten meedoen');
  await director.select('Wie doet er mee?', cast.coordinator.name);
  await director.press('Laat meedoen');
  await says(director, 'Deze persoon doet nu mee.');
  expect(await coordinator.open(concern)).toBe(200);
  await shows(coordinator, 'Kinderen missen rust en een vast gezicht.');
  await shows(coordinator, 'Er is sinds vandaag een invaller');
  await boardSees.nothing(concern);
}

/** The talk: refused with everything that is lacking, then with the director and agreements. */
export async function talk({ author, director, boardSees, cast, concern }: Company & Noted): Promise<void> {
  await author.open(concern);
  await author.follow('Gesprek vastleggen');
  await author.date('Wanneer was het gesprek?', today());
  await author.pick('Wie waren erbij?', cast.contactPerson.name);
  await author.write('Verslag', 'Wij bespraken de bezetting en de rust in de groepen.');
  await author.write('Wat gaat er goed?', 'Ouders zijn goed ingelicht.');
  await author.press('Leg het gesprek vast');
  await refuses(author, ['Er was geen directeur van de school bij.', 'Leg ten minste één afspraak vast']);
  expect(await author.page.getByLabel('Verslag').inputValue()).toContain('Wij bespraken');
  await author.pick('Wie waren erbij?', cast.director.name);
  await agreement(author, 0, 'Een rooster met vaste mensen', today(14));
  await author.press('Nog een afspraak');
  await author.press('Nog een afspraak');
  expect(await author.page.getByLabel('Wat spreekt u af?').count()).toBe(3);
  await agreement(author, 2, 'Een rustige werkplek', today(21));
  await author.press('Verwijder afspraak 2');
  expect(await author.page.getByLabel('Wat spreekt u af?').nth(1).inputValue()).toBe('Een rustige werkplek');
  await author.press('Leg het gesprek vast');
  await says(author, 'Het gesprek is vastgelegd.');
  await shows(author, 'Een rooster met vaste mensen');
  await boardSees.nothing(concern);
  await director.open(concern);
  await director.follow('Verslag bevestigen');
  await shows(director, 'Wij bespraken de bezetting en de rust in de groepen.');
  await director.pick('Klopt het verslag?', 'Akkoord');
  await director.press('Bevestig');
  await says(director, 'Uw antwoord op het verslag staat op de tijdlijn.');
}

/** To the board: proposed, refused while the director was not heard, and the director is heard. */
export async function propose({
  author,
  director,
  teamLead,
  boardSees,
  concern,
}: Company & Noted): Promise<void> {
  await author.open(concern);
  await author.follow('Bestuur voorstellen');
  await author.write('Waarom lukt het niet op school?', 'Er is geen geld voor een extra leerkracht.');
  await author.press('Doe het voorstel');
  await says(author, 'Het voorstel staat klaar. De directeur is nu aan de beurt.');
  await boardSees.nothing(concern);
  expect(await teamLead.open(`${concern}/delen-met-bestuur`)).toBe(409);
  await shows(teamLead, 'De directeur heeft nog geen standpunt gegeven.');
  expect(await author.open(`${concern}/delen-met-bestuur`)).toBe(403);
  await director.open(concern);
  await director.follow('Standpunt geven');
  await director.pick('Wat vindt u van het voorstel?', 'Oneens');
  await director.write('In uw eigen woorden', 'Wij vinden de oplossing liever zelf.');
  await director.press('Geef uw standpunt');
  await says(director, 'Uw standpunt staat op de tijdlijn.');
  await boardSees.nothing(concern);
}

/** A second person decides; the board sees exactly what was shown before, and adds its view. */
export async function showTheBoard({ teamLead, board, boardSees, concern }: Company & Noted): Promise<void> {
  await teamLead.open(concern);
  await teamLead.follow('Delen met het bestuur');
  const promised = await wordsIn(teamLead);
  expect(promised).toContain('Wij vinden de oplossing liever zelf.');
  expect(promised.join(' ')).not.toContain('uitnodig');
  await boardSees.nothing(concern);
  await teamLead.press('Deel met het bestuur');
  await says(teamLead, 'Gedeeld met het bestuur.');
  // The outsider's eyes are good: now they do see something.
  await expect(boardSees.nothing(concern)).rejects.toThrow();

  await board.menu('Zorgen');
  await board.follow(board.page.locator(`main a[href="${concern}"]`));
  const seen = await wordsIn(board);
  expect(promised.filter((words) => !seen.includes(words))).toEqual([]);
  expect(seen.filter((words) => !promised.includes(words))).toEqual([]);
  await board.follow('Zienswijze geven');
  await board.write('Uw zienswijze', 'Wij maken ruimte voor een extra leerkracht.');
  await board.press('Plaats zienswijze');
  await says(board, 'Uw zienswijze staat op de tijdlijn.');
}

/** Resolved, and taken up again as a new note of which the board knows nothing. */
export async function endAndBeginAgain({
  author,
  teamLead,
  board,
  concern,
  number,
}: Company & Noted): Promise<void> {
  await teamLead.open(concern);
  await teamLead.follow('Opgelost');
  await teamLead.write('Wat merken kinderen nu?', 'Elke groep heeft een vaste leerkracht.');
  await teamLead.write('Wat heeft het opgeleverd?', 'Rust in drie groepen.');
  await teamLead.press('Opgelost');
  await says(teamLead, 'De zorg is opgelost.');
  await author.open(concern);
  await shows(author, 'Deze zorg is opgelost');
  await board.open(concern);
  const after = await wordsIn(board);
  await author.follow('Opnieuw oppakken');
  await author.write('Wat gebeurde er?', 'Een van de groepen heeft weer geen vaste leerkracht.');
  await author.pick('Waar kwam dit ter sprake?', 'Telefoon of e-mail');
  await author.press('Bewaar notitie');
  await says(author, 'Uw notitie is bewaard. Alleen u leest die.');
  await shows(author, `zorg ${number}`);
  expect(await board.open(new URL(author.page.url()).pathname)).toBe(404);
  await board.open(concern);
  expect(await wordsIn(board)).toEqual(after);
}

/** A day from now. */
export const today = (days = 0) => addDays(dayOf(Date.now()), days);

async function agreement(hands: Hands, row: number, what: string, by: string): Promise<void> {
  await hands.write('Wat spreekt u af?', what, row);
  await hands.write('Wie doet dit?', 'De directeur', row);
  await hands.date('Wanneer is het klaar?', by, row);
  await hands.write('Wat merken kinderen ervan?', 'Een vast gezicht voor de groep.', row);
}
