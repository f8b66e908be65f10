import { z } from 'zod';
import { line } from '../platform/input.ts';

/** As a browser sends it: without what a header cannot say, such as the end of a line. What is no address of ours stays as it came. */
function asSent(value: string): string {
  const base = 'https://kortelijn.invalid';
  if (!/^\/[a-z]/.test(value) || !URL.canParse(value, base)) return value;
  const { pathname, search } = new URL(value, base);
  return `${pathname}${search}`;
}

export const viewInput = z.object({
  name: line(80),
  /** A path of this site with what it is filtered by. */
  address: z
    .string('Bewaar een weergave vanaf een lijst.')
    .overwrite(asSent)
    .max(600, 'Dit filter is te lang om te bewaren.'),
});
export type ViewInput = z.infer<typeof viewInput>;
