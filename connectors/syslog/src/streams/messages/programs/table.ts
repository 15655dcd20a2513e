import type { ProgramMapper } from './program.ts';
import { mapSshd } from './sshd.ts';

/** The mapper of each program, by the name that it logs under. A new program is a new file and its line here. */
const programs: ReadonlyMap<string, ProgramMapper> = new Map<string, ProgramMapper>([
  ['sshd', mapSshd],
  ['sshd-session', mapSshd],
  ['sshd-auth', mapSshd],
]);

/** The mapper for a program name as messages have it: `sshd`, `/usr/sbin/sshd`, `sshd(pam_unix)`. */
export function programMapper(appName: string): ProgramMapper | undefined {
  return programs.get(appName) ?? programs.get(plainName(appName));
}

function plainName(appName: string): string {
  const parenthesis = appName.indexOf('(');
  const name = parenthesis > 0 ? appName.slice(0, parenthesis) : appName;
  return name.slice(name.lastIndexOf('/') + 1);
}
