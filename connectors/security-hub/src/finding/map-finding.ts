import { reject, type MappedEvent, type Rejection } from '@sluice/connector';
import type {
  ComplianceFinding,
  ComplianceFindingStatusId,
  ConfidenceId,
  DetectionFinding,
  VulnerabilityFinding,
} from '@sluice/ocsf/1.3.0';
import { activityOf, cloudOf, metadataOf, remediationOf, severityOf, statusOf } from './attributes.ts';
import { complianceOf } from './compliance.ts';
import { dispositionOf, evidencesOf } from './evidences.ts';
import { Fields, isObject } from './fields.ts';
import { findingInfoOf } from './finding-info.ts';
import { kindOf } from './kind.ts';
import { present } from './left-out.ts';
import { resourcesOf } from './resources.ts';
import { malwareOf } from './threats.ts';
import { vulnerabilitiesOf } from './vulnerabilities.ts';

/** A finding in the AWS Security Finding Format becomes one OCSF finding of the class that it is about. */
export function mapFinding(record: unknown): MappedEvent | Rejection {
  if (!isObject(record)) return reject('not_a_finding', 'The record is no JSON object.');
  const finding = new Fields(record);
  const uid = finding.text('Id');
  if (uid === undefined || (finding.peek('AwsAccountId') ?? finding.peek('ProductArn')) === undefined) {
    return reject('not_a_finding', 'A finding has an Id and an AwsAccountId or ProductArn.');
  }
  const event = eventOf(finding, uid);
  const unmapped = finding.rest();
  return unmapped === undefined ? event : { ...event, unmapped };
}

function eventOf(
  finding: Fields,
  uid: string,
): ComplianceFinding<'cloud'> | DetectionFinding<'cloud' | 'security_control'> | VulnerabilityFinding<'cloud'> {
  const kind = kindOf(finding);
  if (kind === 'compliance') {
    const compliance = complianceOf(finding);
    return {
      class_uid: 2003,
      ...shared(finding, uid, ['cloud']),
      compliance,
      ...present({ remediation: remediationOf(finding) }),
    };
  }
  if (kind === 'vulnerability') {
    const vulnerabilities = vulnerabilitiesOf(finding) ?? [];
    return { class_uid: 2002, ...shared(finding, uid, ['cloud']), vulnerabilities };
  }
  return {
    class_uid: 2004,
    ...shared(finding, uid, ['cloud', 'security_control']),
    ...dispositionOf(finding),
    ...present({
      evidences: evidencesOf(finding),
      malware: malwareOf(finding),
      remediation: remediationOf(finding),
    }),
  };
}

type Shared = Pick<
  ComplianceFinding<'cloud'>,
  | 'activity_id'
  | 'severity_id'
  | 'metadata'
  | 'cloud'
  | 'finding_info'
  | 'time'
  | 'message'
  | 'comment'
  | 'resources'
  | 'confidence_score'
> & { readonly status_id?: ComplianceFindingStatusId | undefined; readonly confidence_id?: ConfidenceId | undefined };

/** What the three classes have in common. */
function shared(finding: Fields, uid: string, profiles: readonly string[]): Shared {
  const statusId = statusOf(finding);
  const activityId = activityOf(finding, statusId);
  const info = findingInfoOf(finding, uid);
  const time = info.modified_time ?? info.created_time;
  return {
    activity_id: activityId,
    severity_id: severityOf(finding),
    metadata: metadataOf(finding, profiles),
    cloud: cloudOf(finding),
    finding_info: info,
    message: info.title,
    ...(time === undefined ? {} : { time }),
    ...present({
      status_id: statusId,
      comment: finding.object('Note').text('Text'),
      confidence_score: finding.integer('Confidence', 0, 100),
      resources: resourcesOf(finding),
    }),
  };
}
