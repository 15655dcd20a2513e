import {
  RegistryKeyActivityActivityId,
  RegistryValueActivityActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type RegistryKeyActivity,
  type RegistryValueActivity,
  type RegValue,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, FdrRecord, Unfinished } from '../record.ts';

/** OCSF's ids of value types by those of Windows. */
const valueTypes: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 10>> = {
  0: 7,
  1: 10,
  2: 4,
  3: 1,
  4: 2,
  5: 3,
  6: 5,
  7: 6,
  11: 8,
};

/** Operations on values by `RegOperationType`; those from 101 on are the same, seen by the sensor's own protection. */
const valueOperations: Readonly<Record<string, RegistryValueActivityActivityId>> = { 1: 2, 2: 4, 101: 2, 102: 4 };
const keyOperations: Readonly<Record<string, RegistryKeyActivityActivityId>> = { 3: 1, 4: 4, 5: 6, 7: 5, 8: 2, 9: 2 };

/** A change of the registry: of a value or of a key, as `RegOperationType` says, or else of a value. */
export const registryValueChange: EventMaker = (record) =>
  byOperation(record, () => valueChange(record, RegistryValueActivityActivityId.Modify));

/** A change of the registry: of a value or of a key, as `RegOperationType` says, or else of a key. */
export const registryKeyChange: EventMaker = (record) =>
  byOperation(record, () => keyChange(record, RegistryKeyActivityActivityId.Modify));

function byOperation(record: FdrRecord, otherwise: () => ReturnType<EventMaker>): ReturnType<EventMaker> {
  const operation = record.fields.peek('RegOperationType') ?? '';
  const ofValue = Object.hasOwn(valueOperations, operation) ? valueOperations[operation] : undefined;
  if (ofValue !== undefined) return valueChange(record, ofValue);
  const ofKey = Object.hasOwn(keyOperations, operation) ? keyOperations[operation] : undefined;
  return ofKey === undefined ? otherwise() : keyChange(record, ofKey);
}

function valueChange(
  { fields }: FdrRecord,
  activityId: RegistryValueActivityActivityId,
): Unfinished<RegistryValueActivity> | undefined {
  const path = fields.text('RegObjectName');
  const actor = actorOf(fields);
  if (path === undefined || actor === undefined) return undefined;
  fields.take('RegOperationType');
  return {
    class_uid: 201002,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    reg_value: valueOf(fields, path, fields.text('RegValueName')),
    actor,
  };
}

/** A value of a key by its name, with its type and data where the record has them; the default one has no name. */
export function valueOf(fields: Fields, path: string, name: string | undefined): RegValue {
  const value: RegValue = { path, name: name ?? '(Default)' };
  if (name === undefined) value.is_default = true;
  const type = fields.peek('RegType');
  const typeId = type === undefined || !Object.hasOwn(valueTypes, type) ? undefined : valueTypes[type];
  if (typeId !== undefined) {
    fields.take('RegType');
    value.type_id = typeId;
  }
  const data = fields.first('RegStringValue', 'RegNumericValue', 'RegBinaryValue');
  if (data !== undefined) value.data = data;
  return value;
}

function keyChange(
  { fields }: FdrRecord,
  activityId: RegistryKeyActivityActivityId,
): Unfinished<RegistryKeyActivity> | undefined {
  const path = fields.text('RegObjectName');
  const actor = actorOf(fields);
  if (path === undefined || actor === undefined) return undefined;
  fields.take('RegOperationType');
  return {
    class_uid: 201001,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    reg_key: { path },
    actor,
  };
}
