import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { capital } from '../../platform/pure/text.ts';
import type { Route } from '../../platform/route.ts';
import { worksWithCommittee } from './committee.access.ts';
import { committeeApi } from './committee.api.ts';
import { committeeName } from './committee.words.ts';
import { committeeSettingsPages } from './committee-settings.pages.tsx';
import { meetingPages } from './meeting.pages.tsx';
import { meetingListPages } from './meeting-list.pages.tsx';
import { minutesPages } from './minutes.pages.tsx';
import { printPages } from './print.pages.tsx';

/** Addresses with a fixed word stand before those with an id. */
export const committeeRoutes: readonly Route[] = [
  ...committeeApi,
  ...committeeSettingsPages,
  ...meetingListPages,
  ...printPages,
  ...minutesPages,
  ...meetingPages,
];

/** The committee in the menu: address, name, and whether it stands in this person's. */
export const committeeDoor = (actor: Actor): readonly [string, string, boolean] => [
  '/acta',
  capital(committeeName(actor)),
  hasRole(actor, ...worksWithCommittee),
];
