import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../pure/csv.ts';
import { BarChart, barTwin } from './bar-chart.tsx';
import { type About, Charts } from './chart.tsx';
import { fillOfScore } from './fills.tsx';
import { IntervalChart, intervalTwin } from './interval-chart.tsx';
import { RunChart, type RunPoint, runTwin } from './run-chart.tsx';
import { SplitChart, splitTwin } from './split-chart.tsx';
import { WaitingChart, waitingAfter, waitingTwin } from './waiting-chart.tsx';

const about: About = {
  id: 'contact',
  title: 'De helft heeft binnen vier schooldagen contact',
  unit: 'schooldagen',
  counted: { n: 62, cases: 'vragen' },
  asOf: '2026-11-22',
  definition: '/resultaten/maten#first_contact_days',
};

const html = (chart: JSX.Element) => renderToString(chart);
const text = (chart: JSX.Element) =>
  html(chart)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** x and width of every piece of a bar. */
const pieces = (chart: JSX.Element) =>
  [...html(chart).matchAll(/class="piece piece--(\w+)"[^>]*? x="([\d.]+)%" y="2" width="([\d.]+)%"/g)].map(
    ([, fill, x, width]) => [fill, Number(x), Number(width)],
  );

describe('every chart', () => {
  const bars = <BarChart about={about} rowLabel="School" parts={['Uren']} rows={[]} />;

  it('says what one sees, the unit, how many, up to which day, and where it is defined', () => {
    expect(text(bars)).toContain('De helft heeft binnen vier schooldagen contact schooldagen, 62 vragen');
    expect(text(bars)).toContain('tot en met 22 november 2026');
    expect(html(bars)).toContain('<figure class="chart" aria-labelledby="contact">');
    expect(html(bars)).toContain('href="/resultaten/maten#first_contact_days"');
  });

  it('says of one that it is one case', () => {
    const one = { ...about, counted: { n: 1, cases: 'vragen' } } as const;
    const chart = text(<BarChart about={one} rowLabel="School" parts={['Uren']} rows={[]} />);
    expect(chart).toContain('schooldagen, 1 geval, tot en met');
  });

  it('says of a hidden number that it is hidden', () => {
    const few = { ...about, counted: { n: '<5', cases: 'vragen' } } as const;
    expect(text(<BarChart about={few} rowLabel="School" parts={['Uren']} rows={[]} />)).toContain(
      'aantal verborgen',
    );
  });

  it('brings its patterns once for all charts of a page', () => {
    const page = html(<Charts>{[bars, bars]}</Charts>);
    expect(page.match(/<pattern /g)).toHaveLength(5);
    expect(page.match(/<figure/g)).toHaveLength(2);
  });
});

describe('bars', () => {
  const props = {
    about,
    rowLabel: 'Bestuur',
    parts: ['Ingepland', 'Blijft liggen'],
    beside: 'Vorig schooljaar',
    rows: [
      { label: 'Beemd', values: [10, 5], beside: 20, href: '/vragen?bestuur=beemd' },
      { label: 'Aar', values: [16, '<5'], beside: null },
    ],
  } as const;

  it('keep the order of their rows and have one scale', () => {
    const chart = <BarChart {...props} />;
    expect(pieces(chart)).toEqual([
      ['solid', 0, 50],
      ['hatch', 50, 25],
      ['solid', 0, 80],
    ]);
    expect(text(chart).indexOf('Beemd')).toBeLessThan(text(chart).indexOf('Aar'));
    expect(html(chart)).toContain('<line class="chart__beside" x1="100%" x2="100%"');
    expect(html(chart)).toContain('<a href="/vragen?bestuur=beemd">Beemd</a>');
    expect(text(chart)).toContain('Beemd 15 Aar deels verborgen');
  });

  it('have a table that hides what the bars hide, and so has its file', () => {
    const { columns, rows } = barTwin(props);
    expect(toCsv(columns, rows)).toBe(
      '\ufeffBestuur;Ingepland;Blijft liggen;Vorig schooljaar\r\nBeemd;10;5;20\r\nAar;16;verborgen;te weinig\r\n',
    );
  });

  it('tell in their table of how many each is, where that is told', () => {
    const told = { ...props, rows: [{ label: 'Aar', n: '<5', values: [16, '<5'] }] } as const;
    expect(barTwin(told).columns.map(({ label }) => label)).toEqual([
      ...['Bestuur', 'vragen', 'Ingepland', 'Blijft liggen', 'Vorig schooljaar'],
    ]);
    expect(barTwin(told).columns[1]?.cell(told.rows[0])).toBe('verborgen');
  });

  it('say why there is no value, in their table too', () => {
    const waits = { ...props, parts: ['Helft'], rows: [{ label: 'Aar', values: [null], words: 'nog niet' }] };
    expect(text(<BarChart {...waits} />)).toContain('Aar nog niet');
    expect(barTwin(waits).columns[1]?.cell(waits.rows[0] ?? { label: '', values: [] })).toBe('nog niet');
  });

  it('draw no line and no key where all is nothing', () => {
    const nothing = { ...props, rows: [{ label: 'Aar', values: [0, 0], beside: 0 }] };
    expect(html(<BarChart {...nothing} />)).not.toContain('<svg');
    expect(text(<BarChart {...nothing} />)).toContain('Aar 0');
    const asked = { ...nothing, rows: [...nothing.rows, { label: 'Beemd', values: [0, 0], beside: 3 }] };
    expect(html(<BarChart {...asked} />).match(/chart__axis/g)).toHaveLength(2);
  });

  it('of shares run from nothing to all', () => {
    const chart = (
      <BarChart
        about={about}
        rowLabel="Jaar"
        parts={['Licht']}
        rows={[{ label: '2026', values: [0.25] }]}
        share
      />
    );
    expect(pieces(chart)).toEqual([['solid', 0, 25]]);
    expect(text(chart)).toContain('2026 25% Als tabel');
  });
});

describe('a division', () => {
  const props = {
    about,
    rowLabel: 'Wie keek',
    parts: ['Minder', 'Zoals gehoopt', 'Meer'],
    rows: [
      { label: 'School', n: 20, counts: [5, 10, 5] },
      { label: 'Specialist', n: 20, counts: ['<5', 12, '<5'] },
      { label: 'Ouder', n: '<5', counts: ['<5', '<5', '<5'] },
    ],
  } as const;

  it('gives each row the same length and draws nothing of what is hidden', () => {
    expect(pieces(<SplitChart {...props} />)).toEqual([
      ['solid', 0, 25],
      ['hatch', 25, 50],
      ['dots', 75, 25],
      ['hatch', 0, 60],
    ]);
  });

  it('says what an empty piece is, where there is one', () => {
    expect(text(<SplitChart {...props} />)).toContain('Leeg: verborgen');
    expect(text(<SplitChart {...props} rows={props.rows.slice(0, 1)} />)).not.toContain('Leeg');
    expect(text(<SplitChart {...props} rows={props.rows.slice(2)} />)).not.toContain('Leeg');
  });

  it('draws no axis and no key of what is not told', () => {
    const axes = (rows: number) =>
      html(<SplitChart {...props} rows={props.rows.slice(rows)} />).split('chart__axis').length - 1;
    // The third is the empty piece of the key.
    expect([axes(0), axes(2)]).toEqual([3, 0]);
    expect(html(<SplitChart {...props} rows={props.rows.slice(2)} />)).not.toContain('chart__key');
  });

  it('gives a part the fill it has elsewhere', () => {
    const fills = [-1, 0, 1].map(fillOfScore);
    expect(fills).toEqual(['dots', 'empty', 'lines']);
    expect([-5, -3, 2, 3].map(fillOfScore)).toEqual(['back', 'solid', 'back', 'grid']);
    const chart = <SplitChart {...props} fills={fills} rows={props.rows.slice(0, 1)} />;
    expect(pieces(chart).map(([fill]) => fill)).toEqual(fills);
    expect(html(chart).match(/piece--empty/g)).toHaveLength(2);
  });

  it('has a table of counts', () => {
    const { columns, rows } = splitTwin(props);
    expect(columns.map(({ label }) => label)).toEqual([
      'Wie keek',
      'Minder',
      'Zoals gehoopt',
      'Meer',
      'Samen',
    ]);
    expect(rows.map((row) => columns.map(({ cell }) => cell(row)))).toEqual([
      ['School', 5, 10, 5, 20],
      ['Specialist', 'verborgen', 12, 'verborgen', 20],
      ['Ouder', 'verborgen', 'verborgen', 'verborgen', 'verborgen'],
    ]);
  });
});

describe('a figure over time', () => {
  const calm = [6, 5, 6, 5, 6, 5, 6];
  const values = [...calm, 16, ...calm];
  const points = values.map(
    (value, nth): RunPoint => ({ label: `kwartaal ${nth + 1}`, short: `k${nth + 1}`, value, n: 12 }),
  );
  const props = { about, pointLabel: 'Kwartaal', points };

  it('shows what stands out by shape and by word', () => {
    const chart = <RunChart {...props} />;
    expect(html(chart).match(/run__dot--outside/g)).toHaveLength(2);
    expect(text(chart)).toContain('Valt op: buiten de grenzen');
    const { columns, rows } = runTwin(props);
    expect(rows.map((row) => columns.at(-1)?.cell(row))).toEqual([
      ...calm.map(() => 'nee'),
      'buiten de grenzen',
      ...calm.map(() => 'nee'),
    ]);
  });

  it('breaks its line where a figure cannot be told', () => {
    const lines = (some: readonly RunPoint[]) =>
      html(<RunChart {...props} points={some} />).match(/class="run__line"/g)?.length;
    expect(lines(points)).toBe(14);
    const broken = points.map((point, nth) => (nth === 3 ? { ...point, value: null } : point));
    expect(lines(broken)).toBe(12);
    expect(text(<RunChart {...props} points={broken} />)).toContain('te weinig');
  });

  it('marks where the way of working changed, and says what changed', () => {
    const changed = points.map((point, nth) =>
      nth === 4 ? { ...point, changed: 'elke week overleg' } : point,
    );
    const chart = <RunChart {...props} points={changed} />;
    expect(html(chart)).toContain('<line class="run__change" x1="26.67%');
    expect(text(chart)).toContain('Stippellijn bij kwartaal 5: elke week overleg');
    expect(text(<RunChart {...props} />)).not.toContain('Stippellijn');
  });

  it('stands as far apart as its days, beside where it should go', () => {
    const days = ['2026-01-01', '2026-01-11', '2026-04-11'];
    const some = days.map((on, nth) => ({ label: on, short: on, on, value: nth + 5 }));
    const chart = <RunChart {...props} points={some} target={{ label: 'Doel: 40 scholen', value: 40 }} />;
    expect(html(chart).match(/cx="[\d.]+%"/g)).toEqual(['cx="5%"', 'cx="14%"', 'cx="95%"']);
    expect(html(chart)).toMatch(/<line class="chart__beside" x1="0%" x2="100%" y1="10"/);
    expect(text(chart)).toContain('Doel: 40 scholen');
    expect(html(<RunChart {...props} points={some} />)).not.toContain('chart__beside');
  });

  it('has no limits beyond what can be', () => {
    const highest = (ceiling?: number) => {
      const { columns, rows } = runTwin({ ...props, ceiling });
      const limit = columns.find(({ label }) => label === 'Hoogste grens');
      return rows.map((row) => Number(limit?.cell(row)).toFixed(1))[0];
    };
    expect([highest(), highest(9)]).toEqual(['12.3', '9.0']);
  });

  it('draws nothing where no point can be told', () => {
    const none = points.map((point) => ({ ...point, value: null }));
    expect(html(<RunChart {...props} points={none} />)).not.toContain('class="plot"');
    expect(text(<RunChart {...props} points={none} />)).toContain('Er is geen punt te tekenen');
  });

  it('has fewer names on a phone, where they are long fewer still', () => {
    const spare = (short: (nth: number) => string) => {
      const named = points.slice(0, 8).map((point, nth) => ({ ...point, short: short(nth) }));
      return html(<RunChart {...props} points={named} />).match(/chart__label--spare/g)?.length;
    };
    expect([spare((nth) => `${nth}`), spare((nth) => `aug 2${nth}`)]).toEqual([4, 5]);
  });

  it('speaks of limits only when there are any', () => {
    expect(text(<RunChart {...props} />)).toContain('Grenzen van gewone schommeling');
    const few = { ...props, points: points.slice(0, 7), valueLabel: 'Dagen' };
    expect(text(<RunChart {...few} />)).not.toContain('Grenzen van');
    expect(runTwin(few).columns.map(({ label }) => label)).toEqual(['Kwartaal', 'Dagen', 'vragen', 'Midden']);
  });
});

describe('who still waits', () => {
  const steps = [
    { days: 2, waiting: 0.8 },
    { days: 6, waiting: 0.5 },
    { days: 12, waiting: 0.1 },
  ];

  it('is everybody before the first step, and from a step on its share', () => {
    expect([0, 1, 2, 5, 6, 11, 12, 99].map((days) => waitingAfter(steps, days))).toEqual([
      1, 1, 0.8, 0.8, 0.5, 0.5, 0.1, 0.1,
    ]);
  });

  it('has a row for each week as far as anybody was followed', () => {
    const { columns, rows } = waitingTwin({
      about,
      steps,
      until: 14,
      beside: { label: 'Vorig schooljaar', steps: [{ days: 5, waiting: 0.5 }], until: 21 },
    });
    expect(columns.map(({ label }) => label)).toEqual([
      'Na zoveel schooldagen',
      'Wacht nog',
      'Vorig schooljaar',
    ]);
    expect(rows).toEqual([
      { days: 0, waiting: 1, beside: 1 },
      { days: 5, waiting: 0.8, beside: 0.5 },
      { days: 10, waiting: 0.5, beside: 0.5 },
      { days: 15, waiting: null, beside: 0.5 },
      { days: 20, waiting: null, beside: 0.5 },
    ]);
    const long = waitingTwin({ about, steps, until: 130 }).rows.map(({ days }) => days);
    expect(long).toEqual([0, 20, 40, 60, 80, 100, 120]);
  });

  it('draws no line of fewer than ten, in no table either', () => {
    const few = { ...about, counted: { n: 9, cases: 'vragen' } };
    const chart = (n: About) => html(<WaitingChart about={n} steps={steps} until={14} />);
    expect(chart(few)).not.toContain('waiting__line');
    expect(chart(few)).not.toContain('<table');
    expect(chart(about)).toContain('waiting__line');
    expect(chart(about)).toContain('<table');
  });
});

describe('shares with their interval', () => {
  const props = {
    about,
    rowLabel: 'Expertise',
    rows: [
      { label: 'Gedrag', n: 20, value: 0.5, low: 0.3, high: 0.7 },
      { label: 'Rekenen', n: 6, value: null, low: null, high: null },
    ],
  };

  it('have a dot on a line, and neither where too few were counted', () => {
    const chart = html(<IntervalChart {...props} />);
    expect(chart).toContain('<line class="interval__line" x1="30%" x2="70%"');
    // One of them is in the key.
    expect(chart.match(/interval__dot/g)).toHaveLength(2);
    expect(text(<IntervalChart {...props} />)).toContain('Rekenen te weinig');
    const few = 'van minder dan 10 geven wij geen aandeel';
    expect(text(<IntervalChart {...props} />)).toContain(few);
    expect(text(<IntervalChart {...props} rows={props.rows.slice(0, 1)} />)).not.toContain(few);
  });

  it('have a table with both ends', () => {
    const { columns, rows } = intervalTwin(props);
    expect(rows.map((row) => columns.map(({ cell }) => cell(row)))).toEqual([
      ['Gedrag', 20, 0.5, 0.3, 0.7],
      ['Rekenen', 6, 'te weinig', null, null],
    ]);
  });

  it('can be of other figures, on a scale of their own, also without an end or a line', () => {
    const rows = [
      { label: 'Eén', n: 20, value: 8, low: 5, high: null },
      { label: 'Twee', n: 4, value: 10, low: null, high: null },
      { label: 'Drie', n: 4, value: null, low: null, high: null, words: 'wacht nog' },
    ];
    const days = { ...props, rows, figures: { label: 'Schooldagen', show: String } };
    const chart = html(<IntervalChart {...days} />);
    expect(chart).toContain('<line class="interval__line" x1="50%" x2="100%"');
    expect(chart.match(/interval__dot/g)).toHaveLength(3);
    expect(chart).toContain('cx="100%"');
    const { columns, rows: told } = intervalTwin(days);
    expect(columns[2]?.label).toBe('Schooldagen');
    expect(told.map((row) => columns[2]?.cell(row))).toEqual([8, 10, 'wacht nog']);
  });
});
