/** Every step of the protocol through its own page, as the people of the school take it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConcernIn, anAppointment, type Cast, step } from '../../../tests/support/factories.ts';
import { type Fields, hidden, openPages, type Pages } from '../../../tests/support/pages.ts';
import type { Status } from '../concern.rules.ts';

let pages: Pages;
let cast: Cast;
beforeAll(async () => {
  pages = await openPages();
  cast = pages.cast;
});
afterAll(() => pages.close());

const at = (status: Status) => aConcernIn(pages.stage, cast, status);
const day = () => pages.stage.now().toISOString().slice(0, 10);
const later = () => new Date(pages.stage.now().getTime() + 7 * 86_400_000).toISOString();

interface StepCase {
  readonly slug: string;
  readonly from: Status;
  readonly who: 'author' | 'director' | 'coordinator' | 'teamLead' | 'boardMember';
  /** What has to happen first. */
  readonly before?: (id: string) => Promise<void>;
  readonly good: (id: string) => Promise<Fields> | Fields;
  /** Sentences the page answers to an empty form. */
  readonly asks: readonly string[];
  readonly done: string;
}

const talk = (): Fields => ({
  heldOn: day(),
  present: [cast.director, cast.author],
  report: 'Wij bespraken het rooster.',
  goesWell: 'Ouders weten ervan.',
  'agreements.0.what': 'Een vast rooster',
  'agreements.0.who': 'De directeur',
  'agreements.0.by': '2026-12-01',
  'agreements.0.childrenNotice': 'Elke dag dezelfde leerkracht',
});

const invite = async (id: string) =>
  step(pages.stage, cast.tenantId, cast.author, id, { step: 'plan_conversation', proposals: [later()] });

const cases: readonly StepCase[] = [
  {
    slug: 'delen',
    from: 'noted',
    who: 'author',
    good: () => ({
      noticedOn: day(),
      occasion: 'Klassenbezoek',
      observation: 'Vier kinderen werkten.',
      meaningForChildren: 'Zij leren minder.',
      goesWell: 'De sfeer.',
    }),
    asks: [
      'Wanneer merkte u het op? Vul dit in.',
      'Waar kwam dit ter sprake? Vul dit in.',
      'Wat gebeurde er? Vul dit in.',
      'Wat betekent dit voor kinderen? Vul dit in.',
      'Wat gaat er goed? Vul dit in.',
    ],
    done: 'Gedeeld met de directeur.',
  },
  {
    slug: 'reageren',
    from: 'with_director',
    who: 'director',
    good: () => ({ verdict: 'addition', text: 'Het gaat om twee groepen.' }),
    asks: ['Klopt dit beeld? Maak een keuze.', 'In uw eigen woorden: Vul dit in.'],
    done: 'Uw reactie staat op de tijdlijn.',
  },
  {
    slug: 'deelnemer',
    from: 'with_director',
    who: 'director',
    good: () => ({ personId: cast.coordinator }),
    asks: ['Wie doet er mee? Kies iemand uit de lijst.'],
    done: 'Deze persoon doet nu mee.',
  },
  {
    slug: 'gesprek-plannen',
    from: 'with_director',
    who: 'author',
    good: () => ({ 'proposals.0': '2027-01-13T14:00', 'proposals.1': '', 'proposals.2': '2027-01-14T09:30' }),
    asks: ['Stel ten minste één moment voor.'],
    done: 'De uitnodiging staat klaar voor de directeur.',
  },
  {
    slug: 'uitnodiging',
    from: 'with_director',
    who: 'director',
    before: invite,
    good: () => ({ proposal: 'other', otherMoment: '2027-02-01T10:00' }),
    asks: ['Welk moment past u? Kies een moment.'],
    done: 'Uw antwoord staat op de tijdlijn.',
  },
  {
    slug: 'gesprek',
    from: 'with_director',
    who: 'director',
    good: talk,
    asks: [
      'Wanneer was het gesprek? Vul dit in.',
      'Wie waren erbij? Kies wie erbij waren.',
      'Verslag: Vul dit in.',
      'Wat gaat er goed? Vul dit in.',
    ],
    done: 'Het gesprek is vastgelegd.',
  },
  {
    slug: 'verslag',
    from: 'working',
    who: 'director',
    good: () => ({ agrees: 'true' }),
    asks: ['Klopt het verslag? Maak een keuze.'],
    done: 'Uw antwoord op het verslag staat op de tijdlijn.',
  },
  {
    slug: 'terugkijken',
    from: 'working',
    who: 'author',
    good: () => ({ childrenNotice: 'Meer rust.', resolved: 'true', outcome: 'Een vaste invaller.' }),
    asks: ['Wat merken kinderen nu? Vul dit in.', 'Is het opgelost? Maak een keuze.'],
    done: 'De terugblik staat op de tijdlijn.',
  },
  {
    slug: 'afsluiten',
    from: 'with_director',
    who: 'author',
    good: () => ({ outcome: 'not_further', reason: 'De groep is opgeheven.' }),
    asks: ['Hoe eindigt het? Vul dit in.', 'Waarom? Vul dit in.'],
    done: 'De zorg is afgesloten.',
  },
  {
    slug: 'bestuur-voorstellen',
    from: 'working',
    who: 'author',
    good: () => ({ whyNotAtSchool: 'Er is geld van het bestuur nodig.' }),
    asks: ['Waarom lukt het niet op school? Vul dit in.'],
    done: 'Het voorstel staat klaar. De directeur is nu aan de beurt.',
  },
  {
    slug: 'voorstel-intrekken',
    from: 'board_proposed',
    who: 'author',
    good: () => ({ reason: 'Het geld is er.' }),
    asks: ['Waarom trekt u het in? Vul dit in.'],
    done: 'Het voorstel is ingetrokken.',
  },
  {
    slug: 'standpunt',
    from: 'board_proposed',
    who: 'director',
    good: () => ({ position: 'disagrees', text: 'Wij kunnen het zelf.' }),
    asks: ['Wat vindt u van het voorstel? Maak een keuze.', 'In uw eigen woorden: Vul dit in.'],
    done: 'Uw standpunt staat op de tijdlijn.',
  },
  {
    slug: 'niet-naar-bestuur',
    from: 'board_proposed',
    who: 'teamLead',
    good: () => ({ reason: 'De school kan het zelf.', reviewOn: '2027-03-01' }),
    asks: ['Waarom niet? Vul dit in.', 'Wanneer kijkt u terug? Vul dit in.'],
    done: 'Besloten: niet naar het bestuur.',
  },
  {
    slug: 'delen-met-bestuur',
    from: 'board_proposed',
    who: 'teamLead',
    before: (id) =>
      step(pages.stage, cast.tenantId, cast.director, id, {
        step: 'take_position',
        position: 'agrees',
        text: 'Doe maar.',
      }),
    good: () => ({}),
    asks: [],
    done: 'Gedeeld met het bestuur.',
  },
  {
    slug: 'zienswijze',
    from: 'with_board',
    who: 'boardMember',
    good: () => ({ text: 'Wij betalen de invaller.' }),
    asks: ['Uw zienswijze: Vul dit in.'],
    done: 'Uw zienswijze staat op de tijdlijn.',
  },
  {
    slug: 'opgelost',
    from: 'with_board',
    who: 'teamLead',
    good: () => ({ outcome: 'Een invaller.', childrenNotice: 'Rust.' }),
    asks: ['Wat merken kinderen nu? Vul dit in.', 'Wat heeft het opgeleverd? Vul dit in.'],
    done: 'De zorg is opgelost.',
  },
];

describe.each(cases)('the page /$slug', ({ slug, from, who, before, good, asks, done }) => {
  it('asks for what is missing in Dutch, keeps what was typed, and then takes the step once', async () => {
    const id = await at(from);
    await before?.(id);
    const path = `/zorgen/${id}/${slug}`;
    const form = await pages.see(cast[who], path);
    expect(form.status).toBe(200);
    expect(form.html).toContain('Wie leest dit straks mee?');
    if (asks.length > 0) {
      const empty = await pages.send(cast[who], path, { theme: 'Aanwezigheid' });
      expect(empty.status).toBe(422);
      for (const sentence of asks) expect(empty.html).toContain(sentence);
    }
    const fields = await good(id);
    const filled = { ...fields, _version: hidden(form, '_version'), _key: hidden(form, '_key') };
    const taken = await pages.send(cast[who], path, filled);
    expect(taken).toMatchObject({ status: 303, to: `/zorgen/${id}`, flash: done });
    const again = await pages.send(cast[who], path, filled);
    expect(again).toMatchObject({ status: 303, to: `/zorgen/${id}` });
  });

  it('is not there for a stranger, and closed to who has no part in it', async () => {
    const id = await at(from);
    const stranger = await anAppointment(pages.stage, 'teacher', {
      tenantId: cast.tenantId,
      schoolId: cast.school.id,
    });
    expect((await pages.see(stranger, `/zorgen/${id}/${slug}`)).status).toBe(404);
    expect((await pages.send(stranger, `/zorgen/${id}/${slug}`, await good(id))).status).toBe(404);
    expect((await pages.see(cast.author, `/zorgen/geen-id/${slug}`)).status).toBe(404);
  });
});
