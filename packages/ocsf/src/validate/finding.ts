import type { FindingCode, Severity } from './codes.ts';
import { nearestName } from '../nearest-name.ts';
import { messageOf } from './message.ts';

/** What is wrong with an event, in one place of it. */
export interface Finding {
  readonly severity: Severity;
  /** As the schema server names it. */
  readonly code: FindingCode;
  /** `answers[0].rdata`; empty for the event as a whole. */
  readonly path: string;
  /** One sentence for a person: path, what was found, what is allowed, and the nearest valid name. */
  readonly message: string;
  /** The value that was found, shortened. Absent where there is none. */
  readonly found?: string;
  /** What would be right. */
  readonly expected?: string | undefined;
  /** The valid name that was probably meant. */
  readonly nearest?: string | undefined;
}

/** What a finding is made of. Text that only a reader needs is made when it is read. */
export interface FindingParts {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly path: string;
  readonly found: string | undefined;
  readonly expected: string | (() => string) | undefined;
  /** A misspelt name, and the names that would be right. */
  readonly misspelt?: { readonly name: string; readonly known: () => Iterable<string> };
}

/** A finding whose sentences are made when they are asked for: most are only counted. */
export class LazyFinding implements Finding {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly path: string;
  readonly found?: string;
  readonly #expected: FindingParts['expected'];
  readonly #misspelt: FindingParts['misspelt'];

  constructor(parts: FindingParts) {
    this.severity = parts.severity;
    this.code = parts.code;
    this.path = parts.path;
    if (parts.found !== undefined) this.found = parts.found;
    this.#expected = parts.expected;
    this.#misspelt = parts.misspelt;
  }

  get expected(): string | undefined {
    return typeof this.#expected === 'function' ? this.#expected() : this.#expected;
  }

  get nearest(): string | undefined {
    return this.#misspelt === undefined ? undefined : nearestName(this.#misspelt.name, this.#misspelt.known());
  }

  get message(): string {
    return messageOf(this);
  }

  toJSON(): Finding {
    const { severity, code, path, message, found, expected, nearest } = this;
    return {
      severity,
      code,
      path,
      message,
      ...(found === undefined ? {} : { found }),
      ...(expected === undefined ? {} : { expected }),
      ...(nearest === undefined ? {} : { nearest }),
    };
  }
}

const maxFoundLength = 80;

/** A value in a few words, whatever its size. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > maxFoundLength
        ? `${JSON.stringify(value.slice(0, maxFoundLength))}…`
        : JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `an array of ${value.length}` : 'an object';
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return typeof value;
  }
}
