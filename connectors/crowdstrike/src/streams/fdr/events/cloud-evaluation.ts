import {
  ComplianceFindingActivityId as FindingActivityId,
  ComplianceFindingStatusId as FindingStatusId,
  SeverityId,
} from '@sluice/ocsf/1.3.0';
import { severityOf } from '../../../detection/finding.ts';
import { type Fields, isText } from '../../../falcon/fields.ts';
import { cloudNamed } from '../../event-streams/cloud.ts';
import type { EventMaker } from '../record.ts';

/** A resource of a cloud that was held against a rule, with the standards that the rule is of: `CloudSecurityIOMEvaluation`. */
export const cloudEvaluation: EventMaker = ({ fields }) => {
  const rule = fields.text('ruleId');
  const resource = fields.within(fields.raw('resource'));
  const uid = resource?.peek('resourceId');
  if (rule === undefined || resource === undefined || uid === undefined) return undefined;
  const title = fields.text('ruleName') ?? rule;
  const type = resource.peek('resourceType');
  const region = resource.peek('region');
  const cloud = cloudNamed(resource.peek('cloudProvider'), resource.peek('accountId'), region);
  const isOpen = fields.peek('status')?.toLowerCase() !== 'resolved';
  const firstSeen = fields.time('firstDetected');
  const lastSeen = fields.time('lastDetected');
  const updated = fields.time('created');
  return {
    class_uid: 2003,
    activity_id: isOpen ? FindingActivityId.Update : FindingActivityId.Close,
    severity_id: severityOf({ severityName: fields.text('severity') }) ?? SeverityId.Unknown,
    status_id: isOpen ? FindingStatusId.New : FindingStatusId.Resolved,
    ...(updated === undefined ? {} : { time: updated }),
    finding_info: {
      uid: `${rule}:${fields.text('crn') ?? uid}`,
      title,
      types: ['CloudSecurityIOMEvaluation'],
      ...(firstSeen === undefined ? {} : { first_seen_time: firstSeen }),
      ...(lastSeen === undefined ? {} : { last_seen_time: lastSeen }),
    },
    compliance: complianceOf(fields.within(fields.raw('compliance')), title, isOpen),
    resources: [
      {
        uid,
        ...(type === undefined ? {} : { type }),
        ...(region === undefined || cloud === undefined ? {} : { region }),
      },
    ],
    ...(cloud === undefined ? {} : { cloud }),
    profiles: cloud === undefined ? ['host'] : ['host', 'cloud'],
  };
};

function complianceOf(compliance: Fields | undefined, control: string, isOpen: boolean): object {
  const standards = textsIn(compliance, 'benchmarkNames');
  const requirements = textsIn(compliance, 'requirements');
  return {
    standards: standards.length === 0 ? ['Falcon Cloud Security policies'] : standards,
    control,
    ...(requirements.length === 0 ? {} : { requirements }),
    status_id: isOpen ? 3 : 1,
  };
}

function textsIn(fields: Fields | undefined, name: string): readonly string[] {
  const list = fields?.raw(name);
  return Array.isArray(list) ? list.slice(0, 100).filter(isText) : [];
}
