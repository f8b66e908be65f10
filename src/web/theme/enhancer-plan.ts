/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// A plan while the planner works on it: its figures as they come, and a small line of how value and bound meet.

interface News {
  readonly value: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly seconds: number;
  readonly most: number;
  readonly phase: string | null;
  readonly statusWords: string;
}

const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const [width, height] = [600, 160];

export function startPlan(): void {
  const place = document.querySelector<HTMLElement>('[data-plan-news]');
  const address = place?.dataset['planNews'];
  if (!place || !address) return;
  const known: News[] = [];
  const source = new EventSource(address);
  source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
    const news: News = JSON.parse(data);
    known.push(news);
    tell(place, news);
    draw(place, known);
  });
  source.addEventListener('end', () => {
    source.close();
    location.reload();
  });
  // A browser tries again by itself, but not when it was turned away: too many lines are open.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5_000);
  });
  addEventListener('pagehide', () => source.close());
}

function tell(place: HTMLElement, { value, bound, gap, seconds, most, phase, statusWords }: News): void {
  const points = (n: number | null) => (n === null ? 'nog niet bekend' : `${numbers.format(n)} punten`);
  const part = gap === null ? '' : `${numbers.format(Math.ceil(gap * 1_000 - 1e-6) / 10)} %`;
  const proven =
    gap === 0 ? 'bewezen: het best mogelijke' : `bewezen: hoogstens ${part} onder het best mogelijke`;
  const words = {
    phase: phase ?? statusWords,
    value: points(value),
    bound: points(bound),
    gap: gap === null ? 'nog niets bewezen' : proven,
    seconds: `${numbers.format(seconds)} van hoogstens ${numbers.format(most)} seconden`,
  };
  for (const [name, text] of Object.entries(words)) {
    const field = place.querySelector(`[data-news="${name}"]`);
    // What did not change is not read aloud again.
    if (field && field.textContent !== text) field.textContent = text;
  }
  const bar = place.querySelector('progress');
  if (bar) bar.value = Math.min(seconds, most);
}

function draw(place: HTMLElement, known: readonly News[]): void {
  const figure = place.querySelector<HTMLElement>('figure');
  const all = known.flatMap(({ value, bound }) => [value, bound]).filter((n) => n !== null);
  if (!figure || all.length < 4) return;
  const [least, span] = [Math.min(...all), Math.max(1e-6, Math.max(...all) - Math.min(...all))];
  const end = Math.max(1, known.at(-1)?.most ?? 1);
  const line = (of: 'value' | 'bound') => {
    const spots = known.flatMap(({ [of]: n, seconds }) =>
      n === null
        ? []
        : [[(seconds / end) * width, height - 10 - ((n - least) / span) * (height - 20)] as const],
    );
    return spots.map(([x, y], nth) => `${nth === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  };
  figure.hidden = false;
  place.querySelector('.planning__value')?.setAttribute('d', line('value'));
  place.querySelector('.planning__bound')?.setAttribute('d', line('bound'));
}
