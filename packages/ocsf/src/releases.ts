/** The OCSF releases that come with this package. */
export type Release = '1.0.0' | '1.1.0' | '1.2.0' | '1.3.0' | '1.4.0' | '1.5.0' | '1.6.0' | '1.7.0' | '1.8.0';

/** Ascending. */
export const releases: readonly Release[] = [
  '1.0.0',
  '1.1.0',
  '1.2.0',
  '1.3.0',
  '1.4.0',
  '1.5.0',
  '1.6.0',
  '1.7.0',
  '1.8.0',
];

export function isRelease(text: string): text is Release {
  return releases.some((release) => release === text);
}
