import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../harness/command.ts';
import { startDaemon, type Daemon } from '../../harness/daemon.ts';
import { freePort } from '../../harness/ports.ts';

export interface Radosgw {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /**
   * Adds an account, with a user that owns its buckets and roles. Its roles are `arn:aws:iam::<account>:role/<name>`, and
   * its gateway is an STS too. A condition on the external id is never met there: the gateway does not look at one.
   */
  addAccount(account: string): Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }>;
  stop(): Promise<void>;
}

const accessKeyId = 'systemtest';
const secretAccessKey = 'systemtestsecret';

/**
 * A real S3 server of three processes (monitor, storage in memory, gateway) on free ports of 127.0.0.1. When one of them
 * does not start, those before it are stopped.
 */
export async function startRadosgw(folder: string): Promise<Radosgw> {
  for (const name of ['mon', 'osd/0', 'rgw', 'log', 'asok']) await mkdir(join(folder, name), { recursive: true });
  const started: Daemon[] = [];
  // Everything lies in memory, so there is nothing that a gentle stop could save.
  const stop = async (): Promise<void> => void (await Promise.all(started.toReversed().map((daemon) => daemon.kill())));
  try {
    const port = await startCluster(folder, started);
    const addUser = async (accessKey: string, ...options: string[]): Promise<string> => {
      const user = ['user', 'create', '--uid=system', '--display-name=system', `--access-key=${accessKey}`];
      const secret = `--secret-key=${secretAccessKey}`;
      return run('radosgw-admin', ['-c', join(folder, 'ceph.conf'), ...user, secret, ...options]);
    };
    await addUser(accessKeyId);
    const addAccount: Radosgw['addAccount'] = async (account) => {
      await addUser(`owner${account}`, `--tenant=${account}`, '--caps=roles=*');
      return { accessKeyId: `owner${account}`, secretAccessKey };
    };
    return { endpoint: `http://127.0.0.1:${port}`, accessKeyId, secretAccessKey, addAccount, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startCluster(folder: string, started: Daemon[]): Promise<number> {
  const [port, monitorPort, oldMonitorPort] = [await freePort(), await freePort(), await freePort()];
  const configFile = join(folder, 'ceph.conf');
  const fsid = randomUUID();
  const monitors = `[v2:127.0.0.1:${monitorPort},v1:127.0.0.1:${oldMonitorPort}]`;
  await writeFile(configFile, cephConfiguration({ folder, fsid, monitors, port }));
  await makeKeys(folder);
  const monmap = join(folder, 'monmap');
  await run('monmaptool', ['--create', '--clobber', '--fsid', fsid, '--addv', 'a', monitors, monmap]);
  await run('ceph-mon', [
    '-c',
    configFile,
    '--mkfs',
    '-i',
    'a',
    '--monmap',
    monmap,
    '--keyring',
    join(folder, 'keyring'),
  ]);
  const ceph = (...args: string[]): Promise<string> => run('ceph', ['-c', configFile, ...args]).catch(() => '');

  started.push(
    await startDaemon({
      command: 'ceph-mon',
      args: ['-c', configFile, '-i', 'a', '-f'],
      ready: async () => (await ceph('--connect-timeout', '5', 'mon', 'stat')).includes('quorum'),
    }),
  );
  const osd = randomUUID();
  await run('ceph', ['-c', configFile, 'osd', 'new', osd]);
  await run('ceph-osd', ['-c', configFile, '-i', '0', '--mkfs', '--osd-uuid', osd]);
  started.push(
    await startDaemon({
      command: 'ceph-osd',
      args: ['-c', configFile, '-i', '0', '-f'],
      ready: async () => (await ceph('osd', 'stat')).includes('1 up'),
      readyWithinMs: 30_000,
    }),
  );
  started.push(
    await startDaemon({
      command: 'radosgw',
      args: ['-c', configFile, '-n', 'client.rgw', '-f'],
      ready: () => answers(`http://127.0.0.1:${port}/`),
      readyWithinMs: 60_000,
    }),
  );
  return port;
}

async function makeKeys(folder: string): Promise<void> {
  const keyring = join(folder, 'keyring');
  const all = ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *', '--cap', 'mgr', 'allow *'];
  await run('ceph-authtool', ['--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *']);
  for (const name of ['client.admin', 'client.rgw'])
    await run('ceph-authtool', [keyring, '--gen-key', '-n', name, ...all]);
}

interface CephOptions {
  readonly folder: string;
  readonly fsid: string;
  readonly monitors: string;
  readonly port: number;
}

function cephConfiguration({ folder, fsid, monitors, port }: CephOptions): string {
  return `
[global]
fsid = ${fsid}
mon host = ${monitors}
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
keyring = ${folder}/keyring
run dir = ${folder}/asok
admin socket = ${folder}/asok/$name.$pid.asok
log file = ${folder}/log/$name.log
pid file = ${folder}/$name.pid
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
[mon]
mon data = ${folder}/mon/$id
mon initial members = a
mon data avail crit = 1
mon data avail warn = 2
# Three seconds less at start.
paxos propose interval = 0.05
paxos min wait = 0.01
[osd]
osd data = ${folder}/osd/$id
osd objectstore = memstore
memstore device bytes = 2147483648
osd op num shards = 2
osd class load list = *
osd class default list = *
[client.rgw]
# The gateway wants a secure connection by default, which does not exist without keys.
ms mon client mode = crc
auth client required = none
rgw frontends = beast endpoint=127.0.0.1:${port} tcp_nodelay=1
rgw data = ${folder}/rgw
rgw enable apis = s3, admin, iam, sts
rgw s3 auth use sts = true
rgw sts key = sixteen-letters!
`;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
