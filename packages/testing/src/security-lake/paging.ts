import { createHash } from 'node:crypto';
import type { Call } from './operation.ts';
import { badRequest } from './service-error.ts';

export interface PageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly nextToken?: string;
}

const tokenLifetimeMs = 24 * 60 * 60_000;

/**
 * One page of a list. A token belongs to the question that it answered (the same operation, the same filters) and
 * expires after 24 hours; any other is refused.
 */
export function pageOf<Entry>(
  all: readonly Entry[],
  { maxResults, nextToken, ...filters }: PageRequest & object,
  operation: string,
  call: Call,
): Page<Entry> {
  const question = createHash('sha256')
    .update(JSON.stringify([operation, filters]))
    .digest('base64url')
    .slice(0, 16);
  const start = nextToken === undefined ? 0 : offsetOf(nextToken, question, call.now());
  const end = start + (maxResults ?? call.pageSize);
  const entries = all.slice(start, end);
  return end < all.length ? { entries, nextToken: tokenOf(end, question, call.now()) } : { entries };
}

function tokenOf(offset: number, question: string, now: number): string {
  return Buffer.from(JSON.stringify([offset, question, now])).toString('base64url');
}

function offsetOf(token: string, question: string, now: number): number {
  const [offset, asked, issuedAt] = partsOf(token);
  if (!Number.isSafeInteger(offset) || asked !== question || typeof issuedAt !== 'number') throw invalidToken();
  if (now - issuedAt > tokenLifetimeMs) throw invalidToken();
  return Number(offset);
}

function partsOf(token: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function invalidToken(): Error {
  return badRequest('InvalidToken: nextToken is not one of this list, or is older than 24 hours.');
}
