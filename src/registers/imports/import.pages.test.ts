import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/support/house.ts';
import { only, openRegisters, type RegisterHouse, send, textOf } from '../../../tests/support/registers.ts';
import { auditsEveryDeed } from '../../../tests/support/witness.ts';

let here: RegisterHouse;

beforeAll(async () => {
  here = await openRegisters();
});

afterAll(() => here.house.close());
auditsEveryDeed(() => here.house.fresh);

const anonymous = (path: string) => here.house.app.request(path);

describe('importing on a page', () => {
  const upload = (visitor: Visitor, path: string, content: string) => {
    const body = new FormData();
    body.set('_csrf', visitor.csrf);
    body.set('file', new File([new Uint8Array(Buffer.from(content, 'latin1'))], 'lijst.csv'));
    return here.house.app.request(path, {
      method: 'POST',
      headers: { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' },
      body,
    });
  };

  test('shows first what would happen, also of a windows-1252 file, and then does it', async () => {
    const path = '/beheer/scholen/importeren';
    const page = await textOf(
      upload(here.administrator, path, 'vestigingscode;naam\n99QA00;Het Caf\xe9\nfout;De Fout\n'),
    );
    expect(page).toContain('Er is nog niets veranderd');
    expect(page).toContain('De vestigingscode “fout” klopt niet');
    expect((await anonymous('/scholen/99QA00')).status).toBe(404);
    const packed = only(/name="packed" value="([^"]+)"/.exec(page)?.[1]);
    expect((await here.administrator.post(`${path}/uitvoeren`, { packed, complete: 'false' })).status).toBe(
      303,
    );
    expect(await textOf(anonymous('/scholen/99QA00'))).toContain('Het Café');
  });

  test('says why a file is no list, and that none was chosen', async () => {
    expect(
      await textOf(upload(here.administrator, '/beheer/scholen/importeren', 'a,b\n1,2\n'), 422),
    ).toContain('Dit is geen scholenlijst');
    expect(await textOf(upload(here.administrator, '/beheer/vakanties/importeren', ''), 422)).toContain(
      'Kies een bestand.',
    );
    const broken = await here.administrator.post('/beheer/scholen/importeren/uitvoeren', {
      packed: 'AAAA',
      complete: 'false',
    });
    expect(await textOf(broken, 422)).toContain('beschadigd');
  });
});

describe('holidays', () => {
  test('may not overlap at one place, but a school may be open in a holiday of all', async () => {
    const fields = {
      name: 'Extra vrij',
      kind: 'free',
      place: 'tenant',
      from: '2031-03-03',
      to: '2031-03-07',
    };
    const path = '/beheer/vakanties/nieuw';
    const added = await send(here.administrator, path, fields);
    expect(added.status).toBe(303);
    expect(
      await textOf(send(here.administrator, path, { ...fields, from: '2031-03-07', to: '2031-03-08' }), 422),
    ).toContain('staat hier al een vakantie');
    const school = `school:${here.rotterdam.schools[0]?.id}`;
    expect(
      (
        await send(here.administrator, path, {
          ...fields,
          kind: 'open',
          place: school,
          from: '2031-03-05',
          to: '2031-03-05',
        })
      ).status,
    ).toBe(303);
    expect(
      await textOf(
        send(here.administrator, path, { ...fields, kind: 'open', from: '2031-04-01', to: '2031-04-01' }),
        422,
      ),
    ).toContain('Alleen een bestuur of school');
    const days = await here.administrator.api('GET', '/school-days?school=99MA00&from=2031-02-28&days=1');
    expect(await days.json()).toEqual({ school: '99MA00', from: '2031-02-28', days: 1, day: '2031-03-05' });
    const removal = only(added.headers.get('location') ?? undefined);
    expect((await send(here.administrator, removal, {}, `${removal}/verwijderen`)).status).toBe(303);
    expect((await here.administrator.get(removal)).status).toBe(404);
  });
});
