import type { ObjectRef } from './announcement.ts';
import type { Flight } from './flight.ts';

/** Work for one worker: messages that are records, or one message with the objects that it names. */
export type Parcel =
  | { readonly kind: 'records'; readonly flights: readonly Flight[]; readonly texts: readonly string[] }
  | { readonly kind: 'objects'; readonly flights: readonly [Flight]; readonly objects: readonly ObjectRef[] }
  | { readonly kind: 'unknown'; readonly flights: readonly [Flight]; readonly why: string };
