/** The last part of a path of Unix or Windows; the whole text where there is none. */
export function fileNameOf(path: string): string {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path.slice(at + 1);
  return name === '' ? path : name;
}
