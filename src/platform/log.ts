/**
 * The log: one line per event on stderr (stdout belongs to the commands). It tells what happened, never about whom:
 * no names, no text that people typed, no addresses of mail, no values from the database.
 */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;
export type Level = 'info' | 'warn' | 'error';

/** Writes one line of JSON. `event` is a fixed sentence; what varies goes into `facts`. */
export function log(level: Level, event: string, facts: Facts = {}): void {
  const line = { at: new Date().toISOString(), level, event, ...facts };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/**
 * What may be told of an unexpected fault: its kind, its code and where it arose. Never its message: PostgreSQL and
 * parsers quote in it what people typed.
 */
export function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { code, constraint, table, routine } = error as Error & Record<string, unknown>;
  const told = Object.entries({ code, constraint, table, routine }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    fault: error.name,
    ...Object.fromEntries(told),
    stack: frames.map((line) => line.trim()).join(' | '),
  };
}
