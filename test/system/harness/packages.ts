import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from '../../harness/command.ts';
import { loggenFolder, loggenPath } from './loggen.ts';

/** Programs that the system tests talk to, and the Debian packages that have them. */
const programs: Readonly<Record<string, string>> = {
  logger: 'bsdutils',
  rsyslogd: 'rsyslog',
  radosgw: 'radosgw',
  'radosgw-admin': 'radosgw',
  'ceph-mon': 'ceph-mon',
  'ceph-osd': 'ceph-osd',
  ceph: 'ceph-common',
  'ceph-authtool': 'ceph-common',
  logrotate: 'logrotate',
  zstd: 'zstd',
  strace: 'strace',
  faketime: 'faketime',
  podman: 'podman',
  runc: 'runc',
  conmon: 'conmon',
  busybox: 'busybox-static',
};
/** The modules of rsyslog that the tests load, by the folder that Debian keeps them in. */
const rsyslogModules: Readonly<Record<string, string>> = { 'lmnsd_ossl.so': 'rsyslog-openssl' };
/** syslog-ng-core cannot be installed beside rsyslog, so its loggen is only unpacked. */
const unpacked = ['syslog-ng-core', 'libivykis0', 'libnet1', 'libpcre3'];

/**
 * Makes sure that all real programs are there. As root on Debian or Ubuntu it installs what is missing; elsewhere it
 * throws and says what is missing. A system test is never skipped.
 */
export async function preparePrograms(say: (line: string) => void): Promise<void> {
  const missing = await missingPackages();
  const needsLoggen = !existsSync(loggenPath);
  if (missing.length === 0 && !needsLoggen) return;
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) throw new Error(remedy(missing, needsLoggen));
  say('Updating the package lists.');
  await run('apt-get', ['update', '-qq'], { withinMs: 180_000 });
  if (missing.length > 0) await install(missing, say);
  if (needsLoggen) await unpackLoggen(say);
  const stillMissing = await missingPackages();
  if (stillMissing.length > 0)
    throw new Error(`apt-get installed ${stillMissing.join(', ')}, yet their programs are not there.`);
}

async function missingPackages(): Promise<readonly string[]> {
  const missing = new Set<string>();
  for (const [program, name] of Object.entries(programs)) if (findProgram(program) === undefined) missing.add(name);
  for (const [module, name] of Object.entries(rsyslogModules)) if (!(await hasRsyslogModule(module))) missing.add(name);
  return [...missing];
}

async function install(packages: readonly string[], say: (line: string) => void): Promise<void> {
  say(`Installing ${packages.join(' ')}.`);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    withinMs: 300_000,
  });
}

async function unpackLoggen(say: (line: string) => void): Promise<void> {
  say(`Unpacking loggen into ${loggenFolder}.`);
  await mkdir(loggenFolder, { recursive: true });
  await run('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', ...unpacked], {
    cwd: loggenFolder,
    withinMs: 120_000,
  });
  for (const file of await readdir(loggenFolder)) {
    if (file.endsWith('.deb')) await run('dpkg', ['-x', file, '.'], { cwd: loggenFolder });
  }
}

/** Daemons live in the sbin folders, which are not on every user's PATH. */
function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

async function hasRsyslogModule(file: string): Promise<boolean> {
  const triplets = await readdir('/usr/lib').catch(() => []);
  return triplets.some((triplet) => existsSync(join('/usr/lib', triplet, 'rsyslog', file)));
}

function remedy(packages: readonly string[], needsLoggen: boolean): string {
  return [
    'The system tests need real programs that this machine lacks, and only root on Debian or Ubuntu can install them here.',
    ...(packages.length > 0 ? [`  missing packages: ${packages.join(' ')}`] : []),
    ...(needsLoggen ? [`  loggen of syslog-ng-core, unpacked into ${loggenFolder}`] : []),
    'Run `npm run test:system` as root in a Debian 12 container.',
  ].join('\n');
}
