import { isPort } from '../../events/address.ts';
import type { JournalRecord } from './journal-record.ts';

export interface SshLogin {
  readonly user: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly method: string;
  readonly isSuccess: boolean;
}

/** The name is what a client sent, and may read like the rest of the line: the last ` from ` is sshd's own. */
const login =
  /^(Accepted|Failed) ([\w/-]{1,60}) for (?:invalid user )?(.{1,255}) from (\S{1,255}) port (\d{1,5})(?: ssh2)?(?:$|:)/;

/** A login that sshd let in or turned away. The identifier is taken at its word only where a process of root says it. */
export function sshLogin({ identifier, message, rest }: JournalRecord): SshLogin | undefined {
  if ((identifier !== 'sshd' && identifier !== 'sshd-session') || message === undefined) return undefined;
  if (rest['_UID'] !== undefined && rest['_UID'] !== '0') return undefined;
  const match = login.exec(message.slice(0, 1024));
  if (match === null) return undefined;
  const [, outcome, method = '', user = '', host = '', digits] = match;
  const port = Number(digits);
  return { user, host, port: isPort(port) ? port : undefined, method, isSuccess: outcome === 'Accepted' };
}
