import type { Batch, ReadContext, Stream } from '@sluice/connector';
import { readEndpoint } from '../../http/read.ts';
import { mapLine } from '../../records/map-line.ts';
import { emits } from '../../records/columns.ts';
import { httpConfig, type HttpConfig } from './config.ts';
import { jsonProtocol } from './protocol.ts';

export const http: Stream<HttpConfig, 'text'> = {
  name: 'http',
  description: 'Logs that applications and shippers send over HTTP: JSON lines, JSON arrays, or lines of text.',
  config: httpConfig,
  delivery: 'at-most-once',
  format: 'text',
  emits,
  read: (context: ReadContext<HttpConfig>): AsyncIterable<Batch> =>
    readEndpoint(context, jsonProtocol(context.config.path)),
  map: mapLine,
};
