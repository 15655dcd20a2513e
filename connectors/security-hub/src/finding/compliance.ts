import { ComplianceStatusId, type Compliance } from '@sluice/ocsf/1.3.0';
import { isText, type Fields } from './fields.ts';
import { present, some } from './left-out.ts';

const statuses = new Map<string, ComplianceStatusId>([
  ['PASSED', ComplianceStatusId.Pass],
  ['WARNING', ComplianceStatusId.Warning],
  ['FAILED', ComplianceStatusId.Fail],
]);

/** The outcome of a check against a security standard. */
export function complianceOf(finding: Fields): Compliance {
  const compliance = finding.object('Compliance');
  const reasons = compliance.objects('StatusReasons');
  const statusId = compliance.word('Status', statuses);
  return {
    standards: standardsOf(finding),
    ...present({
      control: controlOf(compliance) ?? finding.object('ProductFields').text('ControlId'),
      requirements: compliance.texts('RelatedRequirements'),
      // NOT_AVAILABLE: the check could not be made. OCSF has no id for that.
      status_id: statusId ?? ComplianceStatusId.Other,
      status: statusId === undefined ? (compliance.text('Status') ?? 'NOT_AVAILABLE') : undefined,
      status_code: joined(reasons, 'ReasonCode', ', '),
      status_detail: joined(reasons, 'Description', '\n'),
    }),
  };
}

/** A field of all reasons as one text, where OCSF takes one so long. */
function joined(reasons: readonly Fields[], name: string, separator: string): string | undefined {
  const texts = reasons.map((reason) => reason.peek(name)).filter(isText);
  const text = texts.join(separator);
  if (!isText(text)) return undefined;
  for (const reason of reasons) reason.text(name);
  return text;
}

/** One id, also where it stands in a list. */
function controlOf(compliance: Fields): string | undefined {
  const ids = compliance.peek('SecurityControlId');
  return Array.isArray(ids) && ids.length !== 1 ? undefined : compliance.texts('SecurityControlId')?.[0];
}

/** The standards that the control belongs to; where the finding names none, what its type or its generator says. */
function standardsOf(finding: Fields): readonly string[] {
  const compliance = finding.object('Compliance');
  const ids = some(compliance.objects('AssociatedStandards').map((standard) => standard.text('StandardsId')));
  return ids ?? compliance.texts('AssociatedStandards') ?? [standardOfType(finding) ?? 'unknown'];
}

/** `Software and Configuration Checks/Industry and Regulatory Standards/PCI-DSS`. */
function standardOfType(finding: Fields): string | undefined {
  const arn = finding.object('ProductFields').peek('StandardsArn');
  if (typeof arn === 'string' && arn.includes('/')) return arn.slice(arn.indexOf('/') + 1) || undefined;
  const types = finding.peek('Types');
  const [type]: readonly unknown[] = Array.isArray(types) ? types : [];
  return typeof type === 'string' ? type.split('/')[2] || undefined : undefined;
}
