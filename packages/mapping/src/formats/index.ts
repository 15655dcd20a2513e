/** Readers of texts, for connectors that map by code what the language does not say. */
export { readCef, readLeef } from './cef.ts';
export { setField, type Fields } from './fields.ts';
export { keyValueReader, type KeyValueOptions } from './key-value.ts';
