import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';
import { endpointConfig, endpointShape, isGuarded, unguarded, type EndpointConfig } from '../../http/config.ts';
import { recordConfig, recordShape, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `otlp`, with the defaults filled in. */
export interface OtlpConfig extends RecordConfig {
  readonly endpoint: EndpointConfig;
}

const { service, product, raw_data, timezone } = recordShape;

/** 4318 is the port of OTLP/HTTP. */
const written = z
  .strictObject({ ...endpointShape(4318), service, product, raw_data, timezone })
  .refine(isGuarded, unguarded);

/** A record is no longer than a request. */
export const otlpConfig: ConfigSchema<OtlpConfig> = written.transform((config) => ({
  ...recordConfig({ ...config, format: 'auto', max_line: config.max_body }),
  endpoint: endpointConfig(config),
}));
