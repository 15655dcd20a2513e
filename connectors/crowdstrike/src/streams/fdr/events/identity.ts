import {
  SeverityId,
  ApiActivityStatusId as StatusId,
  type AccountChange,
  type AccountChangeActivityId,
  type Authentication,
  type AuthenticationActivityId,
  type NetworkEndpoint,
  type User,
} from '@sluice/ocsf/1.3.0';
import { isHostname } from '../../../falcon/address.ts';
import type { Fields } from '../../../falcon/fields.ts';
import type { EventMaker, Unfinished } from '../record.ts';

type Event = Unfinished<Authentication>;

/** An account that proved who it is to a domain controller, whose sensor tells of it. */
export function domainLogon(
  activityId: AuthenticationActivityId,
  statusId: StatusId,
  activityName?: string,
): EventMaker {
  return ({ fields }) => {
    const uid = fields.peek('aid');
    const event = uid === undefined ? undefined : logon(fields, activityId, statusId);
    if (event === undefined || uid === undefined) return undefined;
    const controller = fields.peek('ComputerName');
    event.dst_endpoint = { uid, ...(controller === undefined ? {} : { name: controller }) };
    if (activityName !== undefined) event.activity_name = activityName;
    return event;
  };
}

/** An account that signed in to a facilitator of single sign-on, or by it to an application. */
export function singleSignOn(activityId: AuthenticationActivityId, statusId: StatusId): EventMaker {
  return ({ fields }) => {
    const event = logon(fields, activityId, statusId);
    if (event === undefined) return undefined;
    event.service = {
      name: fields.first('TargetServiceAccessIdentifier', 'SsoApplicationIdentifier') ?? 'Single sign-on',
    };
    return event;
  };
}

function logon(fields: Fields, activityId: AuthenticationActivityId, statusId: StatusId): Event | undefined {
  const user = accountOf(fields);
  if (user === undefined) return undefined;
  const source = sourceOf(fields);
  return {
    class_uid: 3002,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: statusId,
    user,
    ...(source === undefined ? {} : { src_endpoint: source }),
  };
}

/** A change of an account of Active Directory, of which a domain controller's sensor tells. */
export function domainAccount(activityId: AccountChangeActivityId, activityName?: string): EventMaker {
  return ({ fields }): Unfinished<AccountChange> | undefined => {
    const user = accountOf(fields);
    if (user === undefined) return undefined;
    return {
      class_uid: 3001,
      activity_id: activityId,
      ...(activityName === undefined ? {} : { activity_name: activityName }),
      severity_id: SeverityId.Informational,
      status_id: StatusId.Success,
      user,
    };
  };
}

function accountOf(fields: Fields): User | undefined {
  const name = fields.first(
    'SourceAccountUserName',
    'SourceAccountName',
    'SourceAccountSamAccountName',
    'SamAccountName',
  );
  const uid = fields.first('SourceAccountObjectSid', 'SourceAccountAzureId', 'SourceAccountOktaId');
  if (name === undefined && uid === undefined) return undefined;
  const domain = fields.text('SourceAccountDomain');
  return {
    ...(name === undefined ? {} : { name }),
    ...(uid === undefined ? {} : { uid }),
    ...(domain === undefined ? {} : { domain }),
  };
}

function sourceOf(fields: Fields): NetworkEndpoint | undefined {
  const ip = fields.ip('SourceEndpointAddressIP4') ?? fields.ip('SourceEndpointAddressIP6');
  const name = fields.peek('SourceEndpointHostName');
  if (ip === undefined && name === undefined) return undefined;
  const source: NetworkEndpoint = ip === undefined ? {} : { ip };
  if (name === undefined) return source;
  fields.take('SourceEndpointHostName');
  return isHostname(name) ? { ...source, hostname: name } : { ...source, name };
}
