import { duration, secret } from '@sluice/connector/zod';
import * as z from 'zod';

/** What a user writes below `config:`. */
export const eventsConfig = z.strictObject({
  url: z.url().describe('Address of the API, without a path.'),
  client_id: z.string().min(1).describe('Id of the API client.'),
  client_secret: secret().describe('Its secret.'),
  poll_every: duration({ atLeast: '10ms', atMost: '1h' })
    .prefault('30s')
    .describe('How often to ask when nothing was new.'),
});

export type EventsConfig = z.output<typeof eventsConfig>;
