/** On the page of one's own secret address: since when there is one, and the ways to make it anew or take it away. */
import type { JSX } from 'preact';
import { showMoment } from '../pure/dates.ts';
import { ConfirmBox, Form, SubmitRow } from '../ui/form.tsx';

interface OwnAddressProps {
  /** Where it is made; it is removed at `…/verwijderen`. */
  readonly path: string;
  /** undefined: there is none. */
  readonly madeAt: string | undefined;
  readonly csrf: string;
  /** What removing it does, as a sentence. */
  readonly removed: string;
}

export const OwnAddress = ({ path, madeAt, csrf, removed }: OwnAddressProps): JSX.Element => (
  <>
    <p>
      {madeAt === undefined
        ? 'U hebt nog geen adres.'
        : `U hebt een adres sinds ${showMoment(madeAt)}. Bent u het kwijt, of heeft een ander het gezien? Maak dan een nieuw adres: het oude werkt vanaf dat moment niet meer.`}
    </p>
    <Form action={path} csrf={csrf}>
      <SubmitRow primary={madeAt === undefined ? 'Maak een adres' : 'Maak een nieuw adres'} cancel="/mijn" />
    </Form>
    {madeAt !== undefined && <RemoveAddress {...{ path, csrf, removed }} />}
  </>
);

export const RemoveAddress = ({ path, csrf, removed }: Omit<OwnAddressProps, 'madeAt'>): JSX.Element => (
  <ConfirmBox
    label="Adres verwijderen"
    action={`${path}/verwijderen`}
    csrf={csrf}
    confirm="Verwijder het adres"
  >
    <p>{removed}</p>
  </ConfirmBox>
);
