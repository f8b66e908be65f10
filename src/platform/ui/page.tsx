import type { ComponentChildren, JSX, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Head } from '../answer.ts';
import { directionOf } from '../pure/languages.ts';
import { type FrameWords, frameWords } from './frame.words.ts';
import { HeadLines } from './head.tsx';
import { Icon, Logo } from './icons.tsx';
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

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** Number of things that wait here; shown beside the label when there are any. */
  readonly count?: number | undefined;
}

export interface PageUser {
  readonly id: string;
  readonly name: string;
  /** What this person is here, for instance «schoolcontactpersoon». */
  readonly role?: string | undefined;
  readonly csrf: string;
  /** The way to what is new; `count` such as «3» or «9+», empty when everything was read. */
  readonly bell?: { readonly href: string; readonly count: string } | undefined;
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

interface HeaderProps {
  readonly nav: readonly NavItem[];
  readonly user: PageUser | undefined;
  readonly words: FrameWords;
}

/** The menu stands here twice: as a row on wide screens, folded away on small ones. Only one is ever shown. */
function Header({ nav, user, words }: HeaderProps): JSX.Element {
  return (
    <header class="header">
      <div class="header__bar frame">
        <a class="logo" href="/">
          <Logo />
          Kortelijn
        </a>
        {user?.bell && <Bell {...user.bell} />}
        <div class="header__user">
          <Account user={user} words={words} />
        </div>
        <details class="menu">
          <summary class="menu__button">
            <Icon name="menu" />
            {words.menu}
          </summary>
          <div class="menu__panel frame">
            {nav.length > 0 && <NavList nav={nav} words={words} />}
            <div class="menu__user">
              <Account user={user} words={words} />
            </div>
          </div>
        </details>
      </div>
      {nav.length > 0 && (
        <div class="header__nav">
          <div class="frame">
            <NavList nav={nav} words={words} />
          </div>
        </div>
      )}
    </header>
  );
}

function Bell({ href, count }: { readonly href: string; readonly count: string }): JSX.Element {
  return (
    <a class="bell" href={href}>
      <Icon name="bell" />
      <span class="visually-hidden">{count === '' ? 'Berichten' : 'Berichten: '}</span>
      {count !== '' && (
        <span class="nav__count">
          {count}
          <span class="visually-hidden"> nieuw</span>
        </span>
      )}
    </a>
  );
}

function NavList({ nav, words }: Pick<HeaderProps, 'nav' | 'words'>): JSX.Element {
  return (
    <nav aria-label={words.mainMenu}>
      <ul class="nav" role="list">
        {nav.map((item) => (
          <li key={item.href}>
            <a class="nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count ? (
                <span class="nav__count">
                  {item.count}
                  <span class="visually-hidden"> te doen</span>
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ user, words }: Pick<HeaderProps, 'user' | 'words'>): JSX.Element {
  if (!user) {
    return (
      <a class="account__link" href="/inloggen">
        {words.logIn}
      </a>
    );
  }
  return (
    <>
      <a class="account__name" href="/mijn">
        <bdi>{user.name}</bdi>
        {user.role && <span class="account__role">{user.role}</span>}
      </a>
      <form class="account__leave" method="post" action="/uitloggen" data-leave>
        <input type="hidden" name="_csrf" value={user.csrf} />
        <button class="account__link" type="submit">
          Uitloggen
        </button>
      </form>
    </>
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
