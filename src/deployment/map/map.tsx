/** Schools where they lie, as shapes that say what happens there; the table beside it says the same in words. */
import type { JSX } from 'preact';
import { count } from '../../platform/pure/text.ts';
import { StateBadge, type StateTone } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { hullOf, type Point } from './hull.rules.ts';
import { frameOf, type Help, helpOf, helps } from './map.rules.ts';
import type { MapFacts, MapSchool } from './map.store.ts';
import { spotForName } from './map-name.ts';

const words: Readonly<Record<Help, { readonly label: string; readonly tone: StateTone }>> = {
  stationed: { label: 'Iemand gestationeerd', tone: 'busy' },
  waiting: { label: 'Er wacht een vraag', tone: 'waiting' },
  visited: { label: 'Bezocht', tone: 'done' },
  quiet: { label: 'Niemand kwam', tone: 'quiet' },
};
/** For who does not read visits and questions, nothing more can be said. */
const quietForOthers = 'Niemand gestationeerd';

const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
/** Units of the drawing, and kilometres that are drawn at least. */
const [width, span] = [680, 10] as const;

interface MapProps {
  readonly facts: MapFacts;
  /** The reader knows of visits and questions. */
  readonly all: boolean;
}

/** Each school is a link with its name; their order is that of the table. */
export function SchoolMap({ facts: { schools, bases }, all }: MapProps): JSX.Element | null {
  const placed = schools.flatMap((school) =>
    school.spot === null ? [] : [{ ...school, spot: school.spot }],
  );
  if (placed.length === 0) return null;
  const frame = frameOf([...placed.map(({ spot }) => spot), ...bases], width, span, cosine);
  const marks = [...placed.map(({ spot }) => spot), ...bases].map(frame.place);
  // With few schools there is room for larger marks.
  const size = placed.length > 300 ? 4 : placed.length > 80 ? 5.5 : 7;
  return (
    <div class="map">
      <svg class="map__drawing" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true">
        {outlines(placed.map(({ area, spot }) => ({ area, point: frame.place(spot) }))).map((one) => (
          <Outline key={one.area} {...one} marks={marks} />
        ))}
        {placed.map((school) => {
          const { x, y } = frame.place(school.spot);
          return (
            <a key={school.code} href={`/scholen/${school.code}`} tabIndex={-1}>
              <title>{school.name}</title>
              <Mark help={helpOf(school)} x={x} y={y} size={size} />
            </a>
          );
        })}
        {bases.map((base) => {
          const { x, y } = frame.place(base);
          return (
            <g key={base.name}>
              <title>{base.name}</title>
              <Base x={x} y={y} />
            </g>
          );
        })}
      </svg>
      <ul class="figure-key" role="list">
        {helps
          .filter((help) => placed.some((school) => helpOf(school) === help))
          .map((help) => (
            <li key={help}>
              <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
                <Mark help={help} x={0} y={0} size={7} />
              </svg>
              {labelOf(help, all)}
            </li>
          ))}
        {bases.length > 0 && (
          <li>
            <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
              <Base x={0} y={0} />
            </svg>
            Vertrekpunt van specialisten
          </li>
        )}
      </ul>
    </div>
  );
}

interface AreaOutline {
  readonly area: string;
  readonly corners: readonly Point[];
}

/** Round the schools of each area that has three or more apart. */
function outlines(
  schools: readonly { readonly area: string | null; readonly point: Point }[],
): readonly AreaOutline[] {
  const areas = new Map<string, Point[]>();
  for (const { area, point } of schools)
    if (area !== null) areas.set(area, [...(areas.get(area) ?? []), point]);
  return [...areas]
    .map(([area, points]) => ({ area, corners: hullOf(points) }))
    .filter(({ corners }) => corners.length > 0);
}

/** By its letters, as large as they are on a phone. */
const nameSize = (area: string) => ({ width: 7 * area.length, height: 22 });

function Outline({ area, corners, marks }: AreaOutline & { readonly marks: readonly Point[] }): JSX.Element {
  const { x, y } = spotForName(corners, marks, nameSize(area));
  return (
    <g>
      <polygon class="map__area" points={corners.map((corner) => `${corner.x},${corner.y}`).join(' ')} />
      <text
        class="map__name"
        x={x.toFixed(0)}
        y={y.toFixed(0)}
        text-anchor="middle"
        dominant-baseline="middle"
      >
        {area}
      </text>
    </g>
  );
}

const labelOf = (help: Help, all: boolean) => (help === 'quiet' && !all ? quietForOthers : words[help].label);

interface MarkProps {
  readonly help: Help;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A shape for each, so that colour only helps. */
function Mark({ help, x, y, size }: MarkProps): JSX.Element {
  const shape = `mark mark--${help}`;
  if (help === 'stationed') return <circle class={shape} cx={x} cy={y} r={size} />;
  if (help === 'waiting')
    return <path class={shape} d={`M${x} ${y - size}l${size} ${2 * size}h${-2 * size}z`} />;
  if (help === 'visited')
    return <path class={shape} d={`M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}z`} />;
  return <circle class={shape} cx={x} cy={y} r={size * 0.7} />;
}

const Base = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path class="mark mark--base" d={`M${x - 7} ${y}h14M${x} ${y - 7}v14`} />
);

/** Every school in words: what the map shows, and those that have no place on it. */
export function MapTable({
  facts: { schools },
  all,
  areaLabel,
}: MapProps & { readonly areaLabel: string }): JSX.Element {
  return (
    <Table
      caption="Scholen op de kaart"
      hideCaption
      rows={schools}
      columns={[
        {
          label: 'School',
          cell: ({ code, name }) => (
            <a href={`/scholen/${code}`}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        ...(schools.some(({ area }) => area !== null)
          ? [
              {
                label: areaLabel,
                cell: ({ area }: MapSchool) => (area === null ? 'geen' : <bdi>{area}</bdi>),
              },
            ]
          : []),
        { label: 'Bestuur', cell: ({ board }) => (board === null ? 'geen' : <bdi>{board}</bdi>) },
        {
          label: 'Wat er is',
          cell: (school) => {
            const help = helpOf(school);
            return <StateBadge tone={words[help].tone} label={labelOf(help, all)} />;
          },
        },
        ...(all ? [{ label: 'Wacht', cell: waitingOf }] : []),
      ]}
    />
  );
}

const waitingOf = ({ waiting }: MapSchool) =>
  waiting === null || waiting === 0 ? 'niets' : count(waiting, 'vraag', 'vragen');
