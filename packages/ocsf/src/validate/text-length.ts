const plain = /^[ -~]*$/;

/** Characters as a reader counts them (grapheme clusters), counted no further than just past `limit`. */
export function textLength(text: string, limit: number): number {
  if (text.length <= limit || plain.test(text)) return text.length;
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  let length = 0;
  for (const _ of segments) if (++length > limit) break;
  return length;
}
