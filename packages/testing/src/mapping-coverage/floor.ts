import type { ClassCoverage, CoverageReport } from './report.ts';

/** What of a report must not get worse. */
export type CoverageFloor = Pick<
  CoverageReport,
  'records' | 'specific' | 'rejected' | 'findings' | 'classes' | 'unused'
>;

/**
 * What a report lacks that its floor has: a smaller share of specific records, more records rejected, more errors,
 * a class that is gone, an attribute that is filled less often. Empty where the floor holds. Better is never wrong.
 */
export function belowFloor(report: CoverageReport, floor: CoverageFloor): readonly string[] {
  return [
    ...shareBelow('records with a specific class', report.specific, floor.specific),
    ...rejects(report, floor),
    ...errors(report, floor),
    ...Object.entries(floor.classes).flatMap(([name, known]) => classBelow(name, report.classes[name], known)),
  ];
}

/** Fields that no attribute takes and that the floor does not know: what a vendor has added since. */
export function newFields(report: CoverageReport, floor: CoverageFloor): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(report.unused).filter(([path]) => !Object.hasOwn(floor.unused, path)));
}

function shareBelow(what: string, found: number, least: number): readonly string[] {
  return found < least ? [`${what}: ${percent(found)}, and the floor is ${percent(least)}`] : [];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function rejects(report: CoverageReport, floor: CoverageFloor): readonly string[] {
  const shareOf = ({ rejected, records }: CoverageFloor): number =>
    records === 0 ? 0 : Object.values(rejected).reduce((sum, count) => sum + count, 0) / records;
  const [found, most] = [shareOf(report), shareOf(floor)];
  const reasons = Object.entries(report.rejected).map(([reason, count]) => `${reason} ${count}`);
  return found > most ? [`rejected: ${percent(found)} (${reasons.join(', ')}), at most ${percent(most)}`] : [];
}

function errors(report: CoverageReport, floor: CoverageFloor): readonly string[] {
  return Object.entries(report.findings)
    .filter(([name, count]) => name.startsWith('error ') && count > (floor.findings[name] ?? 0))
    .map(([name, count]) => `${name}: ${count} times, at most ${floor.findings[name] ?? 0}`);
}

function classBelow(name: string, found: ClassCoverage | undefined, floor: ClassCoverage): readonly string[] {
  if (found === undefined) return [`${name}: no event any more, and the floor has ${floor.events}`];
  return (['required', 'recommended'] as const).flatMap((requirement) =>
    Object.entries(floor.attributes[requirement]).flatMap(([path, least]) => {
      const share = found.attributes[requirement][path];
      // An attribute of an object that no event has any more.
      if (share === undefined) return least > 0 ? [`${name} ${path}: never any more (${requirement})`] : [];
      return shareBelow(`${name} ${path} (${requirement})`, share, least);
    }),
  );
}
