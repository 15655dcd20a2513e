import { readFileSync } from 'node:fs';
import { OcsfError } from '../errors.ts';

/** A parsed JSON object. Only ever read with the functions below, so that no key is looked up on a prototype. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function readJsonFile(path: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new OcsfError('schema_unreadable', `Cannot read ${path} as JSON. Is this an OCSF schema folder?`, { cause });
  }
  if (!isJsonObject(parsed)) throw new OcsfError('schema_invalid', `${path} must hold a JSON object.`);
  return parsed;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueOf(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function textOf(object: JsonObject, key: string): string | undefined {
  const value = valueOf(object, key);
  return typeof value === 'string' ? value : undefined;
}

export function integerOf(object: JsonObject, key: string): number | undefined {
  const value = valueOf(object, key);
  return Number.isInteger(value) ? Number(value) : undefined;
}

export function textsOf(object: JsonObject, key: string): readonly string[] | undefined {
  const value = valueOf(object, key);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

export function objectOf(object: JsonObject, key: string): JsonObject {
  const value = valueOf(object, key);
  return isJsonObject(value) ? value : {};
}
