import { FileTypeId, type File, type Fingerprint } from '@sluice/ocsf/1.3.0';
import type { Fields } from './fields.ts';

/** A file by its path, Windows or POSIX. */
export function fileAt(path: string, typeId: FileTypeId = FileTypeId.RegularFile): File {
  const trimmed = isSeparator(path.charCodeAt(path.length - 1)) ? path.slice(0, -1) : path;
  const cut = lastSeparator(trimmed);
  const name = trimmed.slice(cut + 1);
  const file: File = { name: name === '' ? path : name, type_id: typeId, path };
  if (cut > 0) file.parent_folder = trimmed.slice(0, cut);
  const point = name.lastIndexOf('.');
  if (typeId === FileTypeId.RegularFile && point > 0 && point < name.length - 1 && name.length - point <= 20) {
    file.ext = name.slice(point + 1);
  }
  return file;
}

function isSeparator(code: number): boolean {
  return code === 47 || code === 92;
}

/** `cmd.exe` of `C:\Windows\System32\cmd.exe`. */
export function baseName(path: string): string {
  return path.slice(lastSeparator(path) + 1);
}

/** Where it stands; -1 for nowhere. Names are short, so that this is sooner there than `lastIndexOf`. */
function lastSeparator(path: string): number {
  let at = path.length;
  while (at >= 0 && !isSeparator(path.charCodeAt(at))) at--;
  return at;
}

const hashKinds = [
  ['MD5HashData', 1, 32],
  ['SHA1HashData', 2, 40],
  ['SHA256HashData', 3, 64],
] as const;

/** The hashes that a record gives, by the names of its fields before `HashData`; hashes of zeros stand for none. */
export function hashesOf(fields: Fields, prefix = ''): Fingerprint[] | undefined {
  let hashes: Fingerprint[] | undefined;
  for (const [name, algorithm, length] of hashKinds) {
    const value = fields.peek(prefix + name);
    if (value === undefined || value.length !== length || !isHash(value)) continue;
    fields.take(prefix + name);
    hashes ??= [];
    hashes.push({ algorithm_id: algorithm, value });
  }
  return hashes;
}

/** Gives a file, where there is one, the hashes that a record has of it. */
export function takeHashes(file: File | undefined, fields: Fields, prefix?: string): void {
  if (file === undefined) return;
  const hashes = hashesOf(fields, prefix);
  if (hashes !== undefined) file.hashes = hashes;
}

const isZero = 1;
const isOther = 2;
/** By the code of a character: 0 for what is no hexadecimal digit. */
const digitKinds: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === '0') return isZero;
  return /[\da-f]/i.test(character) ? isOther : 0;
});

/** Whether a text is hexadecimal and more than zeros. */
export function isHash(value: string): boolean {
  let kinds = 0;
  for (let at = 0; at < value.length; at++) {
    const kind = digitKinds[value.charCodeAt(at)] ?? 0;
    if (kind === 0) return false;
    kinds |= kind;
  }
  return (kinds & isOther) !== 0;
}
