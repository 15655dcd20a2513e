/**
 * Tells an event that a feed brings again from one that was not read yet, by its offset, behind the offset of the last
 * event that is stored. CrowdStrike gives each event of a partition an offset of its own, and they rise: what lies
 * between the first and the last that were read is a repeat. What lies before them was not read here; the numbers have
 * begun anew, and to read it twice is better than to lose it.
 */
export function unreadAfter(stored: number | undefined): (offset: number) => boolean {
  let first = stored ?? Infinity;
  let last = stored ?? -Infinity;
  return (offset) => {
    if (offset >= first && offset <= last) return false;
    first = Math.min(first, offset);
    last = offset;
    return true;
  };
}
