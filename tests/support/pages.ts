/** The website on a small invented school whose clock the test moves; people come in and send forms as a browser would. */
import { aCast, type Cast, openStage, type Stage } from './factories.ts';
import { comeIn, type House, openHouse } from './house.ts';

export interface Pages {
  readonly house: House;
  readonly stage: Stage;
  readonly cast: Cast;
  /** What this person sees there. */
  see(who: string, path: string): Promise<Seen>;
  /** What becomes of a form with these fields. */
  send(who: string, path: string, fields: Fields): Promise<Seen>;
  close(): Promise<void>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Seen {
  readonly status: number;
  readonly html: string;
  /** Where the browser goes next. */
  readonly to: string | null;
  /** What the next page says on top. */
  readonly flash: string | undefined;
}

export async function openPages(): Promise<Pages> {
  const clock: { stage?: Stage } = {};
  const house = await openHouse({ demo: false, clock: () => clock.stage?.now() ?? new Date() });
  const stage = openStage(house.fresh);
  clock.stage = stage;
  const cast = await aCast(stage);
  const visitor = (who: string) => comeIn(house, { tenantId: cast.tenantId, personId: who });
  return {
    house,
    stage,
    cast,
    see: async (who, path) => seen(await (await visitor(who)).get(path)),
    send: async (who, path, fields) => seen(await (await visitor(who)).post(path, fields)),
    close: async () => {
      await stage.close();
      await house.close();
    },
  };
}

async function seen(response: Response): Promise<Seen> {
  const flash = /__Host-melding=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  return {
    status: response.status,
    html: await response.text(),
    to: response.headers.get('location'),
    flash: flash === undefined ? undefined : JSON.parse(Buffer.from(flash, 'base64url').toString()).text,
  };
}

/** What a hidden field of the page holds. */
export function hidden({ html }: Seen, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}
