/** The front door of the notices. */
import type { Route } from '../platform/route.ts';
import { choicePages } from './choice.pages.tsx';
import { noticeApi } from './notice.api.ts';
import { noticePages } from './notice.pages.tsx';

export { mailNotices, remindOfTheDay } from './notice.jobs.ts';
export { mostOnBell } from './notice.rules.ts';
export { countUnread, findNotices, type NoticeRow } from './notice.store.ts';
export { Notices } from './notice-list.tsx';

export const noticeRoutes: readonly Route[] = [...noticeApi, ...noticePages, ...choicePages];
