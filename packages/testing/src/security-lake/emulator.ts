import { randomUUID } from 'node:crypto';
import { callerOf, unsigned } from './caller.ts';
import { createFaults, faultError, type Fault } from './faults.ts';
import { answerGlue } from './glue.ts';
import { answerIam } from './iam.ts';
import { jsonResponse, type EmulatorRequest, type EmulatorResponse, type RequestHandler } from './http.ts';
import { notificationsOf, type ObjectNotification, type WrittenObject } from './object-notifications.ts';
import { operations } from './operations/index.ts';
import type { Operation } from './operation.ts';
import { dataLakeArn, providerRoleName, queueName, sourceLocation, type Home } from './resource-names.ts';
import { routeOf } from './router.ts';
import { badRequest, errorResponse, ServiceError } from './service-error.ts';
import { newState, type LakeException, type LakeState } from './state.ts';
import { answerSts } from './sts.ts';

export interface SecurityLakeEmulatorOptions {
  /** Default 111122223333. */
  readonly account?: string;
  /** Regions where Security Lake is enabled from the start. Default us-east-1. */
  readonly regions?: readonly string[];
  /** Customer-managed key of these data lakes; without it, S3's own. */
  readonly kmsKeyId?: string;
  /** Entries of a page where a request does not say. Default 100. */
  readonly pageSize?: number;
  readonly now?: () => number;
  /** Gets each message that Security Lake would send to a subscriber. */
  readonly onNotification?: (notification: ObjectNotification) => void;
}

/** What one request asked for and got. */
export interface HandledCall {
  readonly operation: string;
  readonly region: string;
  readonly status: number;
}

/**
 * The Security Lake API of one account, kept in memory: all 31 operations, with the constraints, errors and paging of
 * AWS's model. Signatures are read, not verified.
 */
export interface SecurityLakeEmulator {
  readonly account: string;
  readonly handle: RequestHandler;
  /** The next `times` calls of an operation (`*`: of any) fail. */
  fail(operation: string, fault: Fault, times?: number): void;
  clearFaults(): void;
  /** Tells the subscribers of an object that was written to the lake; gives what they were told. */
  objectWritten(object: WrittenObject): readonly ObjectNotification[];
  /** Names of the queues that subscribers are notified on. */
  subscriberQueues(): readonly string[];
  /**
   * Whether whoever has this access key may do something to an object of a bucket: a session of a provider role may put
   * below the location of its source and nothing else; everybody else may do everything.
   */
  allows(accessKeyId: string, method: string, bucket: string, key: string): boolean;
  /** Something that ListDataLakeExceptions shall tell of. */
  addException(exception: LakeException): void;
  /** The last 1000 calls, oldest first. */
  calls(): readonly HandledCall[];
}

const keptCalls = 1000;
const largestBody = 1024 * 1024;

export function createSecurityLakeEmulator(options: SecurityLakeEmulatorOptions = {}): SecurityLakeEmulator {
  const { account = '111122223333', regions = ['us-east-1'], kmsKeyId, pageSize = 100, now = Date.now } = options;
  const state = newState();
  const faults = createFaults();
  const calls: HandledCall[] = [];
  for (const region of regions) {
    state.dataLakes.set(region, {
      region,
      ...(kmsKeyId === undefined ? {} : { encryptionConfiguration: { kmsKeyId } }),
    });
    state.tags.set(dataLakeArn({ account, region }), new Map());
  }

  function answer(
    operation: Operation,
    request: EmulatorRequest,
    labels: ReadonlyMap<string, string>,
    home: Home,
  ): EmulatorResponse {
    try {
      if (request.body.length > largestBody) throw badRequest(`The body is larger than ${largestBody} characters.`);
      const fault = faults.take(operation.name);
      if (fault !== undefined && fault !== 'lost-answer') throw faultError(fault, operation.name);
      const output = operation.answer(request, labels, { home, state, now, pageSize });
      if (fault !== undefined) throw faultError(fault, operation.name);
      return jsonResponse(200, output);
    } catch (error) {
      if (error instanceof ServiceError) return errorResponse(error);
      throw error;
    }
  }

  function respond(request: EmulatorRequest): EmulatorResponse {
    const caller = callerOf(request.headers.get('authorization'));
    if (caller === undefined) return unsigned();
    const home = { account, region: caller.region };
    if (caller.service === 'glue') return answerGlue(request, home, state);
    if (caller.service === 'iam') return answerIam(request, account, state);
    if (caller.service === 'sts') return answerSts(request, { account, caller, state, now });
    const route = routeOf(operations, request.method, request.path);
    if (route === undefined || caller.service !== 'securitylake') return unknownOperation(request);
    const response = answer(route.operation, request, route.labels, home);
    calls.push({ operation: route.operation.name, region: home.region, status: response.status });
    if (calls.length > keptCalls) calls.shift();
    return response;
  }

  return {
    account,
    handle(request) {
      const { headers, ...response } = respond(request);
      return Promise.resolve({ ...response, headers: { ...headers, 'x-amzn-requestid': randomUUID() } });
    },
    fail: (operation, fault, times = 1) => faults.plan(operation, fault, times),
    clearFaults: () => faults.clear(),
    objectWritten(object) {
      const notifications = notificationsOf(object, { account, state, now });
      for (const notification of notifications) options.onNotification?.(notification);
      return notifications;
    },
    subscriberQueues: () =>
      [...state.subscribers.values()]
        .filter(({ notification }) => notification?.kind === 'sqs')
        .map(({ id }) => queueName(id)),
    allows: (accessKeyId, method, bucket, key) => isAllowed(accessKeyId, { method, bucket, key }, account, state),
    addException: (exception) => void state.exceptions.push(exception),
    calls: () => [...calls],
  };
}

function isAllowed(
  accessKeyId: string,
  { method, bucket, key }: { method: string; bucket: string; key: string },
  account: string,
  state: LakeState,
): boolean {
  const role = state.sessions.get(accessKeyId);
  const locations = [...state.customSources.values()]
    .filter(({ region, sourceName }) => providerRoleName(region, sourceName) === role)
    .map(({ region, sourceName, sourceVersion }) => sourceLocation({ account, region }, sourceName, sourceVersion));
  if (role === undefined || locations.length === 0) return true;
  return method === 'PUT' && locations.some((location) => `s3://${bucket}/${key}`.startsWith(location));
}

function unknownOperation({ method, path }: EmulatorRequest): EmulatorResponse {
  return jsonResponse(
    404,
    { message: `Security Lake has no operation ${method} ${path.slice(0, 200)}.` },
    { 'x-amzn-errortype': 'UnknownOperationException' },
  );
}
