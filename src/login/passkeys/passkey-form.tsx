import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import type { Purpose } from './passkey.store.ts';

interface PasskeyFormProps {
  readonly action: string;
  readonly csrf: string;
  readonly purpose: Purpose;
  /** Text of the button. */
  readonly label: string;
  /** Fields that go along. */
  readonly children?: ComponentChildren;
}

/** Asks the browser for a passkey and sends what it signed. The only form that needs JavaScript, and it says so. */
export function PasskeyForm({ action, csrf, purpose, label, children }: PasskeyFormProps): JSX.Element {
  return (
    <form class="form" method="post" action={action} noValidate data-passkey={purpose}>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="answer" value="" />
      {children}
      <noscript>
        <Notice tone="warning" title="Voor een passkey is JavaScript nodig">
          <p>Zet JavaScript aan, of kies een andere manier.</p>
        </Notice>
      </noscript>
      <Button>{label}</Button>
      <p class="form__status" role="status" />
    </form>
  );
}

/** The hidden field that keeps where somebody wanted to go. */
export function Onward({ to }: { readonly to: string | undefined }): JSX.Element | null {
  return to === undefined ? null : <input type="hidden" name="naar" value={to} />;
}
