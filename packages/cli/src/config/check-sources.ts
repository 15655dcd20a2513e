import { glueTableName } from '@sluice/core';
import type { ConfigDocument } from './document.ts';
import type { PipelinePlan, SourcePlan } from './plan.ts';
import { pathText, type Path, type Problem } from './problem.ts';

interface Known {
  readonly path: Path;
  readonly plan: PipelinePlan;
  readonly source: SourcePlan['source'];
}

/** Security Lake: at most 50 custom sources in an account. */
const mostSources = 50;

/**
 * Sources that would meet in one Glue table: names that differ only in case, `-` and `_`, or one name for two classes.
 * Two pipelines of the same stream may share a source: its rows have the same class and columns.
 */
export function checkSources(
  pipelines: readonly PipelinePlan[],
  region: string,
  document: ConfigDocument,
): readonly Problem[] {
  const tables = new Map<string, Known>();
  const problems: Problem[] = [];
  for (const plan of pipelines) {
    for (const { source } of plan.sources) {
      const path = ['pipelines', plan.name, 'sources', source.class];
      const table = glueTableName(region, source.name);
      const other = tables.get(table);
      if (other === undefined) tables.set(table, { path, plan, source });
      else if (!canShare(other, { path, plan, source }))
        problems.push(collision({ path, plan, source }, other, table, document));
    }
  }
  if (tables.size > mostSources) problems.push(tooMany(tables.size, document));
  return problems;
}

function canShare(a: Known, b: Known): boolean {
  const sameStream = a.plan.connector.name === b.plan.connector.name && a.plan.stream.name === b.plan.stream.name;
  return (
    a.source.name === b.source.name &&
    a.source.class === b.source.class &&
    sameStream &&
    a.source.prefix === b.source.prefix
  );
}

function collision(found: Known, other: Known, table: string, document: ConfigDocument): Problem {
  const { source, plan } = found;
  const which = plan.name === other.plan.name ? '' : ` of pipeline "${other.plan.name}"`;
  const reason = source.name === other.source.name ? 'have the same name' : 'differ only in what Glue does not keep';
  return {
    severity: 'error',
    code: 'collision',
    path: pathText(found.path),
    message:
      `custom sources "${source.name}" (${source.class}) and "${other.source.name}" (${other.source.class}${which}) ${reason}: ` +
      `both would be table ${table}. Give them other names under "sources"`,
    position: document.positionOfValue(found.path),
  };
}

function tooMany(count: number, document: ConfigDocument): Problem {
  return {
    severity: 'warning',
    code: 'mismatch',
    path: 'pipelines',
    message: `${count} custom sources; Security Lake takes at most ${mostSources} in an account`,
    position: document.positionOfKey(['pipelines']),
  };
}
