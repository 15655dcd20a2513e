import type { Stream } from '@sluice/connector';
import { emits } from './columns.ts';
import { messagesConfig, type MessagesConfig } from './config.ts';
import { mapMessage } from './map.ts';
import { readMessages } from './read.ts';

/** Syslog messages as they arrive. A crash loses what was received and not stored: no syslog sender sends it again. */
export const messages: Stream<MessagesConfig, 'text'> = {
  name: 'messages',
  description: 'Syslog messages (RFC 3164 and RFC 5424) received over UDP, TCP, TLS or a Unix socket.',
  config: messagesConfig,
  delivery: 'at-most-once',
  format: 'text',
  emits,
  read: readMessages,
  map: mapMessage,
};
