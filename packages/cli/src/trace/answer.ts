import type { StagedObject } from '@sluice/core';
import { timestamp } from '../terminal/amounts.ts';
import type { Provenance } from './provenance.ts';
import type { Traced } from './trace.ts';

/** What is known of an object that is in the lake. */
export function storedAnswer(format: 'text' | 'json', { object, rows }: Traced, provenance: Provenance): string {
  const { key, source, account, eventDay, byteLength } = object;
  if (format === 'json') {
    const said = { key, ...(rows === undefined ? {} : { rows_of_event: rows }), source, account, event_day: eventDay };
    return `${JSON.stringify({ ...said, byte_length: byteLength, ...provenance })}\n`;
  }
  const held = rows === undefined ? '' : `, holds the event ${rows === 1 ? 'once' : `${rows} times`}`;
  const unknown = '  nothing in its footer says who wrote it: not an object of Sluice\n';
  const facts = factLines(provenance);
  return `${key} (${byteLength} bytes${held})\n${facts === '' ? unknown : facts}`;
}

/** What the state says of an object that is to be in the lake. */
export function begunAnswer(format: 'text' | 'json', pipeline: string, object: StagedObject): string {
  const { key, source, account, eventDay, byteLength, rows, minTime, maxTime } = object;
  const facts = { pipeline, source, account, event_day: eventDay, rows: String(rows) };
  if (format === 'json') return `${JSON.stringify({ key, is_stored: false, byte_length: byteLength, ...facts })}\n`;
  const events = `${timestamp(minTime)} to ${timestamp(maxTime)}`;
  return `${key} (${byteLength} bytes, begun and not stored yet: a run that goes on, or the next, stores it)\n${factLines({ ...facts, events })}`;
}

function factLines(facts: Readonly<Record<string, string>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `  ${name.padEnd(12)} ${value}\n`)
    .join('');
}
