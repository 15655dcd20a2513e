import { expect, test } from 'vitest';
import { minutesOfZone } from './zone-names.ts';

/** Places whose clocks show the abbreviations, and a day of the year on which they do. */
test.each([
  ['UTC GMT WET', 'Europe/Lisbon', '01-15'],
  ['CET MET MEZ', 'Europe/Berlin', '01-15'],
  ['CEST MEST MESZ', 'Europe/Berlin', '07-15'],
  ['WEST', 'Europe/Lisbon', '07-15'],
  ['WAT', 'Africa/Lagos', '01-15'],
  ['EET', 'Europe/Athens', '01-15'],
  ['EEST', 'Europe/Athens', '07-15'],
  ['CAT', 'Africa/Maputo', '01-15'],
  ['SAST', 'Africa/Johannesburg', '01-15'],
  ['MSK', 'Europe/Moscow', '01-15'],
  ['EAT', 'Africa/Nairobi', '01-15'],
  ['IDT', 'Asia/Jerusalem', '07-15'],
  ['PKT', 'Asia/Karachi', '01-15'],
  ['WIB', 'Asia/Jakarta', '01-15'],
  ['WITA', 'Asia/Makassar', '01-15'],
  ['WIT', 'Asia/Jayapura', '01-15'],
  ['HKT', 'Asia/Hong_Kong', '01-15'],
  ['SGT', 'Asia/Singapore', '01-15'],
  ['PHT', 'Asia/Manila', '01-15'],
  ['JST', 'Asia/Tokyo', '01-15'],
  ['KST', 'Asia/Seoul', '01-15'],
  ['AWST', 'Australia/Perth', '01-15'],
  ['ACST', 'Australia/Adelaide', '07-15'],
  ['ACDT', 'Australia/Adelaide', '01-15'],
  ['AEST', 'Australia/Sydney', '07-15'],
  ['AEDT', 'Australia/Sydney', '01-15'],
  ['NZST', 'Pacific/Auckland', '07-15'],
  ['NZDT', 'Pacific/Auckland', '01-15'],
  ['HST', 'Pacific/Honolulu', '01-15'],
  ['AKST', 'America/Anchorage', '01-15'],
  ['AKDT', 'America/Anchorage', '07-15'],
  ['PST', 'America/Los_Angeles', '01-15'],
  ['PDT', 'America/Los_Angeles', '07-15'],
  ['MST', 'America/Denver', '01-15'],
  ['MDT', 'America/Denver', '07-15'],
  ['CDT', 'America/Chicago', '07-15'],
  ['EST', 'America/New_York', '01-15'],
  ['EDT', 'America/New_York', '07-15'],
  ['ADT', 'America/Halifax', '07-15'],
  ['NST', 'America/St_Johns', '01-15'],
  ['NDT', 'America/St_Johns', '07-15'],
])('%s: that of %s on %s, whatever zone is configured', (names, place, day) => {
  const minutes = minutesOf(place, `2026-${day}T12:00:00Z`);
  for (const name of names.split(' ')) {
    expect([undefined, 0, 60, 330].map((configured) => minutesOfZone(name, configured))).toEqual(
      Array(4).fill(minutes),
    );
  }
});

/** What a clock on a wall of that place shows at an instant, less what one in Greenwich does. */
function minutesOf(place: string, instant: string): number {
  const shown = new Date(instant).toLocaleString('sv', { timeZone: place }).replace(' ', 'T');
  return (Date.parse(`${shown}Z`) - Date.parse(instant)) / 60_000;
}

test.each([
  ['EST', 600],
  ['EDT', 660],
  ['PST', 480],
  ['MST', 480],
])('%s is that of %i minutes where such a zone is configured', (name, minutes) => {
  expect(minutesOfZone(name, minutes)).toBe(minutes);
  expect(minutesOfZone(name, minutes - 30)).not.toBe(minutes - 30);
});

test.each(['IST', 'CST', 'BST', 'AST', 'SST', 'GST', 'WST'])('%s is the configured zone, or not to be told', (name) => {
  expect([330, 0, undefined].map((configured) => minutesOfZone(name, configured))).toEqual([330, 0, Number.NaN]);
});

test.each(['', 'cet', 'INFO', 'ABC', '__proto__', 'constructor'])('"%s" is no zone', (name) => {
  expect([undefined, 60].map((configured) => minutesOfZone(name, configured))).toEqual([undefined, undefined]);
});
