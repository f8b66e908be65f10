import type { Route } from '../../platform/route.ts';
import { concernDetailPages } from './concern-detail.pages.tsx';
import { concernListPages } from './concern-list.pages.tsx';
import { ledgerPages } from './ledger.pages.tsx';
import { listExportPages } from './list-export.pages.ts';

/** The pages around a concern. `/zorgen/:id` comes last: the words before it are no ids. */
export const concernPages: readonly Route[] = [
  ...concernListPages,
  ...listExportPages,
  ...ledgerPages,
  ...concernDetailPages,
];
