/**
 * The findings of a file, each as JSON text: a file is one JSON document (a finding, a list, `{"Findings": […]}`), or JSON
 * lines. A line that is no JSON is a record too; the pipeline rejects it and keeps it.
 */
export function* findingsIn(bytes: Buffer): Iterable<Uint8Array> {
  const document = parsed(bytes.toString('utf8'));
  if (document === undefined) yield* linesOf(bytes);
  else if (!Array.isArray(listIn(document))) yield bytes;
  else for (const finding of listIn(document) ?? []) yield Buffer.from(JSON.stringify(finding));
}

function listIn(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document;
  const { Findings: findings } = Object(document) as { Findings?: unknown };
  return Array.isArray(findings) ? findings : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function* linesOf(bytes: Buffer): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.subarray(start, bytes[end - 1] === 0x0d ? end - 1 : end);
    if (line.some((byte) => byte > 0x20)) yield line;
    start = end + 1;
  }
}
