import type { ComponentChildren, JSX, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Head } from '../answer.ts';
import { directionOf } from '../pure/languages.ts';
import { type FrameWords, frameWords } from './frame.words.ts';
import { HeadLines } from './head.tsx';
import { Header, type NavItem, type PageUser } from './header.tsx';
import { Logo } from './icons.tsx';
import { Notice, type NoticeTone } from './parts.tsx';

/** Addresses of the built files, as `dist/assets/manifest.json` gives them. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Only for pages where somebody uses a passkey. */
  readonly passkey: string;
  /** Only for pages where somebody writes a visit down. */
  readonly visits: string;
  /** What keeps the page for on the way; served under an address of its own. */
  readonly worker: string;
  readonly font: string;
  readonly icon: string;
}

export interface DocumentProps {
  /** Says where the reader is, without the product's name. */
  readonly title: string;
  readonly assets: Assets;
  readonly nav: readonly NavItem[];
  readonly lang?: string | undefined;
  readonly head?: Head | undefined;
  /** Shows the way to the mailbox of the invented people. */
  readonly demonstration?: boolean;
  readonly user?: PageUser | undefined;
  /** Address of a script that only this page needs. */
  readonly script?: string | undefined;
  /** Seconds after which a browser without scripts asks again. */
  readonly refresh?: number | undefined;
  /** One message about what was just done. */
  readonly flash?: { readonly tone: NoticeTone; readonly text: string } | undefined;
  readonly children: ComponentChildren;
}

/** A whole page as text, with its doctype. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** The frame of every page; the one `h1` comes with the children. */
export function Document({
  title,
  assets,
  nav,
  lang = 'nl',
  user,
  script,
  flash,
  refresh,
  head,
  children,
  demonstration = false,
}: DocumentProps): JSX.Element {
  const words = frameWords(lang);
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0a3842" />
        <title>{`${title} - Kortelijn`}</title>
        {head && <HeadLines head={head} lang={lang} />}
        <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script type="module" src={assets.script} />
        {script && <script type="module" src={script} />}
        {refresh && (
          <noscript>
            <meta http-equiv="refresh" content={`${refresh}`} />
          </noscript>
        )}
      </head>
      <body data-user={user?.id}>
        <a class="skip-link" href="#inhoud">
          {words.skip}
        </a>
        <Header nav={nav} user={user} words={words} />
        <main id="inhoud" tabIndex={-1} class="frame">
          {flash && <Notice tone={flash.tone} title={flash.text} live />}
          {children}
        </main>
        <Footer demonstration={demonstration} words={words} />
      </body>
    </html>
  );
}

interface FooterProps {
  readonly demonstration: boolean;
  readonly words: FrameWords;
}

function Footer({ demonstration, words }: FooterProps): JSX.Element {
  return (
    <footer class="footer">
      <div class="frame footer__bar">
        <p class="footer__words">
          <Logo />
          {words.motto}
        </p>
        <ul class="footer__links" role="list">
          <li>
            <a href="/toegankelijkheid">{words.accessibility}</a>
          </li>
          <li>
            <a href="/privacy">{words.privacy}</a>
          </li>
          <li>
            <a href="/zorgen/werkwijze">{words.protocol}</a>
          </li>
          <li>
            <a href="/toezeggingen">{words.promises}</a>
          </li>
          <li>
            <a href="/verantwoording">{words.account}</a>
          </li>
          {demonstration && (
            <li>
              <a href="/demo/post">Post van de demonstratie</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}
