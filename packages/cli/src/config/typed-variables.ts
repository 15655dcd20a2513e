import type { ConfigDocument } from './document.ts';
import { setAt } from './issue.ts';
import { walkValues, type JsonSchema } from './json-schema.ts';
import type { Path } from './problem.ts';

/**
 * A copy of a part of the configuration in which variables have the type that their place asks for: text stays text,
 * but where the schema takes only numbers or only true and false, what the variable holds is read as such.
 */
export function typedVariables(value: unknown, schema: JsonSchema, document: ConfigDocument, base: Path): unknown {
  const copy: unknown = structuredClone(value);
  for (const place of walkValues(schema, copy)) {
    if (typeof place.value !== 'string' || !document.isInterpolated([...base, ...place.path])) continue;
    const typed = typedValue(place.value, typesOf(place.schemas));
    if (typed !== undefined) setAt(copy, place.path, typed);
  }
  return copy;
}

function typedValue(text: string, types: ReadonlySet<unknown>): number | boolean | undefined {
  if (types.has('string')) return undefined;
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  const isNumber = types.has('integer') || types.has('number');
  return isNumber && /^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}

function typesOf(schemas: readonly JsonSchema[]): ReadonlySet<unknown> {
  return new Set(schemas.flatMap((schema) => schema['type'] ?? []));
}
