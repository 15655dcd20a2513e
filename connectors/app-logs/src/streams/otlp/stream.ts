import type { Stream } from '@sluice/connector';
import { readEndpoint } from '../../http/read.ts';
import { emits } from '../../records/columns.ts';
import { otlpConfig, type OtlpConfig } from './config.ts';
import { mapOtlp } from './map.ts';
import { otlpProtocol } from './protocol.ts';

export const otlp: Stream<OtlpConfig, 'json'> = {
  name: 'otlp',
  description: 'Logs of OpenTelemetry over HTTP (OTLP/HTTP, protobuf or JSON), from SDKs and collectors.',
  config: otlpConfig,
  delivery: 'at-most-once',
  format: 'json',
  emits,
  read: (context) => readEndpoint(context, otlpProtocol),
  map: mapOtlp,
};
