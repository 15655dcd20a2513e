import type { Company } from './company.ts';
import type { Message } from './message.ts';
import type { Random } from './random.ts';
import { fromServer } from './servers.ts';

/** Where the attack comes from: the address that the demo's first question should bring up. */
export const attacker = '203.0.113.66';

const guessedNames = ['root', 'admin', 'oracle', 'postgres', 'test', 'ubuntu', 'git', 'backup', 'deploy', 'ftpuser'];

/** One guess at the bastion's door. */
export function guess(random: Random, company: Company, at: number): Message {
  const name = random.pick(guessedNames);
  const known = name === 'root' || name === 'backup';
  return knock(random, company, at, `Failed password for ${known ? '' : 'invalid user '}${name}`);
}

/** The guess that is right. */
export function rightGuess(random: Random, company: Company, at: number): Message {
  return knock(random, company, at, 'Accepted password for backup');
}

function knock(random: Random, company: Company, at: number, what: string): Message {
  const bastion = company.servers.find((server) => server.name === 'bastion');
  if (bastion === undefined) throw new Error('The company has no server "bastion".');
  return fromServer(bastion, {
    at,
    host: bastion.name,
    program: 'sshd',
    pid: random.integer(1000, 32_000),
    facility: 'authpriv',
    severity: 'info',
    text: `${what} from ${attacker} port ${random.integer(32_768, 60_999)} ssh2`,
  });
}
