/** A conversation for one's own calendar: exactly for whom may see it in the product. */
import { idOf } from '../../platform/input.ts';
import { appointmentFile } from '../../platform/mail/calendar.ts';
import { getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { access } from '../concern.access.ts';
import { readConcernConversation, readOtherConversation } from './appointment.actions.ts';
import type { SetConversation } from './invitation.store.ts';
import { appointmentOf } from './invitation.words.ts';

export const appointmentPages: readonly Route[] = [
  getPage('/zorgen/:id/gesprek.ics', access.read, async ({ actor, deed, params, site }) => {
    const id = idOf(params);
    const found = id && (await readConcernConversation(deed, actor, id));
    return found ? fileOf(found, `${site}/zorgen/${id}`) : notFound;
  }),
  getPage('/gesprekken/:id/gesprek.ics', access.read, async ({ actor, deed, params, site }) => {
    const id = idOf(params);
    const found = id && (await readOtherConversation(deed, actor, id));
    return found ? fileOf(found, `${site}/gesprekken`) : notFound;
  }),
];

function fileOf(found: SetConversation, url: string): PageAnswer {
  return {
    kind: 'file',
    name: 'gesprek.ics',
    type: 'text/calendar; charset=utf-8',
    body: appointmentFile({ ...appointmentOf(found), url }),
  };
}
