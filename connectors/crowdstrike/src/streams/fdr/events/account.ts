import type { AccountChangeActivityId, GroupManagementActivityId } from '@sluice/ocsf/1.3.0';
import {
  SeverityId,
  ApiActivityStatusId as StatusId,
  type AccountChange,
  type Actor,
  type GroupManagement,
  type User,
} from '@sluice/ocsf/1.3.0';
import type { Fields } from '../../../falcon/fields.ts';
import { sidOf } from '../../../falcon/windows.ts';
import { contextProcess } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

/** An account of the host that was made, changed or deleted. */
export function account(activityId: AccountChangeActivityId): EventMaker {
  return ({ fields }): Unfinished<AccountChange> | undefined => {
    const user = subject(fields);
    if (user === undefined) return undefined;
    const actor = requester(fields);
    return {
      class_uid: 3001,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      user,
      ...(actor === undefined ? {} : { actor }),
    };
  };
}

/** A record of macOS' Open Directory that was changed, where it is one of a user. */
export function directoryRecord(activityId: AccountChangeActivityId, activityName?: string): EventMaker {
  return ({ fields }): Unfinished<AccountChange> | undefined => {
    if (!isUser(fields)) return undefined;
    const name = fields.first('ODRecordName', 'ODAccountName', 'UserNames');
    if (name === undefined) return undefined;
    const error = fields.peek('ODErrorCode');
    const actor = requester(fields);
    return {
      class_uid: 3001,
      activity_id: activityId,
      ...(activityName === undefined ? {} : { activity_name: activityName }),
      severity_id: SeverityId.Informational,
      ...(error === undefined ? {} : { status_id: error === '0' ? StatusId.Success : StatusId.Failure }),
      user: { name },
      ...(actor === undefined ? {} : { actor }),
    };
  };
}

/** The kinds of records and of accounts that Apple counts: 0 is a user, 1 a group or a computer. `UserNames` has users alone. */
function isUser(fields: Fields): boolean {
  const type = fields.peek('ODRecordType') ?? fields.peek('ODAccountType');
  return type === undefined ? fields.peek('UserNames') !== undefined : type === '0';
}

/** An account that became a member of a group, or is one no more. */
export function membership(activityId: GroupManagementActivityId): EventMaker {
  return ({ fields }): (Unfinished<GroupManagement> & { actor?: Actor }) | undefined => {
    const user = subject(fields);
    const group = relativeSid(fields, 'GroupRid');
    if (user === undefined || group === undefined) return undefined;
    const actor = requester(fields);
    return {
      class_uid: 3006,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      user,
      group: { uid: group },
      ...(actor === undefined ? {} : { actor }),
    };
  };
}

/** The account that it is about. */
function subject(fields: Fields): User | undefined {
  const uid = relativeSid(fields, 'UserRid') ?? fields.text('UserSid');
  const name = fields.text('UserName');
  if (uid === undefined && name === undefined) return undefined;
  return { ...(uid === undefined ? {} : { uid }), ...(name === undefined ? {} : { name }) };
}

/** A SID made of the domain's and a relative id; the relative id as it is, where no domain is named. */
function relativeSid(fields: Fields, ridField: string): string | undefined {
  const rid = fields.text(ridField);
  return rid === undefined ? undefined : (sidOf(fields.text('DomainSid') ?? '', rid) ?? rid);
}

function requester(fields: Fields): Actor | undefined {
  const process = contextProcess(fields, ['RpcClientProcessId', 'ContextProcessId']);
  return process === undefined ? undefined : { process };
}
