import { isRelease, loadCatalogue, type Catalogue } from '@sluice/ocsf';
import { ParquetError } from '../errors.ts';
import { readMetadata, type ObjectMetadata } from '../reader/object-metadata.ts';
import type { RandomAccess } from '../reader/random-access.ts';
import { checkBase } from './check-base.ts';
import { checkColumns } from './check-columns.ts';
import { checkPages } from './check-pages.ts';
import { checkPath, partitionsOf } from './check-path.ts';
import { checkRows, type RowFacts } from './check-rows.ts';
import { checkShape } from './check-shape.ts';
import { finding, type InspectionFinding } from './rules.ts';

export interface InspectionContext {
  /** The object's key, whole or from `region=` on. Without it the rules of the path and the day are not asked. */
  readonly key?: string;
  /** The catalogue to hold columns against. Default: the packaged one of the release that `metadata.version` states. */
  readonly catalogue?: Catalogue;
}

export interface Inspection {
  readonly findings: readonly InspectionFinding[];
  /** Absent where the object cannot be read at all. */
  readonly facts?: InspectionFacts;
}

export interface InspectionFacts {
  readonly bytes: number;
  readonly rows: number;
  readonly rowGroups: number;
  readonly columns: number;
  readonly createdBy?: string;
  readonly ocsfVersion?: string;
  readonly classUids: readonly number[];
  readonly minTime?: number;
  readonly maxTime?: number;
  readonly keyValues: ReadonlyMap<string, string>;
}

const adviceBytes = 1024 * 1024;

/**
 * Holds an object, whoever wrote it, against what Security Lake asks of custom sources and OCSF of columns. Reads the
 * footer, every page header, and the columns `time` and `class_uid`; nothing else.
 *
 * Never throws for what is in the object: bytes that are no Parquet become the finding `unreadable`. An error of the
 * source itself (a read that fails) is thrown on.
 */
export async function inspectObject(source: RandomAccess, context: InspectionContext = {}): Promise<Inspection> {
  const fromPath = context.key === undefined ? [] : checkPath(context.key);
  try {
    const metadata = await readMetadata(source);
    const inspection = await inspectReadable(source, metadata, context);
    return { ...inspection, findings: [...fromPath, ...inspection.findings] };
  } catch (error) {
    if (!(error instanceof ParquetError)) throw error;
    return { findings: [...fromPath, finding('unreadable', error.message)] };
  }
}

async function inspectReadable(
  source: RandomAccess,
  metadata: ObjectMetadata,
  context: InspectionContext,
): Promise<Required<Inspection>> {
  const day = context.key === undefined ? undefined : partitionsOf(context.key).eventDay;
  const rows = await checkRows(source, metadata, day);
  const version = ocsfVersion(metadata);
  const findings = [
    ...checkShape(metadata.schema),
    ...checkBase(metadata),
    ...checkVersion(version),
    ...columnFindings(metadata, rows, version, context.catalogue),
    ...(await checkPages(source, metadata)),
    ...rows.findings,
    ...checkSize(source, metadata),
  ];
  return { findings, facts: factsOf(source, metadata, rows, version) };
}

/** The release that all rows state, from the statistics of metadata.version. */
function ocsfVersion(metadata: ObjectMetadata): string | undefined {
  const bounds = metadata.rowGroups.flatMap((group) =>
    group.chunks.filter((chunk) => chunk.path === 'metadata.version').flatMap(({ min, max }) => [min, max]),
  );
  const versions = new Set(bounds.map((bound) => (bound === undefined ? '' : Buffer.from(bound).toString('utf8'))));
  const [version] = versions;
  return versions.size === 1 && version !== '' ? version : undefined;
}

function checkVersion(version: string | undefined): readonly InspectionFinding[] {
  if (version === undefined)
    return [
      finding(
        'ocsf-version-missing',
        'metadata.version is missing, without statistics, or not the same in all rows.',
        'metadata.version',
      ),
    ];
  const [major, minor] = version.split('.', 2).map(Number);
  const isSupported = major !== undefined && minor !== undefined && (major < 1 || (major === 1 && minor <= 3));
  return isSupported
    ? []
    : [
        finding(
          'ocsf-version',
          `metadata.version is ${version.slice(0, 32)}. Write events of OCSF 1.3 or earlier.`,
          'metadata.version',
        ),
      ];
}

function columnFindings(
  metadata: ObjectMetadata,
  rows: RowFacts,
  version: string | undefined,
  given: Catalogue | undefined,
): readonly InspectionFinding[] {
  const catalogue = given ?? (version !== undefined && isRelease(version) ? loadCatalogue(version) : undefined);
  const [classUid] = rows.classUids;
  const definition = classUid === undefined ? undefined : catalogue?.classesByUid.get(classUid);
  if (catalogue !== undefined && definition !== undefined) return checkColumns(metadata.schema, catalogue, definition);
  const missing =
    catalogue === undefined
      ? `OCSF ${version?.slice(0, 32) ?? 'of an unstated release'}`
      : `class ${classUid} of OCSF ${catalogue.release}`;
  return [
    finding(
      'columns-unchecked',
      `The types of the columns were not checked: ${missing} is not known here. Give a catalogue.`,
    ),
  ];
}

function checkSize(source: RandomAccess, metadata: ObjectMetadata): readonly InspectionFinding[] {
  if (metadata.rows === 0)
    return [finding('empty-object', 'The object has no rows. Store nothing where there is nothing.')];
  if (source.size >= adviceBytes) return [];
  return [
    finding(
      'object-size',
      `The object has ${source.size} bytes. Gather more rows: at least 5 minutes of events, or 256 MB.`,
    ),
  ];
}

function factsOf(
  source: RandomAccess,
  metadata: ObjectMetadata,
  rows: RowFacts,
  version: string | undefined,
): InspectionFacts {
  return {
    bytes: source.size,
    rows: metadata.rows,
    rowGroups: metadata.rowGroups.length,
    columns: metadata.rowGroups[0]?.chunks.length ?? 0,
    classUids: rows.classUids,
    keyValues: metadata.keyValues,
    ...(metadata.createdBy === undefined ? {} : { createdBy: metadata.createdBy }),
    ...(version === undefined ? {} : { ocsfVersion: version }),
    ...(rows.minTime === undefined ? {} : { minTime: rows.minTime }),
    ...(rows.maxTime === undefined ? {} : { maxTime: rows.maxTime }),
  };
}
