import { SluiceError } from '../errors.ts';
import { checkSourceName, glueTableName } from '../lake/names.ts';
import { mostCustomSources } from './ensure-source.ts';
import { eventClassOf } from './event-classes.ts';
import { isSource, type RegisteredSource } from './registered-source.ts';

/** A source that a configuration needs. */
export interface WantedSource {
  readonly name: string;
  readonly region: string;
  readonly className: string;
  readonly classUid: number;
  /** Who wants it, in words of the configuration: `office (syslog/messages)`. */
  readonly wantedBy: string;
}

export interface PlannedSource extends WantedSource {
  readonly action: 'create' | 'keep';
  /** Absent for a class that Security Lake has no name for: the source is registered without `eventClasses`. */
  readonly eventClass?: string;
  /** Where the source exists. */
  readonly existing?: RegisteredSource;
}

export interface SourcesPlan {
  readonly sources: readonly PlannedSource[];
  /** Sources that exist and that the configuration does not name. They count too. */
  readonly others: readonly RegisteredSource[];
  /** Of the 50, after the plan. Negative when it does not fit. */
  readonly left: number;
  /** Sources of the same class and region that could be one, by the names that they have now. */
  readonly shareable: readonly {
    readonly className: string;
    readonly region: string;
    readonly names: readonly string[];
  }[];
  /** Names of what does not fit into the 50, the last ones of the configuration. */
  readonly outside: readonly string[];
}

/**
 * Which custom sources a configuration needs, which exist, and what is left of the 50 that an account may have. Throws
 * `source_invalid` for two sources that Glue cannot tell apart.
 */
export function planSources(wanted: readonly WantedSource[], existing: readonly RegisteredSource[]): SourcesPlan {
  const unique = uniqueSources(wanted);
  const sources = unique.map((source) => plannedSource(source, existing));
  const kept = new Set(sources.flatMap((source) => source.existing ?? []));
  const created = sources.filter(({ action }) => action === 'create');
  const left = mostCustomSources - existing.length - created.length;
  return {
    sources,
    others: existing.filter((source) => !kept.has(source)),
    left,
    shareable: shareable(unique),
    outside: left < 0 ? created.slice(left).map(({ name }) => name) : [],
  };
}

/** Each once; what one table would hold of two classes or two spellings is refused. */
function uniqueSources(wanted: readonly WantedSource[]): readonly WantedSource[] {
  const tables = new Map<string, WantedSource>();
  for (const source of wanted) {
    checkSourceName(source.name);
    const table = glueTableName(source.region, source.name);
    const other = tables.get(table);
    if (other === undefined) tables.set(table, source);
    else if (other.name !== source.name || other.classUid !== source.classUid) {
      throw new SluiceError(
        'source_invalid',
        `Custom sources "${other.name}" (${other.className}) and "${source.name}" (${source.className}) would both be Glue table ${table}. Name them apart.`,
      );
    }
  }
  return [...tables.values()];
}

function plannedSource(source: WantedSource, existing: readonly RegisteredSource[]): PlannedSource {
  const found = existing.find((one) => isSource(one, source));
  const eventClass = eventClassOf(source.classUid);
  return {
    ...source,
    action: found === undefined ? 'create' : 'keep',
    ...(eventClass === undefined ? {} : { eventClass }),
    ...(found === undefined ? {} : { existing: found }),
  };
}

function shareable(sources: readonly WantedSource[]): SourcesPlan['shareable'] {
  const groups = Map.groupBy(sources, ({ region, className }) => `${region}/${className}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    return { className: first.className, region: first.region, names: group.map(({ name }) => name) };
  });
}
