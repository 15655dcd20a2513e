import { StreamError } from '@sluice/connector';
import { SluiceError } from '@sluice/core';

const secretKey =
  /secret|password|passphrase|token|credential|authorization|cookie|private_?key|access_?key|external_?id/i;
const longestText = 1000;
const mostEntries = 50;
const deepest = 4;

/** Fields of a log line as plain JSON: bounded in size, errors as code and message, secrets by name left out. */
export function plainFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields).slice(0, mostEntries)) {
    if (value instanceof Error) Object.assign(plain, errorFields(value));
    else if (value !== undefined) plain[key] = secretKey.test(key) ? '[redacted]' : plainValue(value, 1);
  }
  return plain;
}

function errorFields(error: Error): Record<string, unknown> {
  const known = error instanceof SluiceError || error instanceof StreamError;
  const cause =
    error.cause instanceof Error && !error.message.includes(error.cause.message) ? error.cause.message : undefined;
  return {
    error: plainValue(error.message, 1),
    ...(known ? { error_code: error.code, retryable: error.retryable } : { error_type: error.name }),
    ...(cause === undefined ? {} : { cause: plainValue(cause, 1) }),
  };
}

function plainValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return `[${typeof value}]`;
  if (depth >= deepest) return '[…]';
  if (value instanceof Error) return plainValue(value.message, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((item) => plainValue(item, depth + 1));
  const entries = Object.entries(value).slice(0, mostEntries);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, secretKey.test(key) ? '[redacted]' : plainValue(item, depth + 1)]),
  );
}
