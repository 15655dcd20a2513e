import { z } from 'zod';
import { awsSourceName, awsSourceVersion, region, safeString } from '../constraints.ts';
import { operation, type Operation } from '../operation.ts';
import { conflict, notFound } from '../service-error.ts';

const path = '/v1/datalake/organization/configuration';
const autoEnableNewAccount = z
  .array(
    z.object({
      region,
      sources: z
        .array(z.object({ sourceName: awsSourceName.optional(), sourceVersion: awsSourceVersion.optional() }))
        .min(1),
    }),
  )
  .min(1);
const input = z.object({ autoEnableNewAccount: autoEnableNewAccount.optional() });

const createConfiguration: Operation = operation({
  name: 'CreateDataLakeOrganizationConfiguration',
  method: 'POST',
  path,
  input,
  run({ autoEnableNewAccount: wanted = [] }, { state }) {
    const others = (state.autoEnabled ?? []).filter((old) => !wanted.some((added) => added.region === old.region));
    state.autoEnabled = [...others, ...wanted];
    return {};
  },
});

const getConfiguration: Operation = operation({
  name: 'GetDataLakeOrganizationConfiguration',
  method: 'GET',
  path,
  input: z.object({}),
  run(_, { state, home }) {
    if (state.autoEnabled === undefined) throw notFound('OrganizationConfiguration', home.account);
    return { autoEnableNewAccount: state.autoEnabled };
  },
});

const deleteConfiguration: Operation = operation({
  name: 'DeleteDataLakeOrganizationConfiguration',
  method: 'POST',
  path: `${path}/delete`,
  input,
  run({ autoEnableNewAccount: unwanted = [] }, { state, home }) {
    if (state.autoEnabled === undefined) throw notFound('OrganizationConfiguration', home.account);
    const left = state.autoEnabled.filter(({ region: where }) => !unwanted.some((removed) => removed.region === where));
    state.autoEnabled = left.length === 0 || unwanted.length === 0 ? undefined : left;
    return {};
  },
});

const registerAdministrator: Operation = operation({
  name: 'RegisterDataLakeDelegatedAdministrator',
  method: 'POST',
  path: '/v1/datalake/delegate',
  input: z.object({ accountId: safeString }),
  run({ accountId }, { state }) {
    if (state.delegate !== undefined && state.delegate !== accountId)
      throw conflict(
        'DelegatedAdministrator',
        state.delegate,
        `Account ${state.delegate} is the delegated administrator.`,
      );
    state.delegate = accountId;
    return {};
  },
});

const deregisterAdministrator: Operation = operation({
  name: 'DeregisterDataLakeDelegatedAdministrator',
  method: 'DELETE',
  path: '/v1/datalake/delegate',
  input: z.object({}),
  run(_, { state, home }) {
    if (state.delegate === undefined) throw notFound('DelegatedAdministrator', home.account);
    state.delegate = undefined;
    return {};
  },
});

export const organizationOperations: readonly Operation[] = [
  createConfiguration,
  getConfiguration,
  deleteConfiguration,
  registerAdministrator,
  deregisterAdministrator,
];
