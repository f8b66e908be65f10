import type { JSX } from 'preact';
import { getPage, type Route } from '../platform/route.ts';
import { type Assets, Document } from '../platform/ui/page.tsx';
import { StyleForms } from './style-forms.pages.tsx';
import { StyleParts } from './style-parts.pages.tsx';

const nav = [
  { href: '/', label: 'Vandaag', current: false, count: 3 },
  { href: '/zorgen', label: 'Zorgen', current: true, count: 12 },
  { href: '/vragen', label: 'Vragen', current: false },
  { href: '/inzet', label: 'Inzet', current: false },
  { href: '/scholen', label: 'Scholen', current: false },
  { href: '/nieuws', label: 'Nieuws', current: false },
  { href: '/beheer', label: 'Beheer', current: false },
];

const user = { id: 'stijl', name: 'Noor van den Berg', role: 'schoolcontactpersoon', csrf: 'voorbeeld' };

/** `/demo/stijl`: every part of the page in every state, to look at. */
export function StylePage({ assets }: { readonly assets: Assets }): JSX.Element {
  return (
    <Document
      title="Stijlkaart"
      assets={assets}
      nav={nav}
      user={user}
      flash={{ tone: 'good', text: 'De zorg is gedeeld met de directeur.' }}
    >
      <h1>Stijlkaart</h1>
      <p class="lead">
        Alle onderdelen van Kortelijn, in elke toestand. Wat hier goed staat, staat overal goed.
      </p>
      <StyleParts />
      <StyleForms />
    </Document>
  );
}

/** The same without the frame around it. */
export function StyleBody(): JSX.Element {
  return (
    <>
      <h1>Stijlkaart</h1>
      <p class="lead">
        Alle onderdelen van Kortelijn, in elke toestand. Wat hier goed staat, staat overal goed.
      </p>
      <StyleParts />
      <StyleForms />
    </>
  );
}

/** Every part in every state, to look at; part of the demonstration. */
export const stylePages: readonly Route[] = [
  getPage('/demo/stijl', 'public', async () => ({ kind: 'html', title: 'Stijl', body: <StyleBody /> })),
];
