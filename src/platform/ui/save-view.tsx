/** Keeping the address of a list as it is filtered now, under a name. */
import type { JSX } from 'preact';
import { TextField } from './fields.tsx';
import { Button } from './form.tsx';

/** Where somebody finds what they kept, and where it is sent to be kept. */
export const viewsPath = '/mijn/weergaven';

interface SaveViewProps {
  /** The address that was asked for. */
  readonly url: URL;
  readonly csrf: string;
}

/** Folded away under a `Filter` of several fields. The page of a list is not kept: which rows are on it changes. */
export function SaveView({ url, csrf }: SaveViewProps): JSX.Element {
  const terms = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => name !== 'na' && value !== ''),
  );
  const address = terms.size === 0 ? url.pathname : `${url.pathname}?${terms}`;
  return (
    <details class="fold no-print">
      <summary class="fold__summary">Bewaar deze weergave</summary>
      <form class="fold__body stack" method="post" action={viewsPath} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="address" value={address} />
        <TextField
          name="name"
          label="Naam van deze weergave"
          hint="Alleen u ziet deze weergave. Noem geen namen van leerlingen of ouders."
        />
        <div class="submit-row">
          <Button kind="secondary">Bewaar</Button>
          <a class="button button--quiet" href={viewsPath}>
            Uw weergaven
          </a>
        </div>
      </form>
    </details>
  );
}
