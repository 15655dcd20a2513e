/** What can go wrong when a schema is read or a catalogue is asked for something it does not have. */
export type OcsfErrorCode =
  | 'release_unknown'
  | 'class_unknown'
  | 'object_unknown'
  | 'profile_unknown'
  | 'schema_unreadable'
  | 'schema_invalid'
  | 'facts_unreadable';

/**
 * A mistake of the caller or of a schema, never of an event: what is wrong with an event is a `Finding`. The message
 * names the thing, what was expected and the remedy.
 */
export class OcsfError extends Error {
  readonly code: OcsfErrorCode;
  readonly retryable: boolean = false;

  constructor(code: OcsfErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'OcsfError';
    this.code = code;
  }
}
