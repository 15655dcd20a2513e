import { reject, skip, isRejection, type MapResult, type MappedEvent, type Rejection } from '@sluice/connector';
import { isObject } from './finding/fields.ts';
import { mapFinding } from './finding/map-finding.ts';
import { createOcsfFindingMapper, isOcsfFinding, type OcsfFindingMapper } from './finding/ocsf-finding.ts';

export type RecordMapper = (record: unknown) => MapResult;

/**
 * A record is one finding, a list of them, what `get-findings` prints (`{"Findings": […]}`), or an event of EventBridge,
 * which carries findings in its `detail`. Each finding becomes one event.
 */
export function createRecordMapper(): RecordMapper {
  const mapOcsfFinding = createOcsfFindingMapper();
  return (record) => mapRecord(record, mapOcsfFinding);
}

function mapRecord(record: unknown, mapOcsfFinding: OcsfFindingMapper): MapResult {
  const findings = findingsIn(record);
  if (findings === undefined) return notAFinding(record);
  if (findings.length === 0) return skip('no_findings');
  const results = findings.map((finding) => (isOcsfFinding(finding) ? mapOcsfFinding(finding) : mapFinding(finding)));
  // A record is kept whole: where one of its findings is rejected, the dead letter holds them all, and none is stored.
  return results.find(isRejection) ?? results.filter((result): result is MappedEvent => !isRejection(result));
}

function findingsIn(record: unknown): readonly unknown[] | undefined {
  if (Array.isArray(record)) return record;
  if (!isObject(record)) return undefined;
  const { Findings: printed, detail } = record;
  if (Array.isArray(printed)) return printed;
  if ('detail-type' in record)
    return isObject(detail) && Array.isArray(detail['findings']) ? detail['findings'] : undefined;
  return [record];
}

/** Insight results and other events of Security Hub carry no findings. */
function notAFinding(record: unknown): Rejection {
  const type = isObject(record) ? record['detail-type'] : undefined;
  const found = typeof type === 'string' ? `an event "${type.slice(0, 80)}" without findings` : 'no JSON object';
  return reject('not_a_finding', `The record is ${found}.`);
}
