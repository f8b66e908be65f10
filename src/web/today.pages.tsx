import { getPage, type Route } from '../platform/route.ts';
import { LinkButton } from '../platform/ui/form.tsx';

/** The start page: for visitors what Kortelijn is. */
export const todayPages: readonly Route[] = [
  getPage('/', 'public', async () => ({
    kind: 'html',
    title: 'Vandaag',
    body: (
      <>
        <h1>Kortelijn</h1>
        <p class="lead">Zorgen delen over hoe het kinderen op school gaat: altijd eerst met de directeur.</p>
        <LinkButton href="/inloggen">Inloggen</LinkButton>
      </>
    ),
  })),
];
