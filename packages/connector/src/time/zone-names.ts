/** Minutes east of UTC of the abbreviations that nearly everybody means the same zone by. */
const usual: ReadonlyMap<string, number> = new Map([
  ...named(0, 'UTC GMT WET'),
  ...named(60, 'CET MET MEZ WEST WAT'),
  ...named(120, 'CEST MEST MESZ EET CAT SAST'),
  ...named(180, 'EEST MSK EAT IDT'),
  ...named(300, 'PKT'),
  ...named(420, 'WIB'),
  ...named(480, 'HKT SGT AWST WITA PHT'),
  ...named(540, 'JST KST WIT'),
  ...named(570, 'ACST'),
  ...named(600, 'AEST'),
  ...named(630, 'ACDT'),
  ...named(660, 'AEDT'),
  ...named(720, 'NZST'),
  ...named(780, 'NZDT'),
  ...named(-600, 'HST'),
  ...named(-540, 'AKST'),
  ...named(-480, 'AKDT PST'),
  ...named(-420, 'PDT MST'),
  ...named(-360, 'MDT'),
  ...named(-300, 'CDT EST'),
  ...named(-240, 'EDT'),
  ...named(-210, 'NST'),
  ...named(-180, 'ADT'),
  ...named(-150, 'NDT'),
]);

/** What some of them are called for elsewhere: the east of Australia, the Philippines, Malaysia. */
const elsewhere: ReadonlyMap<string, number> = new Map([
  ...named(600, 'EST'),
  ...named(660, 'EDT'),
  ...named(480, 'PST MST'),
]);

/** Those that stand for several: of India, Israel and Ireland; of China, Cuba and the middle of America… */
const ambiguous: ReadonlySet<string> = new Set(['IST', 'CST', 'BST', 'AST', 'SST', 'GST', 'WST']);

function named(minutes: number, names: string): readonly (readonly [name: string, minutes: number])[] {
  return names.split(' ').map((name) => [name, minutes] as const);
}

/**
 * Minutes east of UTC that an abbreviation behind a time says: `60` for `CET`. `configured` is what the zone that the user
 * named for the sender has at that time, undefined where the user named none: it decides between the zones that an
 * abbreviation may stand for. NaN where nothing does; undefined for what is no such abbreviation, in capitals.
 */
export function minutesOfZone(name: string, configured: number | undefined): number | undefined {
  const minutes = usual.get(name);
  if (minutes !== undefined)
    return configured !== undefined && elsewhere.get(name) === configured ? configured : minutes;
  return ambiguous.has(name) ? (configured ?? Number.NaN) : undefined;
}
