import { randomBytes, randomUUID } from 'node:crypto';
import type { Caller } from './caller.ts';
import type { EmulatorRequest, EmulatorResponse } from './http.ts';
import type { LakeState, Role } from './state.ts';
import { xmlAnswer, xmlError } from './query-answer.ts';

const sessionMs = 3_600_000;

/** What STS does for a pipeline: says who calls, and gives out sessions of roles, where the external id is the right one. */
export function answerSts(
  request: EmulatorRequest,
  { account, caller, state, now }: { account: string; caller: Caller; state: LakeState; now: () => number },
): EmulatorResponse {
  const form = new URLSearchParams(request.body);
  const action = form.get('Action') ?? '';
  if (action === 'GetCallerIdentity') {
    const role = state.sessions.get(caller.accessKeyId);
    const arn =
      role === undefined ? `arn:aws:iam::${account}:root` : `arn:aws:sts::${account}:assumed-role/${role}/session`;
    return xmlAnswer(action, `<Arn>${arn}</Arn><UserId>${caller.accessKeyId}</UserId><Account>${account}</Account>`);
  }
  if (action !== 'AssumeRole') return xmlError(400, 'InvalidAction', `This emulator has no sts:${action}.`);
  const roleArn = form.get('RoleArn') ?? '';
  const role = [...state.roles.values()].find(({ arn }) => arn === roleArn);
  if (role === undefined || !trusts(role, form.get('ExternalId'))) {
    return xmlError(403, 'AccessDenied', `User is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`);
  }
  return xmlAnswer(action, session(role, form.get('RoleSessionName') ?? 'session', { account, state, now }));
}

/** Whether the external id is the one that the trust policy asks for; the principal is anybody's. */
function trusts({ trust }: Role, externalId: string | null): boolean {
  const asked = /"sts:ExternalId":\s*"([^"]*)"/.exec(trust)?.[1];
  return asked === undefined || asked === externalId;
}

function session(
  { name }: Role,
  sessionName: string,
  { account, state, now }: { account: string; state: LakeState; now: () => number },
): string {
  const key = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  state.sessions.set(key, name);
  const expiration = new Date(now() + sessionMs).toISOString();
  return (
    `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>${randomUUID()}</SecretAccessKey>` +
    `<SessionToken>${randomUUID()}</SessionToken><Expiration>${expiration}</Expiration></Credentials>` +
    `<AssumedRoleUser><Arn>arn:aws:sts::${account}:assumed-role/${name}/${encodeURIComponent(sessionName)}</Arn>` +
    `<AssumedRoleId>AROAEXAMPLE:session</AssumedRoleId></AssumedRoleUser>`
  );
}
