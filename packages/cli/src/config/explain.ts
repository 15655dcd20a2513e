import type { ConfigDocument } from './document.ts';
import { valueAt, type Issue } from './issue.ts';
import { constantsAt, descriptionAt, knownKeys, type JsonSchema } from './json-schema.ts';
import { nearestName } from '@sluice/ocsf';
import { pathText, type Path, type Problem } from './problem.ts';

/** What a complaint is explained with. */
export interface Explanation {
  readonly document: ConfigDocument;
  /** Schema of the part of the file that the issues are about. */
  readonly schema: JsonSchema;
  /** Path of that part; the paths of the issues begin below it. */
  readonly base: Path;
}

/** Problems that a person can mend, from the complaints of a validator. */
export function explain(issues: readonly Issue[], explanation: Explanation): readonly Problem[] {
  return issues.flatMap((issue) => explainOne(issue, explanation));
}

function explainOne(issue: Issue, { document, schema, base }: Explanation): readonly Problem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => unknownKey(key, path, knownKeys(schema, issue.path), document));
  }
  const isMissing = valueAt(document.value, path) === undefined && issue.code !== 'custom';
  if (isMissing && path.length > 0) return [missingKey(path, descriptionAt(schema, issue.path), document)];
  if (issue.code === 'invalid_key') return [badKey(issue, path, document)];
  const value = valueAt(document.value, path);
  // Of a rule about a whole mapping or list, "found a mapping" would say nothing.
  const isObvious = value === undefined || (typeof value === 'object' && value !== null && !isTypeIssue(issue));
  const shown = isObvious ? '' : `, found ${found(path, document)}`;
  const suggestion = suggestionFor(issue, value, schema);
  return [
    {
      severity: 'error',
      code: isTypeIssue(issue) ? 'wrong_type' : 'wrong_value',
      path: pathText(path),
      message: `${nameOf(path)}: ${expectation(issue, schema)}${shown}${didYouMean(suggestion)}`,
      position: document.positionOfValue(path),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

function unknownKey(key: string, parent: Path, known: readonly string[], document: ConfigDocument): Problem {
  if (known.includes(key)) return misplacedKey(key, parent, document);
  const suggestion = nearestName(key, known);
  const remedy = suggestion === undefined ? `; known here: ${known.join(', ') || 'none'}` : didYouMean(suggestion);
  return {
    severity: 'error',
    code: 'unknown_key',
    path: pathText([...parent, key]),
    message: `unknown key "${short(key)}" in ${nameOf(parent)}${remedy}`,
    position: document.positionOfKey([...parent, key]),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A key of another form of the same mapping: `bucket` beside `folder`. */
function misplacedKey(key: string, parent: Path, document: ConfigDocument): Problem {
  const value = valueAt(document.value, parent);
  const others = Object.keys(typeof value === 'object' && value !== null ? value : {}).filter((other) => other !== key);
  return {
    severity: 'error',
    code: 'unknown_key',
    path: pathText([...parent, key]),
    message: `key "${key}" does not go with the other keys of ${nameOf(parent)} (${others.join(', ')})`,
    position: document.positionOfKey([...parent, key]),
  };
}

function missingKey(path: Path, description: string | undefined, document: ConfigDocument): Problem {
  const parent = path.slice(0, -1);
  const what = description === undefined ? '' : `: ${firstSentence(description)}`;
  return {
    severity: 'error',
    code: 'missing_key',
    path: pathText(path),
    message: `missing key "${String(path.at(-1))}" in ${nameOf(parent)}${what}`,
    position: document.positionOfKey(parent),
  };
}

function badKey(issue: Issue, path: Path, document: ConfigDocument): Problem {
  const reason = issue.issues?.[0]?.message ?? 'not a valid name';
  return {
    severity: 'error',
    code: 'wrong_value',
    path: pathText(path),
    message: `name "${short(String(path.at(-1)))}" in ${nameOf(path.slice(0, -1))}: ${reason}`,
    position: document.positionOfKey(path),
  };
}

function expectation(issue: Issue, schema: JsonSchema): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('expected')
        ? issue.message
        : `expected ${typeName(issue.expected ?? '')}${hint(schema, issue.path)}`;
    case 'invalid_value':
      return `expected ${listed(issue.values ?? [])}`;
    case 'invalid_union':
      if (issue.discriminator !== undefined) return `expected ${listed(constantsAt(schema, issue.path))}`;
      return `expected ${unionOf(issue)}${hint(schema, issue.path)}`;
    case 'too_small':
    case 'too_big':
      return issue.message.startsWith('expected') ? issue.message : bound(issue);
    default:
      return issue.message;
  }
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}

function bound(issue: Issue): string {
  const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (issue.origin === 'string') return `expected ${limit} characters`;
  return issue.origin === 'array' || issue.origin === 'set' ? `expected ${limit} entries` : `expected ${limit}`;
}

function unionOf(issue: Issue): string {
  const expected = (issue.errors ?? []).map((issues) => typeName(issues[0]?.expected ?? 'another value'));
  return [...new Set(expected)].join(' or ');
}

function hint(schema: JsonSchema, path: Path): string {
  const keys = knownKeys(schema, path);
  return keys.length === 0 ? '' : ` (keys: ${keys.join(', ')})`;
}

function suggestionFor(issue: Issue, value: unknown, schema: JsonSchema): string | undefined {
  if (typeof value !== 'string') return undefined;
  const known = issue.discriminator === undefined ? (issue.values ?? []) : constantsAt(schema, issue.path);
  return nearestName(
    value,
    known.filter((candidate) => typeof candidate === 'string'),
  );
}

/** What stands in the file, short. The value of a variable may be a secret: then the name of the variable is shown. */
function found(path: Path, document: ConfigDocument): string {
  if (document.isInterpolated(path)) return `the value of ${short(document.sourceOf(path) ?? 'a variable')}`;
  const value = valueAt(document.value, path);
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return JSON.stringify(short(value));
  return `the ${typeof value} ${short(document.sourceOf(path) ?? JSON.stringify(value) ?? '')}`;
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
    record: 'a mapping',
    null: 'nothing',
  };
  return names[expected] ?? expected;
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type' || (issue.code === 'invalid_union' && issue.discriminator === undefined);
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'the configuration' : pathText(path);
}

export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : `; did you mean "${suggestion}"?`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  const sentence = end === -1 ? text.replace(/\.$/, '') : text.slice(0, end);
  return /^[A-Z](?:[a-z]|\s)/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
