import { Fields, isObject } from './fields.ts';

const prefix = 'aws/guardduty/service/';
/** GuardDuty writes some dozens of names, of up to seven parts. */
const mostNames = 500;
const mostParts = 12;

/**
 * What GuardDuty tells among `ProductFields`, one name for each value
 * (`aws/guardduty/service/action/awsApiCallAction/api`), as objects with names as the format itself writes them
 * (`Action.AwsApiCallAction.Api`): GuardDuty's older findings have no `Action`, and none says there which process it was.
 * Undefined where nothing is told.
 */
export function guardDutyOf(finding: Fields): Fields | undefined {
  const given = finding.peek('ProductFields');
  if (!isObject(given)) return undefined;
  const names = Object.keys(given).filter((name) => name.startsWith(prefix));
  if (names.length === 0 || names.length > mostNames) return undefined;
  const service: Node = Object.create(null);
  for (const name of names) put(service, name.slice(prefix.length).split('/'), given[name]);
  return new Fields(service);
}

interface Node {
  [name: string]: unknown;
}

function put(service: Node, parts: readonly string[], value: unknown): void {
  if (parts.length > mostParts) return;
  let node = service;
  for (const part of parts.slice(0, -1)) node = inner(node, part);
  const last = capital(parts.at(-1) ?? '');
  // A name that is also the beginning of others says nothing of its own.
  if (!isObject(node[last])) node[last] = valueOf(last, value);
}

/** The object of this name; the first, second … of a list is written `portProbeDetails.0_`. */
function inner(node: Node, part: string): Node {
  const [, listed, index] = /^(.{1,64})\.(\d{1,2})_$/.exec(part) ?? [];
  if (listed === undefined) return child(node, capital(part));
  const name = capital(listed);
  const list: unknown[] = Array.isArray(node[name]) ? node[name] : [];
  node[name] = list;
  const found = list[Number(index)];
  if (isNode(found)) return found;
  const made: Node = Object.create(null);
  list[Number(index)] = made;
  return made;
}

function child(node: Node, name: string): Node {
  const found = node[name];
  if (isNode(found)) return found;
  const made: Node = Object.create(null);
  node[name] = made;
  return made;
}

function isNode(value: unknown): value is Node {
  return isObject(value);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** All are texts here; elsewhere in the format these are truth values and numbers. */
function valueOf(name: string, value: unknown): unknown {
  if (name === 'Blocked') return value === 'true' ? true : value === 'false' ? false : value;
  return (name === 'Lat' || name === 'Lon') && /^-?\d{1,3}(?:\.\d{1,12})?$/.test(String(value)) ? Number(value) : value;
}
