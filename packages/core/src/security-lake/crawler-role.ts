import { setTimeout as sleep } from 'node:timers/promises';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  PutRolePolicyCommand,
  type Role,
} from '@aws-sdk/client-iam';
import { SluiceError } from '../errors.ts';
import { asking, isNamed } from './aws-error.ts';
import type { ControlPlane } from './control-plane.ts';
import type { DataLakeFacts } from './describe-lake.ts';
import { crawlerPolicy, crawlerTrust, glueServicePolicyArn } from './policies.ts';
import { parseTrust } from './trust.ts';

export interface CrawlerRoleOptions {
  /** Default `SluiceCrawler-<region>`: one for all custom sources of a region. */
  readonly roleName?: string;
  /** Time that IAM gets to spread a new role before somebody uses it. Default 10 s. */
  readonly settleMs?: number;
}

const policyName = 'SluiceCrawler';

/**
 * Creates the role of the Glue crawlers, or completes it: every step may be repeated, so that a broken run is finished
 * by the next. A role of that name that Glue may not assume is somebody else's, and refused. Gives its ARN.
 */
export async function ensureCrawlerRole(
  plane: ControlPlane,
  lake: DataLakeFacts,
  { roleName = `SluiceCrawler-${lake.region}`, settleMs = 10_000 }: CrawlerRoleOptions = {},
): Promise<string> {
  const existing = await findRole(plane, roleName);
  const role = existing ?? (await createRole(plane, roleName));
  refuseStranger(role, roleName);
  await grant(plane, roleName, lake);
  if (existing === undefined) await sleep(settleMs);
  return role.Arn ?? '';
}

/** Throws `role_unfit` when AWS Glue may not assume the role, or when it does not exist. */
export async function checkCrawlerRole(plane: ControlPlane, roleArn: string): Promise<void> {
  const name = roleArn.split('/').at(-1) ?? '';
  const role = await findRole(plane, name);
  if (role === undefined) throw new SluiceError('role_unfit', `Crawler role ${roleArn} does not exist.`);
  refuseStranger(role, name);
}

/** The role of that name, or undefined. */
export async function findRole({ iam }: ControlPlane, name: string): Promise<Role | undefined> {
  try {
    return (await iam.send(new GetRoleCommand({ RoleName: name }))).Role;
  } catch (error) {
    if (isNamed(error, 'NoSuchEntityException', 'NoSuchEntity')) return undefined;
    return asking({ action: 'iam:GetRole', on: name }, () => Promise.reject(error as Error));
  }
}

async function createRole(plane: ControlPlane, name: string): Promise<Role> {
  const command = new CreateRoleCommand({
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify(crawlerTrust()),
    Description: 'Glue crawlers of the custom sources of Security Lake. Made by Sluice.',
  });
  return asking({ action: 'iam:CreateRole', on: name }, async () => {
    try {
      const { Role: made } = await plane.iam.send(command);
      if (made !== undefined) return made;
    } catch (error) {
      if (!isNamed(error, 'EntityAlreadyExistsException', 'EntityAlreadyExists')) throw error;
    }
    const found = await findRole(plane, name);
    if (found !== undefined) return found;
    throw new SluiceError('aws_failed', `IAM does not show role ${name} yet. Try again in a minute.`, {
      retryable: true,
    });
  });
}

async function grant({ iam }: ControlPlane, name: string, lake: DataLakeFacts): Promise<void> {
  const managed = { RoleName: name, PolicyArn: glueServicePolicyArn(lake.partition) };
  await asking({ action: 'iam:AttachRolePolicy', on: name }, () => iam.send(new AttachRolePolicyCommand(managed)));
  const inline = { RoleName: name, PolicyName: policyName, PolicyDocument: JSON.stringify(crawlerPolicy(lake)) };
  await asking({ action: 'iam:PutRolePolicy', on: name }, () => iam.send(new PutRolePolicyCommand(inline)));
}

function refuseStranger({ AssumeRolePolicyDocument: trust }: Role, name: string): void {
  if (trust === undefined || parseTrust(trust)?.principals.includes('glue.amazonaws.com')) return;
  throw new SluiceError(
    'role_unfit',
    `Role ${name} cannot be the crawler's: its trust policy does not let glue.amazonaws.com assume it. Name another role.`,
  );
}
