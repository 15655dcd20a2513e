import { accounts } from './accounts.fixture.ts';
import { files } from './files.fixture.ts';
import { findings } from './findings.fixture.ts';
import { hosts } from './hosts.fixture.ts';
import { network } from './network.fixture.ts';
import { processes } from './processes.fixture.ts';
import { windows } from './windows.fixture.ts';
import type { Kind } from './kind.fixture.ts';

export const kinds: readonly Kind[] = [
  ...processes,
  ...network,
  ...files,
  ...windows,
  ...accounts,
  ...findings,
  ...hosts,
];
