import { copyFileSync, existsSync, globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../errors.ts';
import { exitCode } from '../../exit-code.ts';
import type { Io } from '../../terminal/io.ts';
import { version } from '../../version.ts';
import type { ConnectorPackage } from '../load-package.ts';
import { runProgram } from '../run-program.ts';

const dockerfile = fileURLToPath(new URL('../../../templates/image/Dockerfile', import.meta.url));

/**
 * Writes what an image is built from: the shared Dockerfile, the packed connector, and a `package.json` that asks for it
 * and for Sluice. Where the connector uses the packages of a clone, those are packed too.
 */
export async function writeContext(
  { folder, manifest }: ConnectorPackage,
  place: string | undefined,
  io: Io,
): Promise<string> {
  const context = place === undefined ? join(folder, 'build', 'image') : resolve(place);
  const packages = join(context, 'packages');
  rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });
  await npm(['run', '--if-present', 'build'], folder, io);
  await npm(['pack', '--pack-destination', packages], folder, io);
  const clone = linkedClone(manifest) ?? surroundingClone(folder);
  if (clone !== undefined) await packClone(clone, packages, io);
  writeFileSync(join(context, 'package.json'), manifestOfImage(packages, textOf(manifest['name'])));
  copyFileSync(dockerfile, join(context, 'Dockerfile'));
  return context;
}

/** The repository whose packages the connector uses by their folders, as `sluice connector new --link` writes it. */
function linkedClone(manifest: Readonly<Record<string, unknown>>): string | undefined {
  const dependencies = Object.entries((manifest['dependencies'] ?? {}) as Readonly<Record<string, string>>);
  const linked = dependencies.find(([name, spec]) => name === '@sluice/connector' && spec.startsWith('file:'));
  return linked === undefined ? undefined : resolve(linked[1].slice('file:'.length), '../..');
}

/** The repository that the connector is part of, as those that come with Sluice are. */
function surroundingClone(folder: string): string | undefined {
  const root = resolve(folder, '../..');
  return existsSync(join(root, 'packages/connector/package.json')) ? root : undefined;
}

/** All packages of a clone, built: a connector may use any of them. */
async function packClone(clone: string, packages: string, io: Io): Promise<void> {
  await npm(['run', 'build'], clone, io);
  const folders = globSync(['packages/*/package.json', 'connectors/*/package.json'], { cwd: clone });
  const specs = folders.map((file) => `./${dirname(file)}`);
  await npm(['pack', ...specs, '--ignore-scripts', '--pack-destination', packages], clone, io);
}

/** Tarballs by the packages in them; with those of a clone, nothing of Sluice is asked of a registry. */
function manifestOfImage(packages: string, connector: string): string {
  const tarballs = readdirSync(packages).filter((file) => file.endsWith('.tgz'));
  const dependencies: Record<string, string> = { '@sluice/cli': version(), '@sluice/core': version() };
  for (const file of tarballs) {
    const stem = file.replace(/-\d+\.\d+\.\d+[^/]*\.tgz$/, '');
    const isConnector = stem === connector.replace('@', '').replace('/', '-');
    dependencies[isConnector ? connector : stem.replace('sluice-', '@sluice/')] = `file:packages/${file}`;
  }
  const ours = Object.keys(dependencies).filter(
    (name) => dependencies[name]?.startsWith('file:') && name !== connector,
  );
  const overrides = Object.fromEntries(ours.map((name) => [name, `$${name}`]));
  const value = { name: 'sluice-image', private: true, dependencies, ...(ours.length === 0 ? {} : { overrides }) };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

async function npm(args: readonly string[], folder: string, io: Io): Promise<void> {
  const { code, output } = await runProgram('npm', args, { io, folder });
  if (code !== 0)
    throw new CommandError(exitCode.failed, `npm ${args.join(' ')} in ${folder} fails:\n${output.slice(-2000)}`);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
