import type { JSX } from 'preact';
import { Select } from '../platform/ui/fields.tsx';
import { Breadcrumb, Filter, Paging, Search, Tabs } from '../platform/ui/navigate.tsx';
import { Badge, Notice, Prose, Signposts, StateBadge, type StateTone, Who } from '../platform/ui/parts.tsx';
import { Facts } from '../platform/ui/table.tsx';
import { Steps, Timeline } from '../platform/ui/timeline.tsx';
import { longWord, StyleLists } from './style-lists.pages.tsx';

const states: readonly (readonly [StateTone, string])[] = [
  ['quiet', 'Notitie'],
  ['new', 'Nieuw'],
  ['busy', 'In gesprek'],
  ['waiting', 'Wacht op directeur'],
  ['good', 'Op tijd'],
  ['done', 'Opgelost'],
  ['alert', 'Te laat'],
];

/** Everything that is read rather than filled in. */
export function StyleParts(): JSX.Element {
  return (
    <>
      <Moving />
      <Messages />
      <StyleLists />
      <OneThing />
    </>
  );
}

function Moving(): JSX.Element {
  return (
    <>
      <h2>Wegen</h2>
      <Breadcrumb
        items={[
          { href: '/zorgen', label: 'Zorgen' },
          { href: '/scholen/99ZZ00', label: 'De Zonnewijzer' },
        ]}
      />
      <Tabs
        label="Weergave"
        items={[
          { href: '?weergave=mijn', label: 'Van mij', current: true },
          { href: '?weergave=school', label: 'Van mijn scholen', current: false },
          { href: '?weergave=klaar', label: 'Afgerond', current: false },
        ]}
      />
      <Filter action="/demo/stijl" label="Zorgen zoeken" clear="/demo/stijl">
        <Search name="zoek" label="Zoek op school" value="zonne" />
        <Select
          name="staat"
          label="Staat"
          empty="Alle"
          options={states.map(([tone, label]) => ({ value: tone, label }))}
        />
      </Filter>
      <Paging next="?na=abc" first="?" />
    </>
  );
}

function Messages(): JSX.Element {
  return (
    <>
      <h2>Berichten en staten</h2>
      <p class="row">
        {states.map(([tone, label]) => (
          <StateBadge key={tone} tone={tone} label={label} />
        ))}
        <Badge label="Rekenen" />
        <Badge label={longWord} />
      </p>
      <Notice tone="info" title="De herfstvakantie telt niet mee.">
        <p>De termijn loopt door op maandag 26 oktober 2026.</p>
      </Notice>
      <Notice tone="good" title="Bewaard om 14:03" />
      <Notice tone="warning" title="De directeur heeft nog niet geantwoord.">
        <p>
          Bel gerust. <a href="/scholen/99ZZ00">Hier staat het nummer van de school.</a>
        </p>
      </Notice>
      <Notice tone="error" title="Dit is niet gelukt.">
        <p>Probeer het over een minuut opnieuw. Uw tekst is er nog.</p>
      </Notice>
      <Signposts
        title="Hoort dit ergens anders thuis?"
        items={[
          {
            title: 'Een kind is thuis niet veilig',
            text: 'Volg de meldcode van uw school. Zet er hier niets over.',
            link: { href: '/zorgen/werkwijze', label: 'Zo werkt de meldcode' },
          },
          { title: 'Een klacht', text: 'Daarvoor is er de klachtenregeling, met een vertrouwenspersoon.' },
        ]}
      />
    </>
  );
}

function OneThing(): JSX.Element {
  return (
    <>
      <h2>Eén ding van dichtbij</h2>
      <div class="columns">
        <div>
          <Timeline items={moments} />
        </div>
        <div>
          <Facts
            items={[
              { label: 'School', value: <a href="/scholen/99ZZ00">De Zonnewijzer</a> },
              { label: 'Opgemerkt', value: '2 november 2026' },
              { label: 'Auteur', value: 'عائشة بن صالح' },
              { label: 'Kenmerk', value: longWord },
            ]}
          />
          <Who
            people={[
              { name: 'Noor van den Berg', role: 'schoolcontactpersoon' },
              { name: 'Sem de Wit', role: 'directeur', joins: true },
              { name: longWord, role: 'intern begeleider', joins: true },
            ]}
          />
        </div>
      </div>
      <h2>Wat kan er nu?</h2>
      <Steps
        steps={[
          { label: 'Plan een gesprek', allowed: true, href: '#' },
          { label: 'Voeg een deelnemer toe', allowed: true, href: '#' },
          {
            label: 'Stel voor aan het bestuur',
            allowed: false,
            reasons: [
              'Er is nog geen gesprek met de directeur geweest.',
              'U hebt nog niet gezegd waarom het op school niet lukt.',
            ],
            nextStep: { href: '#', label: 'Plan een gesprek met de directeur' },
          },
        ]}
      />
    </>
  );
}

const moments = [
  {
    id: 'm1',
    at: '2026-11-02',
    when: '2 november 2026',
    who: 'Noor van den Berg',
    title: 'Zorg genoteerd',
    body: (
      <Prose
        text={
          'In twee lessen zag ik dat de instructie voor groep 7 en 8 tegelijk wordt gegeven.\n\nWat goed gaat: de rust in de klas.'
        }
      />
    ),
  },
  {
    id: 'm2',
    at: '2026-11-03T13:03:00Z',
    when: '3 november 2026 om 14:03',
    who: 'Sem de Wit, directeur',
    title: 'Antwoord',
    badge: <StateBadge tone="good" label="Klopt" />,
    body: <Prose text="هذا صحيح. نتحدث عن ذلك يوم الثلاثاء." />,
  },
  {
    id: 'm3',
    at: '2026-11-10',
    when: '10 november 2026',
    who: 'Noor van den Berg',
    title: 'Gesprek gepland',
    body: <Prose text={`${longWord} 👩‍🏫🌻`} />,
  },
];
