import {
  AccountTypeId,
  ComplianceFindingActivityId as ActivityId,
  ComplianceFindingStatusId as StatusId,
  SeverityId,
  type Cloud,
  type Metadata,
  type Remediation,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from './fields.ts';
import { present, some } from './left-out.ts';

const severities = new Map<string, SeverityId>([
  ['INFORMATIONAL', SeverityId.Informational],
  ['LOW', SeverityId.Low],
  ['MEDIUM', SeverityId.Medium],
  ['HIGH', SeverityId.High],
  ['CRITICAL', SeverityId.Critical],
]);

/** The label; where a finding has none, the bands that Security Hub itself puts the normalized score (0 to 100) in. */
export function severityOf(finding: Fields): SeverityId {
  const stated = severityIn(finding.object('Severity'));
  // What the provider said at first stands beside what people have made of it since.
  return stated ?? severityIn(finding.object('FindingProviderFields').object('Severity')) ?? SeverityId.Unknown;
}

function severityIn(severity: Fields): SeverityId | undefined {
  const label = severity.word('Label', severities);
  if (label !== undefined) return label;
  const score = severity.integer('Normalized', 0, 100);
  if (score === undefined) return undefined;
  if (score === 0) return SeverityId.Informational;
  if (score < 40) return SeverityId.Low;
  if (score < 70) return SeverityId.Medium;
  return score < 90 ? SeverityId.High : SeverityId.Critical;
}

const statuses = new Map<string, StatusId>([
  ['NEW', StatusId.New],
  // Somebody was told and is at work.
  ['NOTIFIED', StatusId.InProgress],
  ['SUPPRESSED', StatusId.Suppressed],
  ['RESOLVED', StatusId.Resolved],
]);

/** What findings had before `Workflow`, which has stood beside it ever since and no longer changes. */
const formerStatuses = new Map<string, StatusId>([
  ['NEW', StatusId.New],
  ['ASSIGNED', StatusId.InProgress],
  ['IN_PROGRESS', StatusId.InProgress],
  ['RESOLVED', StatusId.Resolved],
]);

/** Where the investigation stands: the workflow status, which people and rules set. */
export function statusOf(finding: Fields): StatusId | undefined {
  const workflow = finding.object('Workflow');
  if (workflow.peek('Status') !== undefined) return workflow.word('Status', statuses);
  return finding.word('WorkflowState', formerStatuses);
}

/** Archived and resolved findings are closed; of the others, those that were touched since they were made are updates. */
export function activityOf(finding: Fields, statusId: StatusId | undefined): ActivityId {
  if (finding.peek('RecordState') === 'ARCHIVED' || statusId === StatusId.Resolved) return ActivityId.Close;
  return finding.peek('UpdatedAt') === finding.peek('CreatedAt') ? ActivityId.Create : ActivityId.Update;
}

/** The account and region that the finding is about, which need not be those of the lake. */
export function cloudOf(finding: Fields): Cloud {
  const uid = finding.text('AwsAccountId');
  const name = finding.text('AwsAccountName');
  const hasAccount = uid !== undefined || name !== undefined;
  const cloud: Cloud = {
    provider: 'AWS',
    region: finding.text('Region') ?? regionOfArn(finding.peek('ProductArn')),
    account: hasAccount ? present({ uid, name, type_id: AccountTypeId.AWSAccount }) : undefined,
  };
  return present(cloud) ?? cloud;
}

/** `arn:aws:securityhub:eu-central-1::product/aws/guardduty` names a region where the finding does not. */
function regionOfArn(arn: unknown): string | undefined {
  const region = typeof arn === 'string' ? arn.split(':')[3] : undefined;
  return region === '' ? undefined : region;
}

const guardDutyFeature = 'aws/guardduty/service/featureName';

/** The product that found it, from its ARN where it does not give its name: third parties write into Security Hub too. */
export function metadataOf(finding: Fields, profiles: readonly string[]): Metadata {
  const arn = finding.text('ProductArn');
  const { vendor, product } = makerOf(arn);
  return {
    ...present({ log_version: finding.text('SchemaVersion') }),
    version: '1.3.0',
    profiles,
    product: {
      name: finding.text('ProductName') ?? product ?? 'Security Hub',
      vendor_name: finding.text('CompanyName') ?? vendor ?? 'AWS',
      ...present({
        uid: arn,
        feature: present({
          uid: finding.text('GeneratorId'),
          name: finding.object('ProductFields').text(guardDutyFeature),
        }),
      }),
    },
  };
}

/** `…:product/aws/guardduty`. Findings of one's own have the account there, which is no maker's name. */
function makerOf(arn: string | undefined): {
  readonly vendor?: string | undefined;
  readonly product?: string | undefined;
} {
  const [, vendor, product] = arn?.split('/') ?? [];
  return { vendor: /^\d{12}$/.test(vendor ?? '') ? 'Unknown' : vendor, product };
}

export function remediationOf(finding: Fields): Remediation | undefined {
  const recommendation = finding.object('Remediation').object('Recommendation');
  const url = recommendation.text('Url');
  // OCSF wants a description; the address of one is the closest that such a finding has.
  const desc = recommendation.text('Text') ?? url;
  return desc === undefined ? undefined : { desc, ...present({ references: some([url]) }) };
}
