import { createCompleter, createValidator, type Catalogue, type CompletionNotes, type Finding } from '@sluice/ocsf';
import { columnSchema, moveUndeclared, type ColumnSchema } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import { count, type PipelineStatistics } from '../telemetry.ts';
import type { Refusal } from './refusal.ts';
import type { CustomSource } from './source.ts';

/** What is filled into `metadata` where a mapper says nothing. */
export interface Product {
  readonly vendor_name: string;
  readonly name: string;
}

/** Makes events of one custom source complete, valid and of its columns. */
export interface Conformer {
  readonly classUid: number;
  readonly schema: ColumnSchema;
  /** Completes the event in place. A refusal says why it cannot be stored; the event is then no longer of use. */
  conform(event: Record<string, unknown>): Refusal | undefined;
}

interface Compiled {
  readonly complete: (event: Record<string, unknown>) => CompletionNotes;
  readonly validate: (event: unknown) => readonly Finding[];
}

export interface ConformerOptions {
  readonly catalogue: Catalogue;
  readonly source: CustomSource;
  readonly product: Product;
  readonly statistics: PipelineStatistics;
}

export function createConformer({ catalogue, source, product, statistics }: ConformerOptions): Conformer {
  const classUid = classUidOf(catalogue, source);
  const schema = columnSchema(catalogue, { classUid, profiles: source.profiles, columns: source.columns });
  const move = moveUndeclared(schema);
  const declared = [...source.profiles];
  const compiled = new Map<string, Compiled>();
  const compiledFor = (profiles: readonly string[]): Compiled => {
    const key = profiles.join(',');
    let found = compiled.get(key);
    if (found === undefined) {
      found = {
        complete: createCompleter(catalogue, { classUid, profiles }),
        validate: createValidator(catalogue, { classUid, profiles }),
      };
      compiled.set(key, found);
    }
    return found;
  };
  const usual = compiledFor(declared);

  function conform(event: Record<string, unknown>): Refusal | undefined {
    const metadata = metadataOf(event);
    if (metadata === undefined) return notAnObject('metadata');
    metadata['product'] ??= { vendor_name: product.vendor_name, name: product.name };
    metadata['version'] = catalogue.release;
    const profiles = (metadata['profiles'] ??= declared.slice());
    let { complete, validate } = usual;
    if (!sameProfiles(profiles, declared)) {
      const undeclared = undeclaredProfile(profiles, declared);
      if (undeclared !== undefined) return undeclared;
      ({ complete, validate } = compiledFor(profiles as string[]));
    }
    for (const path of complete(event).unknownIds) count(statistics.unknownIds, path);
    const errors = errorsOf(validate(event));
    if (errors.length > 0) return { code: 'ocsf_invalid', detail: describe(errors), findings: errors };
    statistics.undeclaredValues += move(event);
    return undefined;
  }
  return { classUid, schema, conform };
}

function classUidOf(catalogue: Catalogue, source: CustomSource): number {
  const definition = catalogue.classes.get(source.class);
  if (definition === undefined) {
    throw new SluiceError(
      'source_invalid',
      `Custom source "${source.name}": OCSF ${catalogue.release} has no class "${source.class}".`,
    );
  }
  return definition.uid;
}

function metadataOf(event: Record<string, unknown>): Record<string, unknown> | undefined {
  const metadata = (event['metadata'] ??= {});
  return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)
    ? (metadata as Record<string, unknown>)
    : undefined;
}

function notAnObject(path: string): Refusal {
  return { code: 'ocsf_invalid', detail: `${path} has to be an object` };
}

function sameProfiles(given: unknown, declared: readonly string[]): boolean {
  if (!Array.isArray(given) || given.length !== declared.length) return false;
  for (let i = 0; i < declared.length; i++) if (given[i] !== declared[i]) return false;
  return true;
}

function undeclaredProfile(given: unknown, declared: readonly string[]): Refusal | undefined {
  if (!Array.isArray(given))
    return { code: 'ocsf_invalid', detail: 'metadata.profiles has to be a list of profile names' };
  const unknown: unknown = given.find((profile) => !declared.includes(profile));
  if (unknown === undefined && new Set(given).size === given.length) return undefined;
  return {
    code: 'profile_not_declared',
    detail: `metadata.profiles ${JSON.stringify(given).slice(0, 200)} is not a selection of the source's profiles ${JSON.stringify(declared)}`,
  };
}

function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.length === 0 ? findings : findings.filter((finding) => finding.severity === 'error');
}

function describe(errors: readonly Finding[]): string {
  const shown = errors.slice(0, 3).map((finding) => `${finding.path}: ${finding.message}`);
  return errors.length > shown.length
    ? `${shown.join('; ')}; and ${errors.length - shown.length} more`
    : shown.join('; ');
}
