import { ParquetError } from '../errors.ts';

export interface PathSegment {
  readonly name: string;
  /** Whether `[]` follows the name. */
  readonly each: boolean;
}

const segmentPattern = /^([A-Za-z_][A-Za-z0-9_]{0,127})(\[\])?$/;
const maxSegments = 12;

/** Reads `auth_factors[].factor_type_id`. */
export function parseColumnPath(path: string): readonly PathSegment[] {
  const parts = path.split('.', maxSegments + 1);
  if (parts.length > maxSegments) {
    throw new ParquetError(
      'column_path',
      `Column ${path.slice(0, 80)}… has more than ${maxSegments} levels. Declare the object above it; it becomes one JSON column.`,
    );
  }
  return parts.map((part) => parseSegment(part, path));
}

function parseSegment(part: string, path: string): PathSegment {
  const match = segmentPattern.exec(part);
  if (match?.[1] === undefined) {
    throw new ParquetError(
      'column_path',
      `Column "${path.slice(0, 80)}" is not a path. Write attribute names with dots between them and [] after an array: src_endpoint.ip, auth_factors[].factor_type_id.`,
    );
  }
  return { name: match[1], each: match[2] !== undefined };
}
