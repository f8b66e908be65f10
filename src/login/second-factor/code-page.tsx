import type { Html } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { showCode } from './recovery-code.rules.ts';

/** The one time that recovery codes are shown. */
export function codesPage(
  codes: readonly string[],
  onward: { readonly to: string; readonly label: string },
): Html {
  const body = (
    <>
      <h1>Uw herstelcodes</h1>
      <Notice tone="warning" title="U ziet deze codes één keer">
        <p>
          Print deze pagina of schrijf de codes op. Bewaar ze op een veilige plek, niet bij uw apparaat. Elke
          code werkt één keer. Oudere codes werken niet meer.
        </p>
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{showCode(code)}</code>
          </li>
        ))}
      </ol>
      <LinkButton href={onward.to}>{onward.label}</LinkButton>
    </>
  );
  return { kind: 'html', title: 'Uw herstelcodes', body };
}
