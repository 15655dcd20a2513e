/** More names than this are counted together: what they are called is up to whoever sends. */
const maxNames = 500;
const maxNameLength = 80;

/** Counts the fields that an event keeps in `unmapped`, by class and name, so that a field that a vendor adds is seen. */
export type UnmappedFieldCounter = (unmapped: unknown) => void;

/**
 * Names are those of fields and of fields within them: `network_activity device.owner`. Anything beyond the first 500 of a class
 * is counted under `…`.
 */
export function unmappedFieldCounter(className: string, counts: Record<string, number>): UnmappedFieldCounter {
  const known = new Map<string, FieldName>();
  let size = 0;
  const nameOf = (names: Map<string, FieldName>, above: string, field: string): FieldName => {
    const isFull = size >= maxNames || field.length > maxNameLength;
    const label = isFull ? `${className} …` : `${className} ${above}${field}`;
    const name = { label, within: new Map<string, FieldName>() };
    if (!isFull) {
      size++;
      names.set(field, name);
    }
    return name;
  };
  return (unmapped) => {
    if (!isFields(unmapped)) return;
    for (const field in unmapped) {
      const name = known.get(field) ?? nameOf(known, '', field);
      const value = unmapped[field];
      if (!isFields(value)) counts[name.label] = (counts[name.label] ?? 0) + 1;
      else
        for (const inner in value) {
          const { label } = name.within.get(inner) ?? nameOf(name.within, `${field}.`, inner);
          counts[label] = (counts[label] ?? 0) + 1;
        }
    }
  };
}

interface FieldName {
  readonly label: string;
  readonly within: Map<string, FieldName>;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
