import { mayPlan, mayReadProof, readsConcerns } from '../concerns/index.ts';
import { readsBoard } from '../deployment/index.ts';
import { mostOnBell } from '../notices/index.ts';
import type { House, Visitor } from '../platform/door/house.ts';
import { type Actor, hasRole } from '../platform/pure/actor.ts';
import { frameOf } from '../platform/pure/languages.ts';
import { list } from '../platform/pure/text.ts';
import type { Html } from '../platform/route.ts';
import { frameWords } from '../platform/ui/frame.words.ts';
import type { NavItem, PageUser } from '../platform/ui/header.tsx';
import { type Assets, Document, renderPage } from '../platform/ui/page.tsx';
import { committeeDoor, mayCountQuestions, readsQuestions } from '../questions/index.ts';
import { roleName } from '../registers/index.ts';
import { goalAccess, reportAccess, resultAccess, teacherFigureReaders } from '../results/index.ts';
import { readsVisits } from '../stationing/index.ts';

/** Draws a page in the frame that everybody knows: the menu shows only doors that this person may open. */
export function drawer(assets: Assets, demonstration = false): House['draw'] {
  return (page: Html, visitor: Visitor) =>
    renderPage(
      <Document
        title={page.title}
        assets={assets}
        nav={navigation(visitor, frameWords(page.language ?? 'nl').doors)}
        lang={page.language && frameOf(page.language)}
        head={page.head}
        user={userOf(visitor)}
        script={page.script && assets[page.script]}
        flash={visitor.flash}
        refresh={page.refresh}
        demonstration={demonstration}
      >
        {page.body}
      </Document>,
    );
}

function navigation(
  { actor: visitor, path }: Visitor,
  names: Readonly<Record<string, string>>,
): readonly NavItem[] {
  // Half inside is outside: doors that would only lead back to the second step are not shown.
  const actor = visitor?.session?.secondFactor === 'missing' ? undefined : visitor;
  const doors: readonly (readonly [string, string, boolean])[] = [
    ['/', 'Vandaag', actor !== undefined],
    ['/zorgen', 'Zorgen', actor !== undefined && readsConcerns(actor)],
    ['/vragen', 'Vragen', actor !== undefined && readsQuestions(actor)],
    ['/vragen/cijfers', 'Vragen in cijfers', actor !== undefined && mayCountQuestions(actor)],
    ['/praktijkkaarten', 'Praktijkkaarten', actor !== undefined && readsQuestions(actor)],
    ['/doelen', 'Doelen', actor !== undefined && hasRole(actor, ...goalAccess.read)],
    ['/resultaten', 'Resultaten', actor !== undefined && hasRole(actor, ...resultAccess.read)],
    // Whoever has results finds reports there.
    ['/resultaten/rapporten', 'Rapporten', seesReportsAlone(actor)],
    ['/resultaten/lesobservaties', 'Lesobservaties', seesLessons(actor)],
    ['/resultaten/lesobservaties/samen', 'Lesobservaties', seesTeacherFigures(actor)],
    ['/zorgen/verantwoording', 'Verantwoording zorgen', actor !== undefined && mayReadProof(actor)],
    ...(actor === undefined ? [] : [committeeDoor(actor)]),
    ['/gesprekken', 'Gesprekken', actor !== undefined && mayPlan(actor)],
    ['/inzet/mijn-vragen', 'Inzet', beginsAtQuestions(actor)],
    ['/inzet', 'Inzet', beginsAtBoard(actor)],
    [
      '/inzet/specialisten',
      'Specialisten',
      actor !== undefined && hasRole(actor, 'team_lead', 'contact_person') && !hasRole(actor, 'specialist'),
    ],
    ['/inzet/bezoeken', 'Bezoeken', actor !== undefined && readsVisits(actor)],
    ['/nieuws', 'Nieuws', true],
    ['/ontwikkeling', 'Ontwikkeling', actor !== undefined],
    ['/ondersteuningsplan', 'Ondersteuningsplan', actor !== undefined],
    ['/scholen', 'Scholen', true],
    ['/mensen', 'Mensen', actor !== undefined],
    ['/zoeken', 'Zoeken', actor !== undefined],
    ['/beheer', 'Beheer', actor !== undefined && hasRole(actor, 'administrator')],
    [
      '/beheer/afwezigheid',
      'Afwezigheid',
      actor !== undefined && hasRole(actor, 'team_lead') && !hasRole(actor, 'administrator'),
    ],
    ['/inzage', 'Toegangslog', actor !== undefined && hasRole(actor, 'privacy_officer')],
    ['/mijn', 'Mijn gegevens', actor !== undefined],
  ];
  const opened = doors
    .filter(([, , open]) => open)
    .map(([href, label]) => ({ href, label: names[href] ?? label }));
  const here = opened.filter(({ href }) => (href === '/' ? path === '/' : path.startsWith(href)));
  // Of /zorgen and /zorgen/verantwoording the longer one is where somebody is.
  const current = here.toSorted((a, b) => b.href.length - a.href.length)[0];
  return opened.map((door) => ({ ...door, current: door === current }));
}

/** Who is looked at, and who looks. */
const seesReportsAlone = (actor: Actor | undefined) =>
  actor !== undefined && hasRole(actor, ...reportAccess.read) && !hasRole(actor, ...resultAccess.read);

const seesLessons = (actor: Actor | undefined) =>
  actor !== undefined && hasRole(actor, 'teacher', 'specialist');

/** Who finds figures of teachers, and no lesson. */
const seesTeacherFigures = (actor: Actor | undefined) =>
  actor !== undefined && hasRole(actor, ...teacherFigureReaders) && !seesLessons(actor);

const beginsAtQuestions = (actor: Actor | undefined) =>
  actor !== undefined && hasRole(actor, 'specialist') && !hasRole(actor, 'team_lead');

/** Specialists begin at their own questions, unless they lead the team. */
const beginsAtBoard = (actor: Actor | undefined) =>
  actor !== undefined && readsBoard(actor) && !beginsAtQuestions(actor);

function userOf({ actor, csrf, unread }: Visitor): PageUser | undefined {
  if (actor === undefined) return undefined;
  return { id: actor.personId, name: actor.name, role: rolesOf(actor), csrf, bell: bellOf(actor, unread) };
}

/** Nobody half logged in has a bell. */
function bellOf(actor: Actor, unread = 0): PageUser['bell'] {
  if (actor.session?.secondFactor === 'missing') return undefined;
  return {
    href: '/berichten',
    count: unread > mostOnBell ? `${mostOnBell}+` : unread === 0 ? '' : `${unread}`,
  };
}

/** What somebody is here today, said under the name. */
function rolesOf(actor: Actor): string {
  const held = [...new Set(actor.appointments.map(({ role }) => role))];
  return list(held.slice(0, 3).map((role) => roleName(role, actor.tenant.labels)));
}
