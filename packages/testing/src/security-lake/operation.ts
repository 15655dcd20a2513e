import type { z } from 'zod';
import type { EmulatorRequest } from './http.ts';
import type { Home } from './resource-names.ts';
import { badRequest } from './service-error.ts';
import type { LakeState } from './state.ts';

/** What an operation knows beside its input. */
export interface Call {
  /** The account of the lake, and the region that the request was signed for. */
  readonly home: Home;
  readonly state: LakeState;
  readonly now: () => number;
  /** Entries of a page where the request does not say. */
  readonly pageSize: number;
}

export interface Operation {
  readonly name: string;
  readonly method: string;
  /** With labels: `/v1/subscribers/{subscriberId}`. */
  readonly path: string;
  /** Checks the input and runs. Throws a ServiceError. */
  answer(request: EmulatorRequest, labels: ReadonlyMap<string, string>, call: Call): object;
}

export interface Definition<Input extends z.ZodType> {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly input: Input;
  /** Members that travel in the query. */
  readonly query?: Readonly<Record<string, 'text' | 'integer' | 'list'>>;
  run(input: z.output<Input>, call: Call): object;
}

/** An operation whose input is checked before it runs. */
export function operation<Input extends z.ZodType>(definition: Definition<Input>): Operation {
  const { name, method, path, input, query = {} } = definition;
  return {
    name,
    method,
    path,
    answer(request, labels, call) {
      const parsed = input.safeParse({
        ...bodyOf(request.body),
        ...queryOf(request.query, query),
        ...Object.fromEntries(labels),
      });
      if (parsed.success) return definition.run(parsed.data, call);
      const [issue] = parsed.error.issues;
      throw badRequest(`${issue?.path.join('.') || 'input'}: ${issue?.message ?? 'is not valid'}`);
    },
  };
}

/** Null is absence in this protocol. */
function bodyOf(body: string): object {
  if (body === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body, (_, member: unknown) => (member === null ? undefined : member));
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('The body has to be a JSON object.');
  return value;
}

function queryOf(query: URLSearchParams, members: NonNullable<Definition<z.ZodType>['query']>): object {
  const found = Object.entries(members).filter(([member]) => query.has(member));
  return Object.fromEntries(
    found.map(([member, kind]) => {
      const text = query.get(member) ?? '';
      if (kind === 'list') return [member, query.getAll(member)];
      return [member, kind === 'integer' && /^-?\d{1,15}$/.test(text) ? Number(text) : text];
    }),
  );
}
