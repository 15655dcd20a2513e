import type { ServerResponse } from 'node:http';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { parseJson } from '@sluice/connector/records';
import { Refusal } from '../../http/body.ts';
import type { Protocol } from '../../http/server.ts';
import { listOf, type LogsData } from './otlp-json.ts';
import { decodeLogs } from './protobuf.ts';

const protobuf = 'application/x-protobuf';

/** OTLP/HTTP: protobuf or JSON in, and the answer in the same. */
export const otlpProtocol: Protocol = { paths: new Set(['/v1/logs']), recordsIn, answer };

function recordsIn(body: Buffer, contentType: string): readonly Uint8Array[] {
  if (contentType === protobuf) return split(decodeLogs(body));
  if (contentType === 'application/json') return split(parsed(body));
  throw new Refusal(415, `has content-type "${contentType.slice(0, 60)}"; OTLP is ${protobuf} or application/json`);
}

function parsed(body: Buffer): LogsData {
  try {
    const value = parseJson(body.toString());
    if (typeof value === 'object' && value !== null && 'resourceLogs' in value) return value as LogsData;
  } catch (error) {
    throw new Refusal(400, 'is not JSON', { cause: error });
  }
  throw new Refusal(400, 'has no resourceLogs');
}

/** One record for each log record, with what it stands under. What is of another shape is left to the mapping. */
function split(logs: LogsData): readonly Uint8Array[] {
  const records: Uint8Array[] = [];
  for (const { resource, scopeLogs } of objectsIn(logs.resourceLogs)) {
    for (const { scope, logRecords } of objectsIn(scopeLogs)) {
      for (const record of listOf(logRecords)) records.push(Buffer.from(JSON.stringify({ resource, scope, record })));
    }
  }
  return records;
}

function objectsIn(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listOf(list).filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
}

/** Everything is taken or nothing: a record that cannot be mapped becomes a dead letter, so none is sent back. */
function answer(response: ServerResponse, contentType: string, refusal: Refusal | undefined): void {
  const isProtobuf = contentType === protobuf;
  response.writeHead(refusal?.status ?? 200, { 'content-type': isProtobuf ? protobuf : 'application/json' });
  const message = refusal === undefined ? undefined : `The request ${refusal.message}.`;
  if (!isProtobuf) response.end(JSON.stringify(message === undefined ? {} : { message }));
  else response.end(message === undefined ? undefined : status(message));
}

/** google.rpc.Status, which holds the message in its second field. */
function status(message: string): Uint8Array {
  return new BinaryWriter().tag(2, WireType.LengthDelimited).string(message).finish();
}
