import type { Connector } from '@sluice/connector';
import { builtInConnectors } from './built-in.ts';
import { findConnector } from './find-connector.ts';
import type { JsonSchema } from './json-schema.ts';
import { configJsonSchema } from './schema.ts';

/**
 * JSON Schema of the configuration for editors: the settings of each built-in connector are known too, so that they
 * are completed and checked while they are typed.
 */
export async function publishedSchema(): Promise<JsonSchema> {
  const schema: Mutable = structuredClone(configJsonSchema());
  const pipeline = at(schema, ['properties', 'pipelines', 'additionalProperties']);
  const connector = at(pipeline, ['properties', 'connector']);
  const connectors = await loadBuiltIn();
  connector['anyOf'] = [{ enum: Object.keys(builtInConnectors) }, { type: 'string' }];
  pipeline['allOf'] = connectors.flatMap(([name, found]) =>
    found.streams.map((stream) => whenChosen(name, found, stream.name)),
  );
  const { $schema: dialect, ...rest } = schema;
  return { $schema: dialect, ...rest };
}

type Mutable = Record<string, unknown>;

async function loadBuiltIn(): Promise<readonly (readonly [string, Connector])[]> {
  return Promise.all(
    Object.keys(builtInConnectors).map(async (name) => {
      const answer = await findConnector(name, '.');
      if (!('connector' in answer)) throw new Error(answer.reason);
      return [name, answer.connector] as const;
    }),
  );
}

/** What holds for `config` and `sources` of a pipeline of this stream. */
function whenChosen(name: string, connector: Connector, streamName: string): JsonSchema {
  const stream = connector.streams.find((candidate) => candidate.name === streamName);
  if (stream === undefined) return {};
  const isOnly = connector.streams.length === 1;
  // A pipeline without `stream` has the default one; the condition of the others asks for their name.
  const isDefault = isOnly || connector.defaultStream === streamName;
  const { $schema: _, ...config } = stream.config['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  if (JSON.stringify(config).includes('"$ref"'))
    throw new Error(`Settings of ${name}/${streamName} use $ref, which cannot be put into another schema as it is.`);
  return {
    if: {
      properties: { connector: { const: name }, ...(isOnly ? {} : { stream: { const: streamName } }) },
      required: ['connector', ...(isDefault ? [] : ['stream'])],
    },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: {
      properties: {
        stream: { enum: connector.streams.map((candidate) => candidate.name) },
        config: { ...config, description: stream.description },
        sources: { propertyNames: { enum: stream.emits.map((emitted) => emitted.class) } },
      },
      ...(hasRequired(config) ? { required: ['config'] } : {}),
    },
  };
}

function hasRequired(config: JsonSchema): boolean {
  const required = config['required'];
  return Array.isArray(required) && required.length > 0;
}

function at(schema: Mutable, path: readonly string[]): Mutable {
  let found: unknown = schema;
  for (const key of path) found = (found as Mutable)[key];
  return found as Mutable;
}
