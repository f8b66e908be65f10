import type { JSX } from 'preact';
import type { Progress } from './ambitions/progress.rules.ts';

/** How much of the way is behind; the words beside it say the same, so it is for the eye alone. */
export function ProgressBar({ progress: { share, reached } }: { readonly progress: Progress }): JSX.Element {
  const part = reached ? 1 : Math.min(1, Math.max(0, share ?? 0));
  return (
    <svg class="way" aria-hidden="true" focusable="false" width="100%" height="12">
      <rect class="way__whole" x="0.5" y="0.5" width="100%" height="11" />
      <rect class="way__done" y="0.5" width={`${(part * 100).toFixed(1)}%`} height="11" />
    </svg>
  );
}
