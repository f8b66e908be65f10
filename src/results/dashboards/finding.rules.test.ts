import { describe, expect, it } from 'vitest';
import type { ShownFigure } from '../measures/figure.rules.ts';
import { type MeasureCode, measureCodes, measureOf } from '../measures/measure.rules.ts';
import { findingOf, quartersTitle, runFinding, saidOf } from './finding.rules.ts';

const figure = (more: Partial<ShownFigure>): ShownFigure => ({ key: 'all', n: 40, value: null, ...more });
const say = (code: MeasureCode, now: Partial<ShownFigure>, before?: Partial<ShownFigure>) =>
  findingOf(measureOf(code), figure(now), before && figure(before));

describe('a title', () => {
  it.each([
    [
      'first_contact_days',
      { value: 6 },
      'Van de vragen die niet eerder eindigden, had de helft binnen 6 schooldagen een eerste contact',
    ],
    [
      'first_contact_days',
      { value: 1 },
      'Van de vragen die niet eerder eindigden, had de helft binnen 1 schooldag een eerste contact',
    ],
    [
      'first_contact_days',
      { value: 0 },
      'Van de vragen die niet eerder eindigden, had de helft dezelfde schooldag een eerste contact',
    ],
    [
      'start_days',
      { value: 12 },
      'Van de vragen die niet eerder eindigden, was de helft binnen 12 schooldagen gestart',
    ],
    [
      'earliness_days',
      { value: 3 },
      'Bij de helft van de vragen die niet eerder eindigden, dacht binnen 3 schooldagen na het signaal een specialist mee',
    ],
    ['hand_offs', { value: 1.25 }, 'Een vraag ging gemiddeld 1,3 keer over naar iemand anders'],
    ['light_route_share', { value: 0.625 }, '63% van de vragen ging over een school, team of groep'],
    ['hours_done', { value: 1234.4 }, '1.234 uren inzet gedaan'],
    ['hours_done', { value: 1.4 }, '1 uur inzet gedaan'],
    ['hours_planned', { value: 80 }, '80 uren inzet gepland'],
    ['requested_provided', { value: 90.2, of: 100 }, 'Er zijn 100 dagdelen inzet gevraagd en 90 gedaan'],
    ['requested_provided', { value: 0.6, of: 1 }, 'Er is 1 dagdeel inzet gevraagd en 1 gedaan'],
    ['schools_unvisited', { value: 0.1 }, 'Op 10% van de scholen is geen bezoek opgeschreven'],
    [
      'scorer_agreement',
      { value: 0.5 },
      'School en specialist gaven bij 50% van de doelen dezelfde eindscore',
    ],
    ['satisfaction', { value: 7.42 }, 'Het samenwerkingsverband krijgt gemiddeld een 7,4'],
    [
      'special_reach',
      { value: 14 },
      'In het gewone onderwijs is 14 keer gewerkt met expertise uit het speciaal onderwijs',
    ],
    ['practice_reuse', { value: 0.4 }, '40% van de praktijkkaarten werd na een half jaar nog gebruikt'],
    ['recorded_on_time', { value: 0.8 }, '80% van de bezoeken is op tijd opgeschreven'],
    ['confirmed_on_time', { value: 0.9 }, '90% van de bezoeken is op tijd bevestigd'],
    ['capacity_use', { value: 0.87 }, '87% van de contracten is gepland'],
  ] as const)('of %s says what one sees: %o', (code, now, title) => {
    expect(say(code, now)).toBe(title);
  });

  it('says of a lead time that most still wait, and nothing where that is not told', () => {
    expect(say('first_contact_days', { open: 21 })).toBe(
      'Van de vragen die niet eerder eindigden, wacht meer dan de helft nog op een eerste contact',
    );
    expect(say('first_contact_days', { open: 20 })).toBe('Van indienen tot eerste contact');
    expect(say('start_days', { p85: 30 })).toBe('Van indienen tot start');
  });

  it('keeps school and specialist apart, each of ten scores at least', () => {
    const parts = [
      { key: 'school:-1', n: 5 },
      { key: 'school:0', n: 10 },
      { key: 'school:2', n: 5 },
      { key: 'specialist:-2', n: 10 },
      { key: 'specialist:0', n: 10 },
    ];
    expect(say('goal_levels', { parts })).toBe(
      'Volgens de school was 75% van de doelen na de inzet zoals verwacht of beter, volgens de specialist 50%',
    );
    expect(say('lasted', { parts: parts.slice(3) })).toBe(
      'Volgens de specialist bleef 50% van de doelen na de inzet gelijk of kwam verder',
    );
    const nine = [{ key: 'school:0', n: 9 }];
    expect(say('goal_levels', { parts: [...nine, ...parts.slice(3)] })).toBe(
      'Volgens de specialist was 50% van de doelen na de inzet zoals verwacht of beter',
    );
    expect(say('goal_levels', { parts: nine })).toBe(
      'Behaalde niveaus van doelen: te weinig voor een conclusie',
    );
    const hidden = [{ key: 'school:0', n: '<5' }, ...parts.slice(0, 3)] as const;
    expect(say('goal_levels', { parts: hidden })).toBe('Behaalde niveaus van doelen: deels verborgen');
    expect(say('lasted', { parts: hidden })).toBe('Houdt het stand? Deels verborgen');
  });

  it('gives T of ten scores or more, for each side', () => {
    const parts = [
      { key: 'school', n: 10, value: 54.24 },
      { key: 'specialist', n: 9, value: 60 },
    ];
    expect(say('goal_t', { parts })).toBe('T na de inzet 54,2 volgens de school (50 is zoals verwacht)');
    expect(say('goal_t', { parts: parts.slice(1) })).toBe('T-score van doelen: te weinig voor een conclusie');
    expect(say('goal_t', { parts: [{ key: 'school', n: 12, value: null }] })).not.toContain('na de inzet');
  });

  it('adds up what is in order of all criteria', () => {
    const parts = [
      { key: 'a:0', n: 5 },
      { key: 'a:2', n: 10 },
      { key: 'b:2', n: 5 },
    ];
    expect(say('basic_support', { parts })).toBe('75% van de oordelen over de basis is «op orde»');
    expect(say('basic_support', { parts: parts.slice(2) })).toBe(
      'Basisondersteuning op orde: te weinig voor een conclusie',
    );
    expect(say('basic_support', { parts: parts.slice(1, 2) })).toBe(
      '100% van de oordelen over de basis is «op orde»',
    );
  });

  it('of few cases draws no conclusion', () => {
    expect(say('light_route_share', { n: 9, value: 1 })).toBe(
      'Aandeel van de lichte route: te weinig voor een conclusie',
    );
    expect(say('light_route_share', { n: '<5' })).toBe(
      'Aandeel van de lichte route: het aantal is verborgen',
    );
    expect(say('light_route_share', { n: 10, value: 1 })).toContain('100% van de vragen');
    expect(say('hours_done', { n: 1, value: 3 })).toBe('3 uren inzet gedaan');
    for (const hidden of [{ n: '<5' }, { n: '<5', value: 12 }] as const)
      expect(say('hours_done', hidden)).toBe('Uren inzet: het aantal is verborgen');
    expect(say('lasted', { n: '<5' })).toBe('Houdt het stand? Het aantal is verborgen');
    expect(say('hours_done', { n: 0, value: 0 })).toBe('Uren inzet: nog niets geteld');
  });

  it('without a value is the name of the measure', () => {
    for (const code of measureCodes) expect(say(code, { open: 0 })).toBe(measureOf(code).name);
  });

  it('of a release that tells how many there are and no more says that the rest is hidden', () => {
    expect(say('light_route_share', {})).toBe('Aandeel van de lichte route: deels verborgen');
    expect(say('satisfaction', {})).toBe('Cijfer van scholen: deels verborgen');
    expect(say('goal_t', {})).toBe('T-score van doelen');
  });

  it('of quarters names the measure, also when that is a question', () => {
    expect(quartersTitle(measureOf('hours_done'))).toBe('Uren inzet, per kwartaal');
    expect(quartersTitle(measureOf('lasted'))).toBe('Houdt het stand? Per kwartaal');
  });
});

describe('the year before', () => {
  const share = (value: number, low: number, high: number) => ({ value, low, high });

  it('is more or less only where chance does not make the difference', () => {
    const now = share(0.8, 0.7, 0.9);
    expect(say('light_route_share', now, share(0.5, 0.4, 0.6))).toBe(
      '80% van de vragen ging over een school, team of groep, meer dan een jaar eerder (50%)',
    );
    expect(say('light_route_share', share(0.5, 0.4, 0.6), now)).toBe(
      '50% van de vragen ging over een school, team of groep, minder dan een jaar eerder (80%)',
    );
    expect(say('light_route_share', now, share(0.65, 0.6, 0.7))).toBe(
      '80% van de vragen ging over een school, team of groep',
    );
    expect(say('light_route_share', share(0.65, 0.6, 0.7), now)).not.toContain('een jaar eerder');
    expect(say('light_route_share', { value: 0.8 }, { value: 0.5 })).not.toContain('een jaar eerder');
  });

  it('of other figures stands beside it without a word of judgement', () => {
    expect(say('first_contact_days', { value: 6 }, { value: 8 })).toContain('contact (een jaar eerder 8)');
    expect(say('hours_done', { value: 10 }, { value: 1200.4 })).toBe(
      '10 uren inzet gedaan (een jaar eerder 1.200)',
    );
    expect(say('requested_provided', { value: 46, of: 75 }, { value: 42, of: 60 })).toContain(
      '75 dagdelen inzet gevraagd en 46 gedaan (een jaar eerder 42 gedaan)',
    );
    expect(say('capacity_use', { value: 0.9 }, { value: 0.8 })).toContain('(een jaar eerder 80%)');
    expect(say('satisfaction', { value: 7.5 }, { n: 10, value: 7.42 })).toContain('(een jaar eerder 7,4)');
    expect(say('scorer_agreement', { value: 0.5 }, { value: 0.6 })).not.toContain('een jaar eerder');
  });

  it('is left out where it was of few, or is not told', () => {
    const without =
      'Van de vragen die niet eerder eindigden, had de helft binnen 6 schooldagen een eerste contact';
    expect(say('first_contact_days', { value: 6 }, { n: 9, value: 8 })).toBe(without);
    expect(say('first_contact_days', { value: 6 }, { n: '<5', value: 8 })).toBe(without);
    expect(say('first_contact_days', { value: 6 }, { value: null })).toBe(without);
    expect(say('first_contact_days', { open: 30 }, { value: 8 })).toBe(
      'Van de vragen die niet eerder eindigden, wacht meer dan de helft nog op een eerste contact',
    );
    const parts = [{ key: 'school:0', n: 10 }];
    expect(say('goal_levels', { value: 0, parts }, { value: 1 })).not.toContain('een jaar eerder');
  });
});

it('says of quarters what stands out, and nothing of too few of them', () => {
  expect(runFinding('Uren inzet, per kwartaal', null)).toBe('Uren inzet, per kwartaal');
  expect(runFinding('Uren inzet', [undefined, undefined])).toBe('Uren inzet: niets valt op');
  expect(runFinding('Uren inzet', ['outside', undefined])).toBe('Uren inzet: 1 kwartaal valt op');
  expect(runFinding('Uren inzet', ['run', 'outside'])).toBe('Uren inzet: 2 kwartalen vallen op');
});

describe('what a report says in short', () => {
  const said = (more: Partial<ShownFigure>, before?: Partial<ShownFigure>) =>
    saidOf(measureOf('light_route_share'), figure(more), before && figure(before));

  it('is what a title says', () => {
    const [now, before] = [
      { value: 0.8, low: 0.7, high: 0.9 },
      { value: 0.5, low: 0.4, high: 0.6 },
    ];
    expect(said(now, before)).toBe(say('light_route_share', now, before));
    expect(said(now, before)).toContain('meer dan een jaar eerder (50%)');
    // Two hours are two hours.
    expect(saidOf(measureOf('hours_done'), figure({ n: 2, value: 3 }))).toBe('3 uren inzet gedaan');
  });

  it('is nothing where nothing was counted, it is hidden, too few, or not told', () => {
    for (const nothing of [{ n: 0 }, { n: '<5' }, { n: 9, value: 0.5 }, { value: null }] as const)
      expect(said(nothing)).toBeUndefined();
    expect(said({ n: 10, value: 0.5 })).toBeDefined();
  });
});
