import { reject, type MapContext, type MapResult } from '@sluice/connector';
import { SeverityId } from '@sluice/ocsf/1.3.0';
import { rejectProblem } from '@sluice/queue';
import { Fields } from '../../falcon/fields.ts';
import { type RecordShapes, shapesFor } from '../../falcon/record-shapes.ts';
import type { FdrConfig } from './config.ts';
import { externalEvent } from './events/external.ts';
import { hostInventory, userInventory } from './events/inventory.ts';
import { finish } from './finish.ts';
import { hostField } from './hosts/join.ts';
import { makerFor } from './makers.ts';
import type { FdrRecord, UnfinishedEvent } from './record.ts';

/** One line of a replicated file to its event. */
export function mapRecord(value: unknown, { config, origin }: MapContext<FdrConfig>): MapResult {
  const problem = rejectProblem(value, origin);
  if (problem !== undefined) return problem;
  const shapes = shapesFor(config);
  const record = recordOf(value, origin.path, shapes);
  if (record === undefined) return reject('not_an_object', 'the line is JSON, but no object');
  const event = eventOf(record);
  const finished = event === undefined ? undefined : finish(event, record);
  // What was tried may have taken fields; a record of no class that fits is kept with all of them.
  return finished ?? finish(baseEvent(), recordOf(value, origin.path, shapes) ?? record) ?? baseEvent();
}

function baseEvent(): UnfinishedEvent {
  return { class_uid: 0, activity_id: 0, severity_id: SeverityId.Unknown };
}

function eventOf(record: FdrRecord): UnfinishedEvent | undefined {
  const maker = makerFor(record.name);
  if (maker !== undefined) return maker(record);
  if (record.name === 'aidmaster' || record.name === 'notmanaged') return hostInventory(record);
  return record.name === 'userinfo' ? userInventory(record) : externalEvent(record);
}

function recordOf(value: unknown, path: string | undefined, shapes: RecordShapes): FdrRecord | undefined {
  const fields = Fields.of(value, shapes);
  if (fields === undefined) return undefined;
  const host = fields.within(fields.raw(hostField));
  if (host !== undefined) fields.take(hostField);
  return {
    name: fields.text('event_simpleName') ?? fields.text('ExternalApiType') ?? sideTable(fields, path) ?? 'unknown',
    fields,
    host,
  };
}

/**
 * Records of the side tables do not name themselves: `aidmaster` of `s3://bucket/fdrv2/aidmaster/part-0000.gz`, or else
 * by a field that only that table has.
 */
function sideTable(fields: Fields, path: string | undefined): string | undefined {
  const folder = /\/(aidmaster|notmanaged|userinfo|appinfo)(?:\/|[^/]*$)/.exec(path ?? '')?.[1];
  if (folder !== undefined) return folder;
  if (fields.peek('AgentVersion') !== undefined && fields.peek('aid') !== undefined) return 'aidmaster';
  if (fields.peek('UserSid_readable') !== undefined) return 'userinfo';
  if (fields.peek('CurrentLocalIP') !== undefined && fields.peek('MAC') !== undefined) return 'notmanaged';
  if (fields.peek('CompositeId') !== undefined) return 'DetectionSummary';
  const isPolicy =
    fields.peek('ResourceId') !== undefined && (fields.peek('PolicyId') ?? fields.peek('policy_id')) !== undefined;
  return isPolicy ? 'CSPMSearchStreamingEvent' : fields.text('event_type');
}
