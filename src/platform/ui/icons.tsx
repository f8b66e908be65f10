import type { JSX } from 'preact';

const shapes = {
  alert: <path d="M10 3 18 17H2Zm0 5v4m0 2.2v.3" />,
  bell: (
    <path d="M4 14.5c1.4-1.2 1.8-2.6 1.8-5.3a4.2 4.2 0 0 1 8.4 0c0 2.7.4 4.1 1.8 5.3Zm4.3 2.6h3.4M10 3v2" />
  ),
  check: <path d="m4 10.5 4 4 8-9" />,
  chevron: <path d="m8 5 5 5-5 5" />,
  eye: (
    <>
      <path d="M2 10c2-3.5 4.7-5.2 8-5.2s6 1.7 8 5.2c-2 3.5-4.7 5.2-8 5.2S4 13.5 2 10Z" />
      <circle cx="10" cy="10" r="2.4" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9.2v4.3m0-7.2v.3" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
    </>
  ),
  menu: <path d="M3 6h14M3 10h14M3 14h14" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.2 13.2 4 4" />
    </>
  ),
  signpost: <path d="M10 2.5V18M5 4.5h8.5l2.5 2.25L13.5 9H5Z" />,
} as const;

/** The pictures that the parts of the page use; always beside words, so hidden from a screen reader. */
export function Icon({ name }: { readonly name: keyof typeof shapes }): JSX.Element {
  return (
    <svg class={`icon icon--${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}

/** The short line: an open dot, a line, a filled dot. */
export function Logo(): JSX.Element {
  return (
    <svg class="logo__mark" viewBox="0 0 40 20" width="40" height="20" aria-hidden="true">
      <path class="logo__line" d="M15 10h9" />
      <circle class="logo__open" cx="9" cy="10" r="6" />
      <circle class="logo__filled" cx="31" cy="10" r="7.5" />
    </svg>
  );
}
