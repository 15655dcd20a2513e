import { secret } from '@sluice/connector/zod';
import * as z from 'zod';

/** Where the API of each of CrowdStrike's clouds is. */
export const clouds = {
  'us-1': 'https://api.crowdstrike.com',
  'us-2': 'https://api.us-2.crowdstrike.com',
  'us-3': 'https://api.us-3.crowdstrike.com',
  'eu-1': 'https://api.eu-1.crowdstrike.com',
  'us-gov-1': 'https://api.laggar.gcw.crowdstrike.com',
  'us-gov-2': 'https://api.us-gov-2.crowdstrike.mil',
} as const;

export type Cloud = keyof typeof clouds;

/** How to get into the API of Falcon. */
export interface ApiConfig {
  readonly cloud: Cloud;
  readonly base_url?: string | undefined;
  readonly client_id: string;
  readonly client_secret: string;
}

/** Keys that a stream of the API has in its configuration. */
export const apiShape: {
  readonly cloud: z.ZodDefault<z.ZodEnum<{ [Name in Cloud]: Name }>>;
  readonly base_url: z.ZodOptional<z.ZodURL>;
  readonly client_id: z.ZodString;
  readonly client_secret: z.ZodString;
} = {
  cloud: z
    .enum({
      'us-1': 'us-1',
      'us-2': 'us-2',
      'us-3': 'us-3',
      'eu-1': 'eu-1',
      'us-gov-1': 'us-gov-1',
      'us-gov-2': 'us-gov-2',
    })
    .default('us-1')
    .describe("CrowdStrike's cloud that the tenant is in: part of the console's address."),
  base_url: z.url().optional().describe('Address of the API where it is none of these clouds: a proxy, for one.'),
  client_id: z.string().min(1).describe('Client id of the API client.'),
  client_secret: secret().describe('Its secret.'),
};

/**
 * Where the API of the tenant is. `region` is what the API said of that (`X-Cs-Region` beside a token): it wins over a
 * cloud that was chosen wrong, and never over an address of one's own.
 */
export function baseUrlOf(config: ApiConfig, region?: string | null): string {
  const cloud = isCloud(region) ? region : config.cloud;
  return (config.base_url ?? clouds[cloud]).replace(/\/+$/, '');
}

function isCloud(region: string | null | undefined): region is Cloud {
  return typeof region === 'string' && Object.hasOwn(clouds, region);
}
