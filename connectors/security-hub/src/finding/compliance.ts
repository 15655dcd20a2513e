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
      control: controlOf(compliance) ?? controlOfProduct(finding.object('ProductFields')),
      requirements: compliance.texts('RelatedRequirements'),
      ...(statusId === undefined ? otherStatus(compliance.text('Status')) : { status_id: statusId }),
      status_code: joined(reasons, 'ReasonCode', ', '),
      status_detail: joined(reasons, 'Description', '\n'),
    }),
  };
}

/** NOT_AVAILABLE: the check could not be made. OCSF has no id for that. */
function otherStatus(status: string | undefined): Pick<Compliance, 'status_id' | 'status'> {
  return status === undefined
    ? { status_id: ComplianceStatusId.Unknown }
    : { status_id: ComplianceStatusId.Other, status };
}

/** The control as Security Hub itself and AWS Config name it in their own fields. */
function controlOfProduct(fields: Fields): string | undefined {
  return fields.text('ControlId') ?? fields.text('aws/config/ConfigRuleName');
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
  return ids ?? compliance.texts('AssociatedStandards') ?? [standardNamed(finding) ?? 'unknown'];
}

/** The standard by its ARN or by the finding's type; else the product, whose own rules the resource was held against. */
function standardNamed(finding: Fields): string | undefined {
  const arn = finding.object('ProductFields').peek('StandardsArn');
  if (typeof arn === 'string' && arn.includes('/')) return arn.slice(arn.indexOf('/') + 1) || undefined;
  const product = finding.peek('ProductName');
  return standardOfTypes(finding.peek('Types')) ?? (isText(product) ? product : undefined);
}

const bestPractices = 'AWS Security Best Practices';
const standards = 'Industry and Regulatory Standards';

/**
 * `Software and Configuration Checks/Industry and Regulatory Standards/PCI-DSS`; what stands below best practices is a
 * check, and other categories (`Patch Management/NonCompliant`) name no standard.
 */
function standardOfTypes(types: unknown): string | undefined {
  const parts = (Array.isArray(types) ? types : []).filter(isText).map((type) => type.split('/'));
  const [named] = parts.flatMap(([, category, name = '']) => (category === standards && name !== '' ? [name] : []));
  return named ?? (parts.some(([, category]) => category === bestPractices) ? bestPractices : undefined);
}
