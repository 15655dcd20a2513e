import {
  ComplianceFindingActivityId as FindingActivityId,
  SeverityId,
  type Cloud,
  type Compliance,
  type ComplianceFinding,
  type ResourceDetails,
} from '@sluice/ocsf/1.3.0';
import { severityOf } from '../../detection/finding.ts';
import type { Fields } from '../../falcon/fields.ts';
import { cloudOf } from './cloud.ts';

type Finding = ComplianceFinding<'host' | 'cloud'>;
type Resource = ResourceDetails<'host' | 'cloud'>;
/** Without its cloud where the event does not name it. */
export type Misconfiguration = Omit<Finding, 'metadata' | 'cloud'> & { cloud?: Cloud };

/** The standard where a policy names none: the policies are Falcon's own. */
const ownPolicies = 'Falcon Cloud Security policies';

const statuses: Readonly<Record<string, 1 | 3>> = { passed: 1, failed: 3 };

/** A resource of a cloud that was held against a policy: `CSPMSearchStreamingEvent`, which the replicated feed has too. */
export function misconfiguration(event: Fields, type: string): Misconfiguration | undefined {
  const policy = event.first('PolicyId', 'policy_id');
  const resource = event.text('ResourceId');
  if (policy === undefined || resource === undefined) return undefined;
  const cloud = cloudOf(event);
  const title = event.first('PolicyStatement', 'policy_statement');
  const url = event.first('ReportUrl', 'ResourceUrl');
  const seen = event.time('Timestamp');
  const severityName = event.text('SeverityName');
  return {
    class_uid: 2003,
    activity_id: FindingActivityId.Create,
    severity_id: severityName === undefined ? SeverityId.Unknown : severityOf({ severityName }),
    finding_info: {
      uid: [cloud?.account?.uid, policy, resource].filter((part) => part !== undefined).join(':'),
      title: title ?? policy,
      types: [type],
      ...(url === undefined ? {} : { src_url: url }),
      ...(seen === undefined ? {} : { last_seen_time: seen }),
    },
    compliance: complianceOf(event, policy),
    resources: [resourceOf(event, resource, cloud)],
    ...(cloud === undefined ? {} : { cloud }),
  };
}

function complianceOf(event: Fields, policy: string): Compliance {
  const compliance: Compliance = { standards: [ownPolicies], control: policy };
  const name = event.peek('Disposition') === undefined ? 'disposition' : 'Disposition';
  const disposition = event.peek(name)?.toLowerCase() ?? '';
  if (Object.hasOwn(statuses, disposition)) {
    event.take(name);
    const status = statuses[disposition];
    if (status !== undefined) compliance.status_id = status;
  }
  const finding = event.text('Finding');
  if (finding !== undefined) compliance.status_detail = finding;
  return compliance;
}

function resourceOf(event: Fields, uid: string, cloud: Cloud | undefined): Resource {
  const resource: Resource = { uid };
  const type = event.text('ResourceIdType');
  const name = event.text('ResourceName');
  if (type !== undefined) resource.type = type;
  if (name !== undefined) resource.name = name;
  if (cloud?.region !== undefined) resource.region = cloud.region;
  return resource;
}
