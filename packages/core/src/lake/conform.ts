import type { Catalogue, CompletingValidator, CompletingValidatorMaker, Finding } from '@sluice/ocsf';
import { columnSchema, moveUndeclared, type ColumnSchema } from '@sluice/parquet';
import { SluiceError } from '../errors.ts';
import { count, type PipelineStatistics } from '../telemetry.ts';
import type { Refusal } from './refusal.ts';
import type { CustomSource } from './source.ts';
import { unmappedFieldCounter } from './unmapped-fields.ts';

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

export interface ConformerOptions {
  readonly catalogue: Catalogue;
  /** Of the same catalogue. Conformers that are made with the same one share its code. */
  readonly completingValidator: CompletingValidatorMaker;
  readonly source: CustomSource;
  readonly product: Product;
  readonly statistics: PipelineStatistics;
}

export function createConformer(options: ConformerOptions): Conformer {
  const { catalogue, completingValidator, source, product, statistics } = options;
  const classUid = classUidOf(catalogue, source);
  const schema = columnSchema(catalogue, { classUid, profiles: source.profiles, columns: source.columns });
  const move = moveUndeclared(schema);
  const countUnmapped = unmappedFieldCounter(source.class, statistics.unmappedFields);
  const declared = [...source.profiles];
  /** One for each selection of profiles that events have come with. */
  const compiled = new Map<string, CompletingValidator>();
  /** What the last event came with, which most events come with. */
  let usual: { readonly profiles: readonly unknown[]; readonly complete: CompletingValidator } | undefined;

  function compiledFor(profiles: unknown): CompletingValidator | Refusal {
    if (usual !== undefined && isSameList(profiles, usual.profiles)) return usual.complete;
    const complete = lookUp(profiles);
    if (typeof complete === 'function') usual = { profiles: [...(profiles as readonly unknown[])], complete };
    return complete;
  }

  function lookUp(profiles: unknown): CompletingValidator | Refusal {
    // Declared names hold no comma, so length and text together tell any other list apart.
    const key = Array.isArray(profiles) ? `${profiles.length} ${profiles.join()}` : '';
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const unfit = unfitProfiles(profiles, declared);
    if (unfit !== undefined) return unfit;
    const complete = completingValidator({ classUid, profiles: profiles as readonly string[] });
    compiled.set(key, complete);
    return complete;
  }

  function conform(event: Record<string, unknown>): Refusal | undefined {
    const metadata = metadataOf(event);
    if (metadata === undefined) return notAnObject('metadata');
    metadata['product'] ??= { vendor_name: product.vendor_name, name: product.name };
    metadata['version'] = catalogue.release;
    const complete = compiledFor((metadata['profiles'] ??= declared.slice()));
    if (typeof complete !== 'function') return complete;
    const { unknownIds, findings } = complete(event);
    for (const path of unknownIds) count(statistics.unknownIds, path);
    const errors = errorsOf(findings);
    if (errors.length > 0) return { code: 'ocsf_invalid', detail: describe(errors), findings: errors };
    countUnmapped(event['unmapped']);
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

function isSameList(value: unknown, list: readonly unknown[]): boolean {
  if (!Array.isArray(value) || value.length !== list.length) return false;
  for (let at = 0; at < list.length; at++) if (value[at] !== list[at]) return false;
  return true;
}

/** A list of distinct names, each of them declared: so there are only so many selections to compile for. */
function unfitProfiles(given: unknown, declared: readonly string[]): Refusal | undefined {
  if (!Array.isArray(given) || given.some((name) => typeof name !== 'string')) {
    return { code: 'ocsf_invalid', detail: 'metadata.profiles has to be a list of profile names' };
  }
  const isSelection = given.every((name) => declared.includes(name)) && new Set(given).size === given.length;
  if (isSelection) return undefined;
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
