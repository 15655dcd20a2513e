import { AssumeRoleCommand, type Credentials } from '@aws-sdk/client-sts';
import { awsError } from '../aws-error.ts';
import type { ControlPlane } from '../control-plane.ts';
import { findRole } from '../crawler-role.ts';
import { newExternalId } from '../source-request.ts';
import { parseTrust, type Trust } from '../trust.ts';
import { allow, lookAt, type DoctorStep, type Looked, type Verdict } from './step.ts';

export interface RoleToAssume {
  readonly source: string;
  readonly roleArn: string;
  readonly externalId?: string;
}

/** Assumes the provider role as a pipeline does. When it is refused, says whether trust or permission is the reason. */
export async function checkRole(plane: ControlPlane, role: RoleToAssume): Promise<Looked<Credentials>> {
  const looked = await lookAt({
    check: 'assume-role',
    subject: role.source,
    asked: { action: 'sts:AssumeRole', on: role.roleArn },
    look: () => assume(plane, role.roleArn, role.externalId),
    judge: () => `assumed ${role.roleArn}`,
  });
  const { missing, check, subject } = looked.step;
  if (missing === undefined) return looked;
  return { step: { check, subject, status: 'failed', detail: looked.step.detail, ...(await refusalOf(plane, role)) } };
}

/** Whether the role asks for its external id: another one has to be refused. */
export async function checkExternalId(plane: ControlPlane, { source, roleArn }: RoleToAssume): Promise<DoctorStep> {
  const asked = { check: 'external-id', subject: source };
  try {
    await assume(plane, roleArn, newExternalId());
  } catch (error) {
    const { code, message } = awsError(error, { action: 'sts:AssumeRole', on: roleArn });
    return code === 'aws_denied'
      ? { ...asked, status: 'ok', detail: 'refused with another external id' }
      : { ...asked, status: 'skipped', detail: `could not be tried: ${message}` };
  }
  return {
    ...asked,
    status: 'failed',
    detail: `${roleArn} can be assumed with any external id: whoever may assume it for one customer may for all.`,
    remedy: `Add to the trust policy of ${roleArn}: "Condition": {"StringEquals": {"sts:ExternalId": "<id>"}}`,
  };
}

async function assume({ sts }: ControlPlane, roleArn: string, externalId: string | undefined): Promise<Credentials> {
  const { Credentials: credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'sluice-doctor',
      DurationSeconds: 900,
      ...(externalId === undefined ? {} : { ExternalId: externalId }),
    }),
  );
  if (credentials === undefined) throw new TypeError(`STS gave no credentials of ${roleArn}.`);
  return credentials;
}

async function refusalOf(plane: ControlPlane, { roleArn, externalId }: RoleToAssume): Promise<Partial<Verdict>> {
  const name = roleArn.split('/').at(-1) ?? '';
  const missing = { who: 'the caller', action: 'sts:AssumeRole', resource: roleArn };
  let trust: Trust | undefined;
  try {
    const role = await findRole(plane, name);
    if (role === undefined)
      return { detail: `Role ${roleArn} does not exist.`, remedy: 'Run: sluice source create CONFIG' };
    trust = parseTrust(role.AssumeRolePolicyDocument);
  } catch {
    return {
      missing,
      remedy: `${allow(missing)}. Or the trust policy of the role names another account or external id.`,
    };
  }
  const wanted = trust?.externalIds ?? [];
  if (externalId === undefined && wanted.length > 0)
    return {
      detail: `${roleArn} wants an external id, and the configuration says none.`,
      remedy: 'Say "external_id", or run: sluice source create CONFIG',
    };
  if (externalId !== undefined && wanted.length > 0 && !wanted.includes(externalId))
    return {
      detail: `${roleArn} wants another external id than the one of the configuration.`,
      remedy: `Say "external_id: ${wanted[0]}".`,
    };
  return { missing, remedy: allow(missing) };
}
