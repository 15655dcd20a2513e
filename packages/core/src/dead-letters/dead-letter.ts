import { isUtf8 } from 'node:buffer';
import type { Cursor, Origin } from '@sluice/connector';
import type { Finding } from '@sluice/ocsf';

/** Where a record was refused: by what read it (damage), as JSON, by the mapper, by OCSF, by its column. */
export type RejectionStage = 'read' | 'decode' | 'map' | 'conform' | 'encode';

/** What is kept of a record that could not be stored. One line of JSON each. */
export interface DeadLetter {
  /** Stable code: the mapper's own, or `malformed_json`, `ocsf_invalid`, `class_without_source`… */
  readonly reason: string;
  readonly detail: string;
  readonly stage: RejectionStage;
  readonly pipeline: string;
  readonly connector: string;
  /** Version of the connector, and so of its mapping. */
  readonly connector_version: string;
  readonly stream: string;
  /** RFC 3339, UTC. */
  readonly received_at: string;
  readonly origin: Origin;
  /** Where the input is read on behind this record, for inputs that know positions; from a thread, behind its batch. */
  readonly position?: Cursor;
  /** Which of the events of the record was refused, where the record gave several. */
  readonly event_index?: number;
  /** Class of the event, where the mapper gave one. */
  readonly class_uid?: number;
  /** The attribute that is wrong, where it is one. */
  readonly path?: string;
  readonly findings?: readonly Finding[];
  /** The record as it came, where it is UTF-8 … */
  readonly raw?: string;
  /** … or in base64. */
  readonly raw_base64?: string;
}

/** The record whole, as text where it is text. */
export function rawOf(record: Uint8Array): { readonly raw: string } | { readonly raw_base64: string } {
  const buffer = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  return isUtf8(buffer) ? { raw: buffer.toString('utf8') } : { raw_base64: buffer.toString('base64') };
}
