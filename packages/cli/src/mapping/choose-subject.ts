import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connector, MapContext } from '@sluice/connector';
import { type Explanation, type Functions, importsOf, loadMapping } from '@sluice/mapping';
import { contextOf, type MappingSubject, subjectOfStream } from '@sluice/testing/coverage';
import { findConnector } from '../config/find-connector.ts';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { lakeRelease } from '../lake/release.ts';
import { packaged } from '../ocsf/choose-catalogue.ts';
import { formatProblems } from './format-problems.ts';
import { minimalConfig } from './minimal-config.ts';

/** How a command is told what maps. */
export interface SubjectOptions {
  /** Default what the document says, else the newest that Security Lake takes. */
  readonly release?: string;
  /** A module with the functions that plugins add to the language. */
  readonly functions?: string;
  /** Configuration of a connector's stream, as JSON. */
  readonly config?: string;
}

export interface ChosenSubject extends MappingSubject {
  /** What to call it. */
  readonly title: string;
  /** Where everything came from; only a mapping document can say. */
  readonly explain?: (record: unknown, context: MapContext<unknown>) => Explanation;
}

/** The mapping document, or the stream of the connector, that the words of a command line name. */
export async function chooseSubject(
  reference: string,
  stream: string | undefined,
  options: SubjectOptions,
): Promise<ChosenSubject> {
  return isDocument(reference) ? documentSubject(reference, options) : streamSubject(reference, stream, options);
}

function isDocument(reference: string): boolean {
  return /\.ya?ml$/.test(reference);
}

async function documentSubject(path: string, options: SubjectOptions): Promise<ChosenSubject> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CommandError(exitCode.badConfig, `the mapping ${path} cannot be read: ${String(error)}`, {
      cause: error,
    });
  });
  const own = /^ocsf:\s*['"]?(\d+\.\d+\.\d+)/m.exec(text)?.[1];
  const catalogue = packaged(options.release ?? own ?? lakeRelease);
  const functions = options.functions === undefined ? {} : await functionsOf(options.functions);
  const imports = importsOf(path);
  const { mapping, problems } = loadMapping(text, { file: path, catalogue, functions, imports });
  if (mapping === undefined) throw new CommandError(exitCode.badConfig, formatProblems(problems, path, text));
  return {
    title: basename(path),
    catalogue,
    product: { vendor_name: 'Unknown', name: 'Unknown' },
    emits: mapping.emits,
    format: mapping.format === 'json' ? 'json' : 'text',
    context: contextOf({}),
    map: (record, context) => mapping.map(record, context),
    explain: (record, context) => mapping.explain(record, context),
  };
}

async function functionsOf(file: string): Promise<Functions> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw new CommandError(exitCode.badConfig, `the functions in ${file} cannot be loaded: ${String(error)}`, {
      cause: error,
    });
  })) as Readonly<Record<string, unknown>>;
  const found = module['functions'] ?? module['default'];
  if (typeof found === 'object' && found !== null) return found as Functions;
  const message = `${file} exports no functions; expected "export const functions = { name: { parameters, result, call } }"`;
  throw new CommandError(exitCode.badConfig, message);
}

async function streamSubject(
  reference: string,
  name: string | undefined,
  { config }: SubjectOptions,
): Promise<ChosenSubject> {
  const answer = await findConnector(reference, resolve('.'));
  if (!('connector' in answer)) {
    const hint = answer.suggestion === undefined ? '' : `. Did you mean ${answer.suggestion}?`;
    throw new CommandError(exitCode.badConfig, `${answer.reason}${hint} (a mapping is named by its .yaml file)`);
  }
  const { connector } = answer;
  const names = connector.streams.map((stream) => stream.name);
  const chosen = name ?? (names.length === 1 ? names[0] : undefined);
  if (chosen === undefined || !names.includes(chosen)) {
    const what = chosen === undefined ? 'several streams' : `no stream ${chosen}`;
    const message = `connector ${connector.name} has ${what}; say which behind its name: ${names.join(', ')}`;
    throw new CommandError(exitCode.usage, message);
  }
  try {
    const subject = subjectOfStream(connector, chosen, { config: configOf(connector, chosen, config) });
    return { ...subject, title: `${connector.name} ${chosen}` };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const message = `${error instanceof Error ? error.message : String(error)} (give it with --config '{…}')`;
    throw new CommandError(exitCode.badConfig, message, { cause: error });
  }
}

/** What the user says, else nothing where that is enough, else the least that the stream asks for. */
function configOf({ streams }: Connector, name: string, config: string | undefined): unknown {
  if (config !== undefined) return parsed(config);
  const { '~standard': standard } = streams.find((stream) => stream.name === name)!.config;
  const empty = standard.validate({});
  if (!(empty instanceof Promise) && empty.issues === undefined) return {};
  return minimalConfig(standard.jsonSchema.input({ target: 'draft-2020-12' }));
}

function parsed(config: string): unknown {
  try {
    return JSON.parse(config);
  } catch (error) {
    throw new CommandError(exitCode.usage, `--config is not JSON: ${String(error)}`, { cause: error });
  }
}

/** Folders in which a change can change what a document makes. */
export function watchedPaths(reference: string, inputs: readonly string[]): readonly string[] {
  const document = isDocument(reference) ? [reference, dirname(resolve(reference))] : [];
  return [...document, ...inputs.filter((input) => input !== '-')];
}
