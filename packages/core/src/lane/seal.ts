import type { DeadLetterBuffer } from '../dead-letters/dead-letter-buffer.ts';
import { objectKey } from '../lake/object-key.ts';
import type { Generation, OpenObject } from '../lake/packer.ts';
import { dayNumber, eventDay } from '../lake/partition.ts';
import type { SealedObject, SealOrder } from './lane.ts';
import { sealHeld } from './held-rows.ts';
import { staged } from './staged.ts';
import type { Staging } from './staging.ts';

export interface Sealer {
  /** Pipeline or writer: part of every key. */
  readonly writer: string;
  /** Tells the files of several lanes apart. */
  readonly lane: number;
  /** What an object's key ends with. */
  readonly extension: string;
  /** Goes into every object's footer: who made it, with what. */
  readonly footer: Readonly<Record<string, string>>;
  readonly staging: Staging;
}

/** Encodes what was open, one object after the other, and stages each as it is done. */
export async function seal(
  sealer: Sealer,
  order: SealOrder,
  generation: Generation,
  deadLetters: DeadLetterBuffer | undefined,
): Promise<readonly SealedObject[]> {
  const sealed: SealedObject[] = [];
  const nextFile = (): string => `${order.flush}-${sealer.lane}-${sealed.length}`;
  for (const object of generation.objects) sealed.push(await sealObject(sealer, order, object, nextFile()));
  if (deadLetters !== undefined && deadLetters.letters > 0) {
    sealed.push(await sealDeadLetters(sealer, order, deadLetters, nextFile()));
  }
  for (const object of generation.held) sealed.push(...(await sealHeld(sealer, order, object, nextFile())));
  return sealed;
}

async function sealObject(sealer: Sealer, order: SealOrder, open: OpenObject, file: string): Promise<SealedObject> {
  const { source, partition, writer } = open;
  const footer = { ...sealer.footer, 'sluice.source': source.name, 'sluice.range': order.range };
  const { facts, body } = await staged(sealer.staging, file, (sink) => writer.finishTo(sink, footer));
  const { rowsHash, rows, minTime, maxTime, byteLength } = facts;
  const identity = { writer: sealer.writer, source: source.name, partition, range: order.range, rowsHash };
  return {
    kind: 'lake',
    source: source.name,
    className: source.class,
    account: partition.account,
    eventDay: partition.eventDay,
    key: objectKey(source.prefix ?? `ext/${source.name}/`, identity, sealer.extension),
    file,
    byteLength,
    rows,
    minTime,
    maxTime,
    body,
  };
}

async function sealDeadLetters(
  { writer, staging }: Sealer,
  { range, now }: SealOrder,
  deadLetters: DeadLetterBuffer,
  file: string,
): Promise<SealedObject> {
  const day = eventDay(dayNumber(now));
  const { key, bytes, letters } = await deadLetters.seal(writer, range, day);
  return {
    kind: 'dead-letter',
    source: '',
    className: '',
    account: '',
    eventDay: day,
    key,
    file,
    byteLength: bytes.byteLength,
    rows: letters,
    minTime: 0,
    maxTime: 0,
    body: (await staged(staging, file, (sink) => sink.write(bytes))).body,
  };
}
