import type { EmulatorRequest, EmulatorResponse } from './http.ts';
import { escaped, xmlAnswer, xmlError } from './query-answer.ts';
import type { LakeState, Role } from './state.ts';

/** What an operation answers with: the XML within its result, or the name of an error. */
type Answer = { readonly result: string } | { readonly error: string; readonly message: string };

/**
 * The few operations of IAM that someone needs who manages a custom source: the role of its crawler, and a look at the
 * provider role that Security Lake made. Policies are kept, not evaluated.
 */
export function answerIam(request: EmulatorRequest, account: string, state: LakeState): EmulatorResponse {
  const form = new URLSearchParams(request.body);
  const action = form.get('Action') ?? '';
  const answer = perform(action, form, account, state);
  if ('result' in answer) return xmlAnswer(action, answer.result);
  const status = answer.error === 'NoSuchEntity' ? 404 : answer.error === 'EntityAlreadyExists' ? 409 : 400;
  return xmlError(status, answer.error, answer.message);
}

function perform(action: string, form: URLSearchParams, account: string, state: LakeState): Answer {
  const name = form.get('RoleName') ?? '';
  const role = state.roles.get(name);
  if (action === 'CreateRole') return createRole(name, form, account, state);
  if (role === undefined) return { error: 'NoSuchEntity', message: `The role with name ${name} cannot be found.` };
  const policyName = form.get('PolicyName') ?? '';
  switch (action) {
    case 'GetRole':
      return { result: `<Role>${roleXml(role)}</Role>` };
    case 'AttachRolePolicy':
      role.attached.add(form.get('PolicyArn') ?? '');
      return { result: '' };
    case 'PutRolePolicy':
      role.inline.set(policyName, form.get('PolicyDocument') ?? '');
      return { result: '' };
    case 'GetRolePolicy': {
      const document = role.inline.get(policyName);
      if (document === undefined)
        return { error: 'NoSuchEntity', message: `The role policy ${policyName} cannot be found.` };
      const encoded = encodeURIComponent(document);
      return {
        result: `<RoleName>${name}</RoleName><PolicyName>${escaped(policyName)}</PolicyName><PolicyDocument>${encoded}</PolicyDocument>`,
      };
    }
    default:
      return { error: 'InvalidAction', message: `This emulator has no iam:${action}.` };
  }
}

function createRole(name: string, form: URLSearchParams, account: string, state: LakeState): Answer {
  if (!/^[\w+=,.@-]{1,64}$/.test(name)) return { error: 'ValidationError', message: 'RoleName is not valid.' };
  if (state.roles.has(name)) return { error: 'EntityAlreadyExists', message: `Role with name ${name} already exists.` };
  const trust = form.get('AssumeRolePolicyDocument') ?? '';
  const role: Role = {
    name,
    arn: `arn:aws:iam::${account}:role/${name}`,
    trust,
    attached: new Set(),
    inline: new Map(),
  };
  state.roles.set(name, role);
  return { result: `<Role>${roleXml(role)}</Role>` };
}

function roleXml({ name, arn, trust }: Role): string {
  return (
    `<Path>/</Path><RoleName>${name}</RoleName><RoleId>AROAEXAMPLE</RoleId><Arn>${arn}</Arn>` +
    `<CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${encodeURIComponent(trust)}</AssumeRolePolicyDocument>`
  );
}
