import { reject, type MappedEvent, type Rejection } from '@sluice/connector';
import { createConverter, isRelease, loadCatalogue, type Converter, type Release } from '@sluice/ocsf';
import { isObject } from './fields.ts';

interface OcsfFinding {
  readonly class_uid: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

const detectionFinding = 2004;
/** Vulnerability, Compliance, Detection and Data Security Finding. */
const classUids: ReadonlySet<number> = new Set([2002, 2003, detectionFinding, 2006]);

/** The newer Security Hub sends its findings in OCSF already, in a later release than a custom source may have. */
export function isOcsfFinding(finding: unknown): finding is OcsfFinding {
  return isObject(finding) && typeof finding['class_uid'] === 'number' && isObject(finding['metadata']);
}

export type OcsfFindingMapper = (finding: OcsfFinding) => MappedEvent | Rejection;

/**
 * Makes what gives such a finding in release 1.3.0, with the profiles that this stream's classes have. What release and
 * profiles do not know goes to `unmapped`. A release is compiled when it is first seen.
 */
export function createOcsfFindingMapper(): OcsfFindingMapper {
  const converters = new Map<Release, Converter>();
  return (finding) => mapOcsfFinding(finding, (release) => converterFrom(release, converters));
}

function mapOcsfFinding(finding: OcsfFinding, converterOf: (release: Release) => Converter): MappedEvent | Rejection {
  const isDetection = finding.class_uid === detectionFinding;
  const profiles = isDetection ? ['cloud', 'security_control'] : ['cloud'];
  if (!classUids.has(finding.class_uid)) {
    return reject(
      'class_not_stored',
      `A finding of class ${finding.class_uid} has no place here: ${[...classUids].join(', ')} do.`,
    );
  }
  const { version } = finding.metadata;
  if (typeof version !== 'string' || !isRelease(version)) {
    return reject('not_a_finding', `metadata.version ${JSON.stringify(version)?.slice(0, 40)} is no release of OCSF.`);
  }
  const convert = converterOf(version);
  const { event } = convert({ ...finding, ...labelled(finding), metadata: { ...finding.metadata, profiles } });
  return { ...event, class_uid: finding.class_uid };
}

/** Release 1.3.0 has no tags: they are labels, as those of other findings are. */
function labelled({ resources }: OcsfFinding): { resources?: readonly unknown[] } {
  if (!Array.isArray(resources)) return {};
  return {
    resources: resources.map((resource: unknown) => {
      if (!isObject(resource) || resource['labels'] !== undefined) return resource;
      const { tags, ...others } = resource;
      const labels = Array.isArray(tags) ? tags.map(labelOf) : [];
      return labels.length > 0 && labels.every((label) => label !== undefined) ? { ...others, labels } : resource;
    }),
  };
}

function labelOf(tag: unknown): string | undefined {
  if (!isObject(tag)) return undefined;
  const { name, value, ...others } = tag;
  const isWhole = typeof name === 'string' && typeof value === 'string' && Object.keys(others).length === 0;
  return isWhole ? `${name}=${value}` : undefined;
}

function converterFrom(release: Release, converters: Map<Release, Converter>): Converter {
  const known = converters.get(release);
  if (known !== undefined) return known;
  const converter = createConverter(loadCatalogue(release), loadCatalogue('1.3.0'));
  converters.set(release, converter);
  return converter;
}
