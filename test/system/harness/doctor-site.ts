import { CreateCrawlerCommand, CreateDatabaseCommand, CreateTableCommand } from '@aws-sdk/client-glue';
import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  crawlerTrust,
  diagnose,
  ensureSource,
  openControlPlane,
  writerPolicy,
  writerTrust,
  type ControlPlane,
  type DoctorStep,
  type DoctorTarget,
  type RegisteredSource,
} from '@sluice/core/security-lake';
import { startSecurityLakeEmulator, type SecurityLakeServer } from '@sluice/testing/security-lake';
import { startMoto, type Moto } from './moto.ts';

export const region = 'eu-west-1';
export const account = '123456789012';
export const crawlerRole: string = `arn:aws:iam::${account}:role/crawler`;
export const externalId = 'right-id';
export const roleName = 'AmazonSecurityLake-Provider-syslog-auth-eu-west-1';

const callerMay = [
  'athena:GetQueryExecution',
  'athena:GetQueryResults',
  'athena:StartQueryExecution',
  'glue:GetCrawler',
  'glue:GetPartitions',
  'glue:GetTable',
  'iam:GetRole',
  'securitylake:GetDataLakeSources',
  'securitylake:ListDataLakes',
  'securitylake:ListLogSources',
  'securitylake:ListSubscribers',
  'sts:AssumeRole',
];

/** The calls of `open`; after them every call is judged by IAM. */
const preparations = 6;

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export function policyOf(actions: readonly string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

/** AWS takes the account for all that are in it; moto wants the user by name. */
export function trustOf(id: string): string {
  return JSON.stringify(writerTrust('aws', account, id)).replace(':root', ':user/caller');
}

/** AWS as a doctor finds it: moto with real IAM evaluation, and the emulator of Security Lake. */
export class DoctorSite {
  readonly moto: Moto;
  readonly callerKeys: Keys;
  lake: SecurityLakeServer;
  readonly #adminKeys: Keys;
  #admin: ControlPlane | undefined;
  #source: RegisteredSource | undefined;

  static async open(): Promise<DoctorSite> {
    const moto = await startMoto({ callsBeforeIam: preparations });
    const lake = await startSecurityLakeEmulator({ account, regions: [region] });
    const plane = planeOf(moto, lake, { accessKeyId: 'any', secretAccessKey: 'any' });
    const keysOf = async (UserName: string, policy: object): Promise<Keys> => {
      await plane.iam.send(new CreateUserCommand({ UserName }));
      await plane.iam.send(
        new PutUserPolicyCommand({ UserName, PolicyName: 'may', PolicyDocument: JSON.stringify(policy) }),
      );
      const { AccessKey: key } = await plane.iam.send(new CreateAccessKeyCommand({ UserName }));
      return { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' };
    };
    const adminKeys = await keysOf('admin', policyOf(['*']));
    return new DoctorSite(moto, lake, { adminKeys, callerKeys: await keysOf('caller', policyOf(callerMay)) });
  }

  constructor(moto: Moto, lake: SecurityLakeServer, keys: { readonly adminKeys: Keys; readonly callerKeys: Keys }) {
    this.moto = moto;
    this.lake = lake;
    this.#adminKeys = keys.adminKeys;
    this.callerKeys = keys.callerKeys;
  }

  get admin(): ControlPlane {
    if (this.#admin === undefined) throw new Error('the site is not prepared');
    return this.#admin;
  }

  get source(): RegisteredSource {
    if (this.#source === undefined) throw new Error('the site is not prepared');
    return this.#source;
  }

  get target(): DoctorTarget {
    const { name, bucket, prefix, roleArn } = this.source;
    return { name, bucket, prefix, roleArn, externalId, s3: { endpoint: this.moto.endpoint, forcePathStyle: true } };
  }

  /** A chain in which nothing is wrong: lake, source, role, bucket, crawler and table. */
  async prepare(): Promise<void> {
    await this.replaceLake({});
    this.#admin = planeOf(this.moto, this.lake, this.#adminKeys);
    const request = {
      name: 'syslog-auth',
      region,
      classUids: [3002],
      principal: account,
      externalId,
      crawlerRoleArn: crawlerRole,
    };
    ({ source: this.#source } = await ensureSource(this.#admin, request));
    await this.#makeBucket();
    await this.#callerMayDo(callerMay);
    await this.makeRole('crawler', JSON.stringify(crawlerTrust()));
    await this.makeRole(roleName, trustOf(externalId));
    await this.writerMay(writerPolicy(this.source, { partition: 'aws' }));
    await this.#makeTable();
  }

  /** Another lake in the place of the one that is there. */
  async replaceLake(options: { readonly regions?: readonly string[]; readonly kmsKeyId?: string }): Promise<void> {
    await this.lake.close();
    this.lake = await startSecurityLakeEmulator({ account, regions: [region], ...options });
  }

  async clear(): Promise<void> {
    this.#admin?.close();
    await this.lake.close();
  }

  async makeRole(name: string, trust: string): Promise<void> {
    const role = { RoleName: name, AssumeRolePolicyDocument: trust };
    await this.admin.iam.send(new CreateRoleCommand(role)).catch(() => undefined);
    await this.admin.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: name, PolicyDocument: trust }));
  }

  async writerMay(policy: object): Promise<void> {
    const PolicyDocument = JSON.stringify(policy);
    await this.admin.iam.send(new PutRolePolicyCommand({ RoleName: roleName, PolicyName: 'write', PolicyDocument }));
  }

  /** Takes one permission from the caller. */
  without(action: string): Promise<void> {
    return this.#callerMayDo(callerMay.filter((allowed) => allowed !== action));
  }

  async steps(change: Partial<DoctorTarget> = {}, keys: Keys = this.callerKeys): Promise<readonly DoctorStep[]> {
    const athena = { workGroup: 'primary', output: `s3://${this.source.bucket}/answers/` };
    return this.diagnose({ targets: [{ ...this.target, ...change }], athena }, keys);
  }

  async diagnose(options: Parameters<typeof diagnose>[1], keys: Keys = this.callerKeys): Promise<DoctorStep[]> {
    const plane = planeOf(this.moto, this.lake, keys);
    const found: DoctorStep[] = [];
    for await (const step of diagnose(plane, options)) found.push(step);
    plane.close();
    return found;
  }

  async #callerMayDo(actions: readonly string[]): Promise<void> {
    const PolicyDocument = JSON.stringify(policyOf(actions));
    await this.admin.iam.send(new PutUserPolicyCommand({ UserName: 'caller', PolicyName: 'may', PolicyDocument }));
  }

  async #makeBucket(): Promise<void> {
    const { endpoint } = this.moto;
    const s3 = new S3Client({ region, endpoint, credentials: this.#adminKeys, forcePathStyle: true });
    const CreateBucketConfiguration = { LocationConstraint: region } as const;
    await s3
      .send(new CreateBucketCommand({ Bucket: this.source.bucket, CreateBucketConfiguration }))
      .catch(() => undefined);
  }

  async #makeTable(): Promise<void> {
    const { glue } = this.admin;
    const { database: DatabaseName = '', table: Name = '', location } = this.source;
    const crawler = {
      Name: 'syslog-auth',
      Role: 'crawler',
      Targets: { S3Targets: [{ Path: location }] },
      DatabaseName,
    };
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: DatabaseName } })).catch(() => undefined);
    await glue.send(new CreateTableCommand({ DatabaseName, TableInput: { Name } })).catch(() => undefined);
    await glue.send(new CreateCrawlerCommand(crawler)).catch(() => undefined);
  }
}

function planeOf({ endpoint }: Moto, lake: SecurityLakeServer, credentials: Keys): ControlPlane {
  return openControlPlane({
    region,
    credentials,
    maxAttempts: 1,
    endpoints: { glue: endpoint, iam: endpoint, sts: endpoint, athena: endpoint, securityLake: lake.endpoint },
  });
}
