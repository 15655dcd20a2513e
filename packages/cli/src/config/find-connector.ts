import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contractVersion, type Connector } from '@sluice/connector';
import { builtInConnectors } from './built-in.ts';
import { nearestName } from '@sluice/ocsf';

export type ConnectorAnswer =
  | { readonly connector: Connector; readonly url: string }
  | { readonly reason: string; readonly suggestion?: string };

/**
 * The connector that a configuration names: a built-in one, a module by its path, or a package installed beside the
 * configuration. Its module is loaded, so its code runs. A module that is no connector, or speaks another version of
 * the contract, is refused with the reason.
 */
export async function findConnector(reference: string, folder: string): Promise<ConnectorAnswer> {
  const builtIn = Object.hasOwn(builtInConnectors, reference) ? builtInConnectors[reference] : undefined;
  const url = builtIn === undefined ? await moduleUrl(reference, folder) : import.meta.resolve(builtIn);
  if (typeof url !== 'string') return url;
  try {
    const module: unknown = await import(url);
    return connectorOf(module, reference, url);
  } catch (error) {
    return { reason: `connector "${reference}" cannot be loaded: ${firstLine(error)}` };
  }
}

async function moduleUrl(reference: string, folder: string): Promise<string | { reason: string; suggestion?: string }> {
  if (!reference.startsWith('.') && !isAbsolute(reference)) return packageUrl(reference, folder);
  const path = resolve(folder, reference);
  try {
    await access(path);
    return pathToFileURL(path).href;
  } catch {
    return { reason: `there is no connector module ${path}` };
  }
}

function packageUrl(reference: string, folder: string): string | { reason: string; suggestion?: string } {
  const { resolve: find } = createRequire(join(folder, 'sluice.yaml'));
  // Connectors are ES modules; without the condition only what CommonJS may load would be found. Node.js takes it, its
  // type declarations do not know it yet.
  const options: object = { conditions: new Set(['node', 'import', ...ownConditions()]) };
  try {
    return pathToFileURL(find(reference, options)).href;
  } catch {
    const suggestion = nearestName(reference, Object.keys(builtInConnectors));
    const known = Object.keys(builtInConnectors).join(', ');
    const reason = `connector "${reference}" is neither built in (${known}) nor a package installed in or above ${folder}`;
    return suggestion === undefined ? { reason } : { reason, suggestion };
  }
}

/** Conditions that this process was started with: in a clone of a repository packages are found by their source. */
function ownConditions(): readonly string[] {
  return process.execArgv.flatMap((argument) => /^--conditions=(.+)$/.exec(argument)?.[1] ?? []);
}

/** The connector that a module exports: by default, as `connector`, or as its only connector. */
function connectorOf(module: unknown, reference: string, url: string): ConnectorAnswer {
  const exported = typeof module === 'object' && module !== null ? (module as Record<string, unknown>) : {};
  const candidates = [exported['default'], exported['connector'], ...Object.values(exported)].filter(hasContract);
  const [candidate] = candidates;
  if (candidate === undefined) {
    return {
      reason: `"${reference}" exports no connector; expected an object with "contract", "name" and "streams" as its default export`,
    };
  }
  if (candidate.contract !== contractVersion) {
    return {
      reason:
        `connector "${reference}"${nameOf(candidate)} was built for contract version ${String(candidate.contract)}; this Sluice speaks version ${contractVersion}. ` +
        `Use a release of the connector for version ${contractVersion}`,
    };
  }
  const flaw = flawOf(candidate);
  return flaw === undefined
    ? { connector: candidate as Connector, url }
    : { reason: `connector "${reference}" is not complete: ${flaw}` };
}

function hasContract(value: unknown): value is Partial<Record<keyof Connector, unknown>> {
  return typeof value === 'object' && value !== null && 'contract' in value && 'streams' in value;
}

/** What it calls itself, where that is more than the reference says. */
function nameOf({ name, version }: Partial<Record<keyof Connector, unknown>>): string {
  return typeof name === 'string' && typeof version === 'string' ? ` (${name} ${version})` : '';
}

function flawOf(candidate: Partial<Record<keyof Connector, unknown>>): string | undefined {
  for (const key of ['name', 'version', 'ocsf'] as const)
    if (typeof candidate[key] !== 'string') return `"${key}" has to be text`;
  if (typeof candidate.product !== 'object' || candidate.product === null) return '"product" has to be there';
  if (!Array.isArray(candidate.streams) || candidate.streams.length === 0)
    return '"streams" has to be a list with at least one stream';
  for (const stream of candidate.streams as readonly Record<string, unknown>[]) {
    if (typeof stream?.['name'] !== 'string') return 'each stream has to have a "name"';
    for (const key of ['read', 'map'])
      if (typeof stream[key] !== 'function') return `stream "${stream['name']}" has to have a function "${key}"`;
    if (!Array.isArray(stream['emits'])) return `stream "${stream['name']}" has to say what it "emits"`;
    if (!isStandardSchema(stream['config']))
      return `"config" of stream "${stream['name']}" has to be a Standard Schema that can describe itself as JSON Schema`;
  }
  return undefined;
}

function isStandardSchema(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || !('~standard' in value))
    return false;
  const standard = value['~standard'];
  return typeof standard === 'object' && standard !== null && 'validate' in standard && 'jsonSchema' in standard;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
