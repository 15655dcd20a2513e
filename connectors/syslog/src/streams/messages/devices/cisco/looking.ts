/** Commands of Cisco's devices that only look, by their first word. */
export const looking: ReadonlySet<string> = new Set([
  'show',
  'dir',
  'more',
  'ping',
  'traceroute',
  'pwd',
  'verify',
  'packet-tracer',
]);
