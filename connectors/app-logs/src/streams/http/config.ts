import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';
import { endpointConfig, endpointShape, isGuarded, unguarded, type EndpointConfig } from '../../http/config.ts';
import { recordConfig, recordShape, text, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `http`, with the defaults filled in. */
export interface HttpConfig extends RecordConfig {
  readonly endpoint: EndpointConfig;
  readonly path: string;
}

const written = z
  .strictObject({
    ...endpointShape(8080),
    path: text().startsWith('/').default('/').describe('The path that takes logs.'),
    ...recordShape,
  })
  .refine(isGuarded, unguarded);

export const httpConfig: ConfigSchema<HttpConfig> = written.transform((config) => ({
  ...recordConfig(config),
  endpoint: endpointConfig(config),
  path: config.path,
}));
