import type { WinServiceActivityActivityId } from '@sluice/ocsf/1.3.0';
import {
  SeverityId,
  ApiActivityStatusId as StatusId,
  type WinService,
  type WinServiceActivity,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

const startTypes: Readonly<Record<string, 1 | 2 | 3 | 4 | 5>> = { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5 };
const errorControls: Readonly<Record<string, 1 | 2 | 3 | 4>> = { 0: 1, 1: 2, 2: 3, 3: 4 };
const serviceTypes: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 1: 1, 2: 2, 16: 3, 32: 4 };
/** Flags beside the kind of a service: interactive, of a user, of a package. */
const kindMask = 0x3f;

/**
 * Something done to a service of Windows. Who asked for it is the client of the remote procedure call; where none is
 * named, the process that the service runs in.
 */
export function service(activityId: WinServiceActivityActivityId): EventMaker {
  return ({ fields }): Unfinished<WinServiceActivity> | undefined => {
    const name = fields.first('ServiceDisplayName', 'ServiceName');
    const actor = actorOf(fields, ['RpcClientProcessId', 'ContextProcessId', 'TargetProcessId']);
    if (name === undefined || actor === undefined) return undefined;
    return {
      class_uid: 201004,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      win_service: serviceOf(fields, name),
      actor,
    };
  };
}

function serviceOf(fields: Fields, name: string): WinService {
  const described: WinService = { name, service_type_id: 0 };
  const commandLine = fields.first('ServiceImagePath', 'CommandLine', 'ImageFileName');
  if (commandLine !== undefined) described.cmd_line = commandLine;
  const start = taken(fields, 'ServiceStart', startTypes);
  if (start !== undefined) described.service_start_type_id = start;
  const error = taken(fields, 'ServiceErrorControl', errorControls);
  if (error !== undefined) described.service_error_control_id = error;
  const group = fields.text('ServiceGroup');
  if (group !== undefined) described.load_order_group = group;
  const account = fields.text('ServiceObjectName');
  if (account !== undefined) described.service_start_name = account;
  const type = fields.peek('ServiceType');
  const typeId = type === undefined ? undefined : serviceTypes[Number(type) & kindMask];
  if (typeId !== undefined) described.service_type_id = typeId;
  return described;
}

function taken<Id>(fields: Fields, name: string, ids: Readonly<Record<string, Id>>): Id | undefined {
  const value = fields.peek(name);
  if (value === undefined || !Object.hasOwn(ids, value)) return undefined;
  fields.take(name);
  return ids[value];
}
