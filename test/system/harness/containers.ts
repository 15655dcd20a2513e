import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../harness/command.ts';

export interface Containers {
  /** What a program needs in its environment to use this engine by itself. */
  readonly environment: Readonly<Record<string, string>>;
  podman(...args: readonly string[]): Promise<string>;
  /** Removes the images, containers and volumes that were made. */
  close(): Promise<void>;
}

/**
 * A container engine (podman) with images of its own. It has the image that Sluice's Dockerfile begins with under its public
 * name, made of what this machine has: Node.js, npm, a shell. So the Dockerfile is built unchanged and without a registry of
 * images. Builds run in a chroot, which also a machine allows that is a container itself.
 */
export async function startContainers(): Promise<Containers> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-containers-'));
  await writeFile(join(folder, 'containers.conf'), engineSettings);
  const storage = `[storage]\ndriver = "overlay"\ngraphroot = "${folder}/images"\nrunroot = "${folder}/run"\n`;
  await writeFile(join(folder, 'storage.conf'), storage);
  const environment = {
    CONTAINERS_CONF: join(folder, 'containers.conf'),
    CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
    BUILDAH_ISOLATION: 'chroot',
  };
  const podman: Containers['podman'] = async (...args) => run('podman', args, { env: environment, withinMs: 120_000 });
  const close = async (): Promise<void> => {
    await podman('system', 'reset', '--force').catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const root = join(folder, 'root');
    await makeRoot(root);
    const archive = join(folder, 'root.tar');
    await run('tar', ['-C', root, '-cf', archive, '.']);
    const trusted = `ENV NODE_EXTRA_CA_CERTS=${certificates}`;
    await podman('import', '--change', trusted, archive, 'docker.io/library/node:24-bookworm-slim');
    await rm(archive);
    return { environment, podman, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Needs neither systemd nor the right to raise limits. */
const engineSettings = `[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
`;
const certificates = '/etc/ssl/certs/ca-certificates.crt';

async function makeRoot(root: string): Promise<void> {
  for (const name of ['tmp', 'root', 'home/node', 'etc', 'usr/bin', 'usr/local/bin', 'usr/local/lib/node_modules'])
    await mkdir(join(root, name), { recursive: true });
  await symlink('usr/bin', join(root, 'bin'));
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
  await copyProgram(process.execPath, root, 'usr/local/bin/node');
  await copyProgram((await run('sh', ['-c', 'command -v busybox'])).trim(), root, 'usr/bin/busybox');
  for (const applet of ['sh', 'env', 'rm', 'mkdir', 'cat']) await symlink('busybox', join(root, 'usr/bin', applet));
  const npm = dirname(dirname(await realpath((await run('sh', ['-c', 'command -v npm'])).trim())));
  await cp(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true, dereference: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  await mkdir(dirname(join(root, certificates)), { recursive: true });
  await cp(certificates, join(root, certificates), { dereference: true });
}

/** A program, and the libraries that it is linked with, at the paths where it looks for them. */
async function copyProgram(program: string, root: string, to: string): Promise<void> {
  await cp(await realpath(program), join(root, to));
  const linked = await run('ldd', [program]).catch(() => '');
  for (const [, library = ''] of linked.matchAll(/(\/\S+) \(0x/g)) {
    await mkdir(dirname(join(root, library)), { recursive: true });
    await cp(await realpath(library), join(root, library));
  }
}
