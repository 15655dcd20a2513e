type JsonObject = Record<string, unknown>;

/** A small change in one place of an event: of a kind that a rule of the catalogue may or may not mind. */
export function nudge(event: JsonObject, random: () => number): void {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const objects = objectsIn(event);
  const object = pick(objects.filter((item) => !Object.isFrozen(item)));
  if (object === undefined) return;
  const key = pick(Object.keys(object)) ?? 'name';
  switch (Math.floor(random() * 8)) {
    case 0:
      delete object[key];
      break;
    case 1:
      object[key] = null;
      break;
    case 2:
      object[pick(wellKnown) ?? 'name'] = pick(plainValues());
      break;
    case 3:
      // The same object in a second place.
      object[key] = pick(objects);
      break;
    case 4:
      Object.freeze(object);
      break;
    case 5:
      object[key] = [object[key]];
      break;
    default:
      object[key] = nudged(object[key], random);
  }
}

/** Names that many definitions have, with other meanings in each. */
const wellKnown: readonly string[] = [
  'activity_id activity_name category_uid category_name class_uid class_name type_uid type_name time time_dt version',
  'name uid type type_id status status_id severity severity_id ip port hostname desc priority user metadata',
  'profiles observables unmapped zz',
].flatMap((names) => names.split(' '));

const plainValues = (): readonly unknown[] =>
  [
    [0, 1, 2, 99, -1, 1.5, 65_536, 2 ** 40, 2 ** 63, 2 ** 64, -0, 8.7e15],
    ['', '0', '99', 'Other', 'Unknown', 'x', '192.0.2.1', '2026-01-02T03:04:05Z', '1.3.0', '1.8.0', 'cloud'],
    [null, true, {}, { name: 'x' }, 'x'.repeat(66_000)],
    [[[]], [['x']], [[0, 99]]].flat(),
  ].flat();

function nudged(value: unknown, random: () => number): unknown {
  const among = (values: readonly unknown[]): unknown => values[Math.floor(random() * values.length)];
  if (typeof value === 'number')
    return among([value + 1, 99, 0, value + 0.5, String(value), -value, 2 ** 33, undefined]);
  if (typeof value === 'string')
    return among([`${value} `, '', value.toUpperCase(), value.repeat(3), 'Other', Number(value), '::1', undefined]);
  return among(plainValues());
}

function objectsIn(event: JsonObject): readonly JsonObject[] {
  const found: JsonObject[] = [event];
  for (const object of found) {
    if (found.length > 200) break;
    for (const value of Object.values(object).flat()) {
      if (isPlain(value) && !found.includes(value)) found.push(value);
    }
  }
  return found;
}

function isPlain(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
