import type { Attribute, Catalogue } from '@sluice/ocsf';
import type { LeafType } from './column-schema.ts';

/**
 * The column type of an attribute, from the catalogue alone: never from a row, so that it cannot drift.
 *
 * Enum ids, class_uid, category_uid and ports are INT32, as in AWS's own files. Other integers are INT64: real values
 * exceed 32 bits (4294967295 as a user id, 0xC0000005 as an exit code). Times are plain INT64 milliseconds, their `_dt`
 * twins TIMESTAMP. What has no fixed shape becomes JSON text.
 */
export function leafTypeOf(attribute: Attribute, catalogue: Catalogue): LeafType {
  if (attribute.type === 'object_t' || attribute.type === 'json_t') return 'json';
  if (attribute.type === 'timestamp_t') return 'int64';
  if (attribute.type === 'datetime_t') return 'timestamp';
  if (attribute.type === 'port_t') return 'int32';
  return ofPrimitive(primitiveOf(attribute.type, catalogue), attribute);
}

function ofPrimitive(primitive: string, attribute: Attribute): LeafType {
  switch (primitive) {
    case 'boolean_t':
      return 'boolean';
    case 'float_t':
      return 'double';
    case 'integer_t':
      return isSmallInteger(attribute) ? 'int32' : 'int64';
    case 'long_t':
      return 'int64';
    case 'json_t':
      return 'json';
    default:
      return 'string';
  }
}

function isSmallInteger(attribute: Attribute): boolean {
  if (attribute.name === 'type_uid') return false;
  return attribute.enum !== undefined || attribute.name === 'class_uid' || attribute.name === 'category_uid';
}

function primitiveOf(type: string, catalogue: Catalogue): string {
  let name = type;
  for (let depth = 0; depth < 8; depth++) {
    const superType = catalogue.types.get(name)?.superType;
    if (superType === undefined) break;
    name = superType;
  }
  return name;
}
