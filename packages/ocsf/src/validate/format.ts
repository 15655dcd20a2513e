import type { Finding } from './finding.ts';

/**
 * A finding in one line for a person: severity, path, what is wrong, what was found, what is allowed, the nearest
 * valid name, and the code to search for.
 *
 * @example
 * formatFinding(finding);
 * // error: src_endpiont: no such attribute here; found an object; did you mean "src_endpoint"? [attribute_unknown]
 */
export function formatFinding(finding: Finding): string {
  return `${finding.severity}: ${finding.message} [${finding.code}]`;
}

/** One line each, errors first. */
export function formatFindings(findings: readonly Finding[]): string {
  const inOrder = [...findings].toSorted((one, other) => rankOf(one) - rankOf(other));
  return inOrder.map(formatFinding).join('\n');
}

function rankOf(finding: Finding): number {
  return finding.severity === 'error' ? 0 : 1;
}
