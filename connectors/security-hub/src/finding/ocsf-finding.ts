import { reject, type MappedEvent, type Rejection } from '@sluice/connector';
import { downlevel } from '@sluice/ocsf';
import { ActionId } from '@sluice/ocsf/1.3.0';
import { isObject } from './fields.ts';

interface OcsfFinding {
  readonly class_uid: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

const detectionFinding = 2004;

/** The newer Security Hub sends its findings in OCSF already, in a later release than a custom source may have. */
export function isOcsfFinding(finding: unknown): finding is OcsfFinding {
  return isObject(finding) && typeof finding['class_uid'] === 'number' && isObject(finding['metadata']);
}

/**
 * Such a finding in release 1.3.0, with the profiles that this stream's classes have. What release and profiles do not
 * know goes to `unmapped`.
 */
export function mapOcsfFinding(finding: OcsfFinding): MappedEvent | Rejection {
  const isDetection = finding.class_uid === detectionFinding;
  const profiles = isDetection ? ['cloud', 'security_control'] : ['cloud'];
  const action = isDetection && finding['action_id'] === undefined ? { action_id: ActionId.Unknown } : {};
  try {
    const { event } = downlevel({ ...finding, ...action, metadata: { ...finding.metadata, profiles } }, '1.3.0');
    const { class_uid: classUid } = event;
    return { ...event, class_uid: typeof classUid === 'number' ? classUid : finding.class_uid };
  } catch (error) {
    return reject('not_a_finding', error instanceof Error ? error.message : String(error));
  }
}
