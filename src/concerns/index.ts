export { readsConcerns } from './concern.access.ts';

import type { Route } from '../platform/route.ts';
import { concernApi } from './concern.api.ts';

export const concernRoutes: readonly Route[] = [...concernApi];
