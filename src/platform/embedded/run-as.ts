/**
 * PostgreSQL refuses to run as root. When we are root, somebody else runs it: the first of these who can reach both
 * its program and its data folder. Nothing on the machine is changed for it: no user is made, no folder opened up.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainFault } from '../plain-fault.ts';

export interface RunAs {
  /** Goes before the command line. */
  readonly prefix: readonly string[];
  /** Who must own the data folder; undefined = whoever we are. */
  readonly user: User | undefined;
  /** The child is started under this identity by Node itself. */
  readonly switchTo: User | undefined;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

const asWeAre: RunAs = { prefix: [], user: undefined, switchTo: undefined };

/** Root outside, an ordinary user for PostgreSQL: works where the project lies in a folder only root may enter. */
const inNamespace: RunAs = {
  prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'],
  user: undefined,
  switchTo: undefined,
};

/**
 * Chooses who runs the program at `binary` on the data folder `folder` (which need not be there yet).
 * @throws {PlainFault} when nobody can
 */
export function chooseRunner(binary: string, folder: string): RunAs {
  if (process.getuid?.() !== 0) return asWeAre;
  const chosen = candidates(folder).find((runner) => reaches(runner, binary, dirname(folder)));
  if (chosen) return chosen;
  throw new PlainFault(
    `PostgreSQL mag niet als root draaien, en geen andere gebruiker kan bij ${folder}. ` +
      'Start Kortelijn als gewone gebruiker, of kies een andere DATA_DIR.',
  );
}

function candidates(folder: string): readonly RunAs[] {
  const owner = ownerOf(folder);
  if (owner?.uid === 0) return [inNamespace];
  const users = owner ? [owner] : usersNamed('postgres', 'nobody');
  const plain = users.map((user) => ({ prefix: [], user, switchTo: user }));
  return owner ? [...plain, ...users.map(withKey)] : [...plain, inNamespace, ...users.map(withKey)];
}

/** For containers that forbid namespaces: of all that root may, this user keeps only the passing of closed folders. */
function withKey(user: User): RunAs {
  const ids = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  const key = ['--inh-caps', '-all,+dac_override', '--ambient-caps', '-all,+dac_override'];
  return {
    prefix: ['setpriv', ...ids, ...key, '--bounding-set', '-all,+dac_override'],
    user,
    switchTo: undefined,
  };
}

function reaches(runner: RunAs, binary: string, parent: string): boolean {
  const [command = '', ...args] = [
    ...runner.prefix,
    '/bin/sh',
    '-c',
    'test -x "$1" && "$0" --version',
    binary,
    parent,
  ];
  return spawnSync(command, args, { cwd: '/', stdio: 'ignore', ...runner.switchTo }).status === 0;
}

function ownerOf(folder: string): User | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}

function usersNamed(...names: readonly string[]): readonly User[] {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return names.flatMap((name) => {
    const entry = entries.find((fields) => fields[0] === name);
    return entry ? [{ uid: Number(entry[2]), gid: Number(entry[3]) }] : [];
  });
}
