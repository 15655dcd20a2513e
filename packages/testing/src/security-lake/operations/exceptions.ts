import { z } from 'zod';
import { maxResults, nextToken, protocol, regions, safeString } from '../constraints.ts';
import { operation, type Call, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { conflict, notFound } from '../service-error.ts';
import type { ExceptionSubscription } from '../state.ts';

const path = '/v1/datalake/exceptions/subscription';
const subscription = z.object({
  subscriptionProtocol: protocol,
  notificationEndpoint: safeString,
  exceptionTimeToLive: z.int().min(1).optional(),
});

const listDataLakeExceptions: Operation = operation({
  name: 'ListDataLakeExceptions',
  method: 'POST',
  path: '/v1/datalake/exceptions',
  input: z.object({
    regions: regions.optional(),
    maxResults: maxResults.optional(),
    nextToken: nextToken.optional(),
  }),
  run(input, call) {
    const wanted = call.state.exceptions.filter(
      ({ region }) => !input.regions?.length || input.regions.includes(region),
    );
    const { entries, ...rest } = pageOf(wanted, input, 'ListDataLakeExceptions', call);
    return { exceptions: entries, ...rest };
  },
});

const createSubscription: Operation = operation({
  name: 'CreateDataLakeExceptionSubscription',
  method: 'POST',
  path,
  input: subscription,
  run(wanted, { state, home }) {
    if (state.exceptionSubscription !== undefined)
      throw conflict('ExceptionSubscription', home.account, 'There is an exception subscription already.');
    state.exceptionSubscription = { ...wanted, exceptionTimeToLive: wanted.exceptionTimeToLive };
    return {};
  },
});

const getSubscription: Operation = operation({
  name: 'GetDataLakeExceptionSubscription',
  method: 'GET',
  path,
  input: z.object({}),
  run: (_, call) => existing(call),
});

const updateSubscription: Operation = operation({
  name: 'UpdateDataLakeExceptionSubscription',
  method: 'PUT',
  path,
  input: subscription,
  run(wanted, call) {
    existing(call);
    call.state.exceptionSubscription = { ...wanted, exceptionTimeToLive: wanted.exceptionTimeToLive };
    return {};
  },
});

const deleteSubscription: Operation = operation({
  name: 'DeleteDataLakeExceptionSubscription',
  method: 'DELETE',
  path,
  input: z.object({}),
  run(_, call) {
    existing(call);
    call.state.exceptionSubscription = undefined;
    return {};
  },
});

export const exceptionOperations: readonly Operation[] = [
  listDataLakeExceptions,
  createSubscription,
  getSubscription,
  updateSubscription,
  deleteSubscription,
];

function existing({ state, home }: Call): ExceptionSubscription {
  if (state.exceptionSubscription === undefined) throw notFound('ExceptionSubscription', home.account);
  return state.exceptionSubscription;
}
