import type { ApiModel, Member, ModelOperation, Shape } from './api-model.ts';

/** One request, and what the model says of it. */
export interface ModelCase {
  readonly operation: ModelOperation;
  /** What is special about it: `CreateSubscriber subscriberIdentity.externalId "x"`. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly isValid: boolean;
}

/** Values that fit the patterns of the model, by shape. */
const samples: Readonly<Record<string, unknown>> = {
  AmazonResourceName: 'arn:aws:securitylake:us-east-1:111122223333:data-lake/default',
  AwsAccountId: '111122223333',
  AwsLogSourceVersion: '2.0',
  AwsPrincipal: '444455556666',
  HttpsNotificationConfigurationEndpointString: 'https://siem.example.com/',
  Region: 'us-east-1',
  RoleArn: 'arn:aws:iam::111122223333:role/crawler',
  S3URI: 's3://bucket/ext/app/',
  UUID: '01234567-89ab-cdef-0123-456789abcdef',
};
const oddTexts = [
  '',
  'a',
  '1',
  'A',
  '_',
  ' ',
  '"',
  'ü',
  'a b',
  'a\n',
  'a:b',
  'a/b',
  '../..',
  '<',
  '{}',
  '1.0',
  'arn:aws:iam::1:role/x',
  'us-east',
  '012345678901',
];

/** For every member of every input, as deep as they go: one too few, one too many, and texts of all sorts. */
export function* modelCases(model: ApiModel): Generator<ModelCase> {
  for (const operation of Object.values(model.operations)) {
    const shape = operation.input.shape;
    const whole = sampleOf(model, shape) as Record<string, unknown>;
    yield { operation, name: `${operation.name} whole`, input: whole, isValid: true };
    for (const { path, value, isValid } of variants(model, shape, [])) {
      const input = withValue(whole, path, value) as Record<string, unknown>;
      yield {
        operation,
        name: `${operation.name} ${path.join('.')} ${JSON.stringify(value)?.slice(0, 60)}`,
        input,
        isValid,
      };
    }
  }
}

type Path = readonly (string | number)[];

interface Variant {
  readonly path: Path;
  /** Undefined: the member is left out. */
  readonly value: unknown;
  readonly isValid: boolean;
}

function* variants(model: ApiModel, name: string, path: Path): Generator<Variant> {
  const shape = shapeOf(model, name);
  switch (shape.type) {
    case 'structure': {
      const [first] = Object.keys(shape.members ?? {});
      for (const [key, member] of Object.entries(shape.members ?? {})) {
        if (shape.union === true && key !== first) continue;
        const isRequired = shape.required?.includes(key) === true;
        if (member.location !== 'uri')
          yield { path: [...path, key], value: undefined, isValid: !isRequired && shape.union !== true };
        yield* variants(model, member.shape, [...path, key]);
      }
      return;
    }
    case 'list': {
      const item = shape.member?.shape ?? '';
      for (const size of [0, 1, shape.min, shape.max, (shape.min ?? 0) - 1, (shape.max ?? 59) + 1]) {
        if (size === undefined || size < 0) continue;
        const value = Array.from({ length: size }, () => sampleOf(model, item));
        yield { path, value, isValid: size >= (shape.min ?? 0) && size <= (shape.max ?? Infinity) };
      }
      yield* variants(model, item, [...path, 0]);
      return;
    }
    case 'string':
      for (const value of textsFor(shape)) yield { path, value, isValid: fits(value, shape) };
      yield { path, value: 7, isValid: false };
      return;
    case 'integer':
    case 'long':
      for (const value of [shape.min, shape.max, (shape.min ?? 1) - 1, (shape.max ?? 1e9) + 1, 1.5, 'x'])
        if (value !== undefined) yield { path, value, isValid: isWithin(value, shape) };
      return;
    case 'timestamp':
  }
}

function textsFor(shape: Shape): readonly string[] {
  const ofLength = (length: number | undefined): readonly string[] =>
    length === undefined || length < 0 ? [] : ['a'.repeat(length)];
  return [
    ...new Set([
      ...oddTexts,
      ...(shape.enum ?? []),
      ...ofLength(shape.min),
      ...ofLength(shape.max),
      ...ofLength((shape.max ?? -2) + 1),
    ]),
  ];
}

function fits(text: string, { min = 0, max = Infinity, pattern, enum: allowed }: Shape): boolean {
  if (text.length < min || text.length > max) return false;
  return (pattern === undefined || new RegExp(pattern).test(text)) && (allowed === undefined || allowed.includes(text));
}

function isWithin(value: unknown, { min = -Infinity, max = Infinity }: Shape): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

/** A value with every member, valid by the model. */
function sampleOf(model: ApiModel, name: string): unknown {
  const shape = shapeOf(model, name);
  if (Object.hasOwn(samples, name)) return samples[name];
  switch (shape.type) {
    case 'structure': {
      const members = Object.entries(shape.members ?? {}).slice(0, shape.union === true ? 1 : undefined);
      return Object.fromEntries(members.map(([key, member]) => [key, sampleOf(model, member.shape)]));
    }
    case 'list':
      return [sampleOf(model, shape.member?.shape ?? '')];
    case 'string':
      return shape.enum?.[0] ?? (fits('AB', shape) ? 'AB' : 'ab');
    case 'integer':
    case 'long':
      return shape.min ?? 1;
    case 'timestamp':
      return '2026-03-01T00:00:00Z';
  }
}

function withValue(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item: unknown, index) => (index === key ? withValue(item, rest, value) : item));
  const record = whole as Readonly<Record<string, unknown>>;
  return { ...record, [key]: withValue(record[key], rest, value) };
}

function shapeOf(model: ApiModel, name: string): Shape {
  const shape = model.shapes[name];
  if (shape === undefined) throw new Error(`The model has no shape ${name}.`);
  return shape;
}

/** Where a member of an input travels. */
export function membersOf(model: ApiModel, { input }: ModelOperation): Readonly<Record<string, Member>> {
  return shapeOf(model, input.shape).members ?? {};
}
