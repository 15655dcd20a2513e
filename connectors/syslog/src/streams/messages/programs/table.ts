import type { MappedEvent } from '@sluice/connector';
import { mapDropbear } from './dropbear.ts';
import { mapLogin } from './login.ts';
import { isPam, mapPam } from './pam.ts';
import type { ProgramMapper, Received } from './program.ts';
import { mapSshd } from './sshd.ts';
import { mapSu } from './su.ts';
import { mapSudo } from './sudo.ts';
import { mapSystemdLogind } from './systemd-logind.ts';

/** The mapper of each program, by the name that it logs under. A new program is a new file and its line here. */
const programs: ReadonlyMap<string, ProgramMapper> = new Map<string, ProgramMapper>([
  ['dropbear', mapDropbear],
  ['login', mapLogin],
  ['sshd', mapSshd],
  ['sshd-session', mapSshd],
  ['sshd-auth', mapSshd],
  ['su', mapSu],
  ['sudo', mapSudo],
  ['systemd-logind', mapSystemdLogind],
]);

/** The event that a message becomes by the words of its program; undefined where it has to be a generic one. */
export function mapByProgram(received: Received): MappedEvent | undefined {
  if (isPam(received)) return mapPam(received);
  const { appName } = received.message;
  if (appName === undefined) return undefined;
  return (programs.get(appName) ?? programs.get(plainName(appName)))?.(received);
}

/** `sshd` of `/usr/sbin/sshd` and of `sshd(pam_unix)`. */
function plainName(appName: string): string {
  const parenthesis = appName.indexOf('(');
  const name = parenthesis > 0 ? appName.slice(0, parenthesis) : appName;
  return name.slice(name.lastIndexOf('/') + 1);
}
