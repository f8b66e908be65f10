import { describe, expect, it } from 'vitest';
import { readGovernmentHolidays, readHolidays } from './holiday-file.rules.ts';

const HEADER = ['schooljaar', 'vakantie', 'begin', 'eind_tot_en_met'];
const read = (...rows: readonly (readonly string[])[]) =>
  readHolidays(
    HEADER,
    rows.map((row, i) => ({ line: i + 2, fields: ['2026-2027', ...row] })),
  );

describe('the table of holidays', () => {
  it('reads names and days, the last day included', () => {
    expect(
      read(['herfstvakantie', '2026-10-17', '2026-10-25'], [' bevrijdingsdag ', '2027-05-05', '2027-05-05']),
    ).toEqual({
      rows: [
        { name: 'herfstvakantie', from: '2026-10-17', to: '2026-10-25' },
        { name: 'bevrijdingsdag', from: '2027-05-05', to: '2027-05-05' },
      ],
      rejected: [],
      fault: null,
    });
  });

  it.each([
    [['', '2026-10-17', '2026-10-25'], 'De naam van de vakantie ontbreekt.'],
    [
      ['herfst', '17-10-2026', '2026-02-30'],
      'De begindatum “17-10-2026” is geen datum zoals 2026-10-17. De einddatum “2026-02-30” is geen datum zoals 2026-10-25.',
    ],
    [['herfst', '2026-10-25', '2026-10-17'], 'De vakantie eindigt voordat zij begint.'],
    [['zomer', '2026-07-18', '2027-07-18'], 'Deze vakantie duurt langer dan dertien weken.'],
    [
      ['herfst'],
      'De begindatum “” is geen datum zoals 2026-10-17. De einddatum “” is geen datum zoals 2026-10-25.',
    ],
  ])('rejects %j', (row, reason) => {
    expect(read(row)).toMatchObject({ rows: [], rejected: [{ line: 2, reason }] });
  });

  it('takes thirteen weeks, to the day', () => {
    expect(read(['lang', '2026-01-01', '2026-04-01'])).toMatchObject({ rejected: [] });
    expect(read(['lang', '2026-01-01', '2026-04-02'])).toMatchObject({ rows: [] });
  });

  it('rejects the second of two holidays that share a day', () => {
    const first = ['meivakantie', '2027-04-24', '2027-05-05'];
    expect(read(first, ['bevrijdingsdag', '2027-05-05', '2027-05-05'])).toMatchObject({
      rows: [{ name: 'meivakantie' }],
      rejected: [{ line: 3, reason: 'Deze dagen vallen samen met meivakantie (vanaf 2027-04-24).' }],
    });
    expect(read(first, ['hemelvaart', '2027-05-06', '2027-05-07'])).toMatchObject({ rejected: [] });
  });

  it('says why a table is no list of holidays', () => {
    expect(readHolidays(['vakantie', 'datum'], [])).toEqual({
      fault: 'Dit is geen lijst met vakanties. Deze kolommen ontbreken: begin, eind_tot_en_met.',
    });
    expect(read()).toEqual({ fault: 'Dit bestand heeft wel namen van kolommen, maar geen vakanties.' });
  });
});

const period = (region: string, startdate: string, enddate: string) => ({ region, startdate, enddate });
const YEAR = {
  content: [
    {
      schoolyear: '2026-2027',
      vacations: [
        {
          type: '\n Herfstvakantie \n',
          compulsorydates: 'false',
          regions: [
            period('noord', '2026-10-10T00:00:00.000Z', '2026-10-18T21:59:00.000Z'),
            period('midden', '2026-10-17T00:00:00.000Z', '2026-10-25T22:59:00.000Z'),
            period('zuid', '2026-10-16T22:00:00.000Z', '2026-10-25T22:59:00.000Z'),
          ],
        },
        {
          type: 'Kerstvakantie',
          compulsorydates: 'true',
          regions: [period('heel Nederland', '2026-12-19T00:00:00.000Z', '2027-01-03T22:59:00.000Z')],
        },
      ],
    },
  ],
};

describe('the JSON of the government', () => {
  const christmas = { name: 'kerstvakantie', from: '2026-12-19', to: '2027-01-03' };
  it.each([
    ['noord', '2026-10-10', '2026-10-18'],
    ['midden', '2026-10-17', '2026-10-25'],
    ['zuid', '2026-10-17', '2026-10-25'],
  ] as const)('gives %s its own days and those of the whole country', (region, from, to) => {
    expect(readGovernmentHolidays([YEAR], region)).toEqual({
      rows: [{ name: 'herfstvakantie', from, to }, christmas],
      rejected: [],
      fault: null,
    });
  });

  it('names the period that cannot be read', () => {
    const vacations = [
      {
        type: 'Mei',
        regions: [period('zuid', '2027-04-24', 'later'), period('zuid', '2027-05-32T00:00:00Z', '')],
      },
    ];
    expect(readGovernmentHolidays([{ content: [{ vacations }] }], 'zuid')).toMatchObject({
      rows: [],
      rejected: [
        { line: 1, reason: 'De einddatum “later” is geen datum zoals 2026-10-25.' },
        {
          line: 2,
          reason:
            'De begindatum “2027-05-32T00:00:00Z” is geen datum zoals 2026-10-17. De einddatum “” is geen datum zoals 2026-10-25.',
        },
      ],
    });
  });

  it.each([[null], [42], [[]], [{}], [[{ content: 'x' }]], [[{ content: [{ vacations: null }] }]]])(
    'refuses %j',
    (json) => {
      expect(readGovernmentHolidays(json, 'midden')).toEqual({
        fault: 'Dit is geen lijst met vakanties van opendata.rijksoverheid.nl.',
      });
    },
  );

  it('says when the region has none', () => {
    const other = [
      { content: [{ vacations: [{ type: 'Mei', regions: [period('noord', '2027-04-24', '2027-05-02')] }] }] },
    ];
    expect(readGovernmentHolidays(other, 'zuid')).toEqual({
      fault: 'Dit bestand heeft geen vakanties voor de regio zuid.',
    });
  });
});
