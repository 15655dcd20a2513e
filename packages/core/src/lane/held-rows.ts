import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import type { HeldObject, Packer } from '../lake/packer.ts';
import type { StagedObject } from '../state/state-store.ts';
import type { SealedObject, SealOrder } from './lane.ts';
import type { LocalLaneOptions } from './local-lane.ts';
import type { Sealer } from './seal.ts';
import { staged } from './staged.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Puts what came to an object that stays open into a file, and names all files that hold its rows. */
export async function sealHeld(
  { staging }: Sealer,
  { flush }: SealOrder,
  { object: { source, partition }, late, came }: HeldObject,
  file: string,
): Promise<readonly SealedObject[]> {
  late.since ??= flush;
  if (came.rows > 0) {
    const bytes = await compress(came.text);
    const { body } = await staged(staging, file, (sink) => sink.write(bytes));
    late.hold({ file, byteLength: bytes.length, rows: came.rows, body });
  }
  const { since } = late;
  return late.files.map(({ body = { chunks: [], byteLength: 0 }, ...held }) => ({
    ...held,
    since,
    kind: 'held',
    source: source.name,
    className: source.class,
    account: partition.account,
    eventDay: partition.eventDay,
    key: '',
    minTime: 0,
    maxTime: 0,
    body,
  }));
}

interface Destination {
  readonly packer: Packer;
  readonly deadLetters: DeadLetterBuffer;
}

/** Opens an object again with the rows of one of its files. What has no source any more becomes a dead letter. */
export async function restoreHeld(
  { pipeline, connector, stream, region }: LocalLaneOptions,
  { packer, deadLetters }: Destination,
  { source, account, eventDay, file, byteLength, rows, since = 0 }: StagedObject,
  bytes: Uint8Array,
): Promise<void> {
  const lines = (await decompress(bytes)).toString().trimEnd().split('\n');
  for (const line of lines) {
    const refusal = packer.restore(JSON.parse(line) as Record<string, unknown>, since);
    if (refusal === undefined) continue;
    deadLetters.add({
      reason: refusal.code,
      detail: refusal.detail,
      stage: 'conform',
      pipeline,
      connector: connector.name,
      connector_version: connector.version,
      stream: stream.name,
      received_at: new Date(0).toISOString(),
      origin: { transport: 'held' },
      raw: line,
    });
  }
  packer.restored(source, { region, account, eventDay }, { file, byteLength, rows });
}
