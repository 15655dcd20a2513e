import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Connector } from '@sluice/connector';
import { manifestOf } from '@sluice/testing/standard';
import { findConnector } from '../config/find-connector.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';

export interface ConnectorPackage {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly connector: Connector;
}

/** The connector in a folder, from its source where that is there. Its code runs. Throws with the reason why there is none. */
export async function loadPackage(folder: string): Promise<ConnectorPackage> {
  const absolute = resolve(folder);
  if (!existsSync(join(absolute, 'package.json')))
    throw new CommandError(exitCode.usage, `There is no package.json in ${absolute}: give the folder of a connector.`);
  const answer = await findConnector(entryOf(absolute), absolute);
  if (!('connector' in answer)) throw new CommandError(exitCode.badData, answer.reason);
  return { folder: absolute, manifest: manifestOf(absolute), connector: answer.connector };
}

function entryOf(folder: string): string {
  const candidates = ['./src/index.ts', './src/index.js', './index.ts', './index.js', './dist/index.js'];
  const found = candidates.find((path) => existsSync(join(folder, path)));
  if (found !== undefined) return found;
  throw new CommandError(exitCode.usage, `There is none of ${candidates.join(', ')} in ${folder}.`);
}
