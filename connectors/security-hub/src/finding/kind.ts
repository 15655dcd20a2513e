import type { Fields } from './fields.ts';
import { cveOfTitle, namesVulnerability } from './vulnerabilities.ts';

export type Kind = 'compliance' | 'vulnerability' | 'detection';

const configurationChecks = 'Software and Configuration Checks/';
const vulnerabilityChecks = `${configurationChecks}Vulnerabilities`;
const standardChecks = `${configurationChecks}Industry and Regulatory Standards`;

/**
 * What a finding is about. Its own type decides; where that does not, what stands in it does: the status of a check makes
 * it a compliance finding, a vulnerability a vulnerability finding. Everything else was detected.
 */
export function kindOf(finding: Fields): Kind {
  const hasVulnerability = namesVulnerability(finding);
  const types = typesOf(finding);
  const isVulnerabilityCheck = types.some((type) => type.startsWith(vulnerabilityChecks));
  if (isVulnerabilityCheck && (hasVulnerability || cveOfTitle(finding) !== undefined)) return 'vulnerability';
  const isCheck = finding.object('Compliance').peek('Status') !== undefined;
  if (isCheck || types.some((type) => type.startsWith(standardChecks))) return 'compliance';
  return hasVulnerability ? 'vulnerability' : 'detection';
}

function typesOf(finding: Fields): readonly string[] {
  const types = finding.peek('Types') ?? finding.object('FindingProviderFields').peek('Types');
  return Array.isArray(types) ? types.filter((type: unknown) => typeof type === 'string') : [];
}
