/** Who notices what somebody does: the same pages and answers, before it and after, byte for byte. */
import { comeIn, type House, type Visitor } from './house.ts';

export interface Watch {
  readonly visitors: ReadonlyMap<string, Visitor>;
  /** From now on everybody asks for these as well. */
  add(...paths: readonly string[]): void;
  /** From now on everybody asks for these alone. */
  asks(...paths: readonly string[]): void;
  /** What was done without looking is nobody's news afterwards. */
  forget(): void;
  /** Who notices a deed. What it makes is not there before, for anybody, and afterwards not for whom it is not. */
  noticed(deed: () => Promise<unknown>): Promise<readonly string[]>;
}

/** Watchers by name: people of one partnership, and of another its team lead. */
export async function startWatch(
  house: House,
  tenantId: string,
  people: Readonly<Record<string, string>>,
  abroad: { readonly tenantId: string; readonly teamLead: string },
): Promise<Watch> {
  const found = await Promise.all(
    Object.entries(people).map(
      async ([name, personId]) => [name, await comeIn(house, { tenantId, personId })] as const,
    ),
  );
  const foreign = await comeIn(house, { tenantId: abroad.tenantId, personId: abroad.teamLead });
  const visitors = new Map([...found, ['foreignLead', foreign]]);
  let addresses: string[] = [];
  /** What each of them saw last. */
  const before = new Map<string, ReadonlyMap<string, string>>();
  return {
    visitors,
    add: (...paths) => {
      addresses.push(...paths);
    },
    asks: (...paths) => {
      addresses = [...paths];
      before.clear();
    },
    forget: () => before.clear(),
    noticed: async (deed) => {
      for (const [name, visitor] of visitors)
        before.set(name, before.get(name) ?? (await seenBy(visitor, addresses)));
      await deed();
      const changed: string[] = [];
      for (const [name, visitor] of visitors) {
        const after = await seenBy(visitor, addresses);
        const isSame = (path: string, now: string) =>
          before.get(name)?.has(path) ? before.get(name)?.get(path) === now : /^40[34] /.test(now);
        if (![...after].every(([path, now]) => isSame(path, now))) changed.push(name);
        before.set(name, after);
      }
      return changed.sort();
    },
  };
}

/** Every form has a key of its own, which tells nothing. */
const masked = (body: string) => body.replace(/name="_key" value="[^"]*"/g, '');

async function seenBy(visitor: Visitor, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const path of addresses) {
    const answer = await visitor.get(path);
    seen.set(path, `${answer.status} ${answer.headers.get('etag')} ${masked(await answer.text())}`);
  }
  return seen;
}
