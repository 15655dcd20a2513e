import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connector } from '@sluice/connector';
import { checkColumnsLock } from './columns-lock.ts';
import { recordOf, textOf } from './config-keys.ts';

/** What is wrong with a connector's package by one clause; nothing is right. */
export type PackageCheck = (connector: Connector, folder: string) => readonly string[];

/** The clauses that the files of a package prove, by number. */
export const packageChecks: Readonly<Record<string, PackageCheck>> = {
  '3.1': isWholePackage,
  '3.2': dependsOnTheContract,
  '3.3': runsNothingAtInstallation,
  '3.4': checkColumnsLock,
};

function isWholePackage(connector: Connector, folder: string): readonly string[] {
  const { type, version, license, exports, name } = manifestOf(folder);
  const problems: string[] = [];
  if (type !== 'module') problems.push('expected "type": "module"');
  if (version !== connector.version)
    problems.push(`has version ${textOf(version)}, its connector ${connector.version}`);
  if (textOf(license) === '') problems.push('expected a "license"');
  if (exports === undefined) problems.push('expected "exports" with the module of the connector');
  if (!textOf(name).endsWith(connector.name)) problems.push(`expected a name that ends with "${connector.name}"`);
  return problems.map((problem) => `package.json: ${problem}`);
}

const theLake = ['@sluice/core', '@sluice/parquet', '@sluice/cli', '@sluice/testing'];

function dependsOnTheContract(_connector: Connector, folder: string): readonly string[] {
  const manifest = manifestOf(folder);
  const dependencies = { ...recordOf(manifest['dependencies']), ...recordOf(manifest['peerDependencies']) };
  const problems = theLake
    .filter((name) => Object.hasOwn(dependencies, name))
    .map((name) => `${name} is a dependency: a connector knows the contract only; for tests it is a devDependency`);
  if (!Object.hasOwn(dependencies, '@sluice/connector')) problems.push('@sluice/connector is no dependency');
  return problems;
}

function runsNothingAtInstallation(_connector: Connector, folder: string): readonly string[] {
  const scripts = recordOf(manifestOf(folder)['scripts']);
  return ['preinstall', 'install', 'postinstall', 'prepare']
    .filter((name) => Object.hasOwn(scripts, name))
    .map((name) => `package.json has a script "${name}", which runs when it is installed`);
}

/** `package.json` of a folder. Throws where there is none. */
export function manifestOf(folder: string): Readonly<Record<string, unknown>> {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) throw new Error(`There is no package.json in ${folder}: is it the folder of a connector?`);
  return recordOf(JSON.parse(readFileSync(path, 'utf8')));
}
