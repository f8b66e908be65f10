/** The top of every page: the menu, what is new, and who is here. */
import type { JSX } from 'preact';
import type { FrameWords } from './frame.words.ts';
import { Icon, Logo } from './icons.tsx';

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

interface HeaderProps {
  readonly nav: readonly NavItem[];
  readonly user: PageUser | undefined;
  readonly words: FrameWords;
}

/** The menu stands here twice: as a row on wide screens, folded away on small ones. Only one is ever shown. */
export function Header({ nav, user, words }: HeaderProps): JSX.Element {
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
