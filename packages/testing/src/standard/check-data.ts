import type { Connector } from '@sluice/connector';
import { isRelease, loadCatalogue, releases } from '@sluice/ocsf';
import { columnSchema } from '@sluice/parquet';
import type { AnyStream } from '../stream-under-test.ts';
import { configKeys, configObjects, configTexts, textOf } from './config-keys.ts';

/** What is wrong with a connector's data by one clause; nothing is right. */
export type DataCheck = (connector: Connector) => readonly string[];

/** The clauses that a connector's own constants prove, by number. */
export const dataChecks: Readonly<Record<string, DataCheck>> = {
  '1.2': saysWhatItIs,
  '1.3': describesStreams,
  '1.4': eachStream(emitsWhatExists),
  '1.5': eachStream(permissionsAreWhole),
  '2.1': eachStream(refusesUnknownKeys),
  '2.2': eachStream(describesKeys),
  '2.3': eachStream(keysInSnakeCase),
  '2.4': eachStream(marksSecrets),
};

const stabilities = ['development', 'alpha', 'beta', 'stable', 'deprecated'];
const formats = ['text', 'json', 'bytes'];
const deliveries = ['at-least-once', 'at-most-once'];
/** Security Lake takes OCSF up to this. */
const newestRelease = '1.3.0';

function saysWhatItIs({ name, version, stability, product, ocsf }: Connector): readonly string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    problems.push(`name "${name}": expected lower-case words with "-" between`);
  if (!/^\d+\.\d+\.\d+([-+].+)?$/.test(version))
    problems.push(`version "${version}": expected a semantic version such as 1.0.0`);
  if (!stabilities.includes(stability))
    problems.push(`stability "${stability}": expected one of ${stabilities.join(', ')}`);
  if (textOf(product.vendor_name) === '' || textOf(product.name) === '')
    problems.push('product: expected vendor_name and name');
  if (!isRelease(ocsf)) problems.push(`ocsf "${ocsf}": expected one of ${releases.join(', ')}`);
  else if (releases.indexOf(ocsf) > releases.indexOf(newestRelease))
    problems.push(`ocsf "${ocsf}": Security Lake takes ${newestRelease} and earlier`);
  return problems;
}

function describesStreams({ streams }: Connector): readonly string[] {
  const names = streams.map(({ name }) => name);
  return streams.flatMap(({ name, description, delivery, format }: AnyStream, index) => {
    const problems: string[] = [];
    if (names.indexOf(name) !== index) problems.push('has the name of another stream');
    if (!/^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/.test(name)) problems.push('expected a name of lower-case words');
    if (!/\S+ \S+/.test(description)) problems.push('expected a description in a sentence');
    if (!deliveries.includes(delivery)) problems.push(`expected a delivery: ${deliveries.join(' or ')}`);
    if (!formats.includes(String(format))) problems.push(`expected a format: ${formats.join(', ')}`);
    return problems.map((problem) => `stream "${name}": ${problem}`);
  });
}

function emitsWhatExists(stream: AnyStream, { ocsf }: Connector): readonly string[] {
  if (!isRelease(ocsf)) return [];
  if (stream.emits.length === 0) return ['emits nothing: name at least one class'];
  const catalogue = loadCatalogue(ocsf);
  return stream.emits.flatMap(({ class: name, profiles, columns }) => {
    const classUid = catalogue.classes.get(name)?.uid;
    if (classUid === undefined) return [`OCSF ${ocsf} has no class "${name}"`];
    try {
      columnSchema(catalogue, { classUid, profiles, columns });
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function permissionsAreWhole(stream: AnyStream): readonly string[] {
  const keys = new Set(configKeys(stream).map(({ path }) => path));
  return (stream.permissions ?? []).flatMap(({ system, grant, why, on = '' }) => {
    const problems: string[] = [];
    if (system === '' || grant === '') problems.push('a permission names no system, or nothing to grant');
    if (!/\S+ \S+/.test(why)) problems.push(`permission "${grant}": say in a sentence what it is needed for`);
    for (const [, key = ''] of on.matchAll(/\{([^{}]*)\}/g))
      if (!keys.has(key)) problems.push(`permission "${grant}" is on {${key}}, which is no key of the configuration`);
    return problems;
  });
}

function refusesUnknownKeys(stream: AnyStream): readonly string[] {
  return configObjects(stream)
    .filter(({ schema }) => schema['additionalProperties'] !== false)
    .map(({ path }) => `${path === '' ? 'the configuration' : path} takes any key: use a strict object`);
}

function describesKeys(stream: AnyStream): readonly string[] {
  return configKeys(stream)
    .filter(({ schema }) => textOf(schema['description']).trim() === '')
    .map(({ path }) => `${path} has no description`);
}

function keysInSnakeCase(stream: AnyStream): readonly string[] {
  return configKeys(stream)
    .filter(({ name }) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
    .map(({ path }) => `${path}: expected snake_case`);
}

const secretName = /(^|_)(password|passphrase|secret|token|api_key|private_key|access_key)s?$/;

function marksSecrets(stream: AnyStream): readonly string[] {
  return configTexts(stream)
    .filter(({ key, isSecret }) => secretName.test(key) && !isSecret)
    .map(({ path }) => `${path} is not marked as a secret: use secret() of @sluice/connector/zod`);
}

function eachStream(check: (stream: AnyStream, connector: Connector) => readonly string[]): DataCheck {
  return (connector) =>
    connector.streams.flatMap((stream: AnyStream) =>
      check(stream, connector).map((problem) => `stream "${stream.name}": ${problem}`),
    );
}
