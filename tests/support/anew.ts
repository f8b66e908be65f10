/** What every file of tests begins with, since it shares a process with files before it. */
import { vi } from 'vitest';
import { startCounting } from './factories.ts';

startCounting();
vi.restoreAllMocks();
