import { type Fields, setField, type TextReader } from './fields.ts';

const shape =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/(?:([^/?#@]*)@)?(\[[^\]/?#]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/;

/** Reads a URL or its path into `scheme`, `user`, `hostname`, `port`, `path`, `query` and `fragment`. */
export const readUrl: TextReader = (text) => {
  if (text.length > 65_535) return undefined;
  const match = shape.exec(text);
  if (match === null || text === '') return undefined;
  const fields: Fields = {};
  const names = ['scheme', 'user', 'hostname', 'port', 'path', 'query', 'fragment'];
  for (const [index, name] of names.entries()) {
    const value = match[index + 1];
    if (value !== undefined && value !== '') setField(fields, name, value);
  }
  return fields;
};

const product = /([^\s/();]+)(?:\/([^\s();]+))?/y;
const comment = /\(([^()]*)\)/y;

/** Reads a user agent's products (`name`, `version`) in order, and the text of its first comment (`platform`). */
export const readUserAgent: TextReader = (text) => {
  if (text.length > 4_096) return undefined;
  const products: Fields[] = [];
  const fields: Fields = {};
  for (let offset = 0; offset < text.length;) {
    comment.lastIndex = product.lastIndex = offset;
    const aside = comment.exec(text);
    const found = aside === null ? product.exec(text) : null;
    if (aside !== null && !Object.hasOwn(fields, 'platform')) fields['platform'] = aside[1];
    if (found !== null)
      products.push(found[2] === undefined ? { name: found[1] } : { name: found[1], version: found[2] });
    offset = aside !== null ? comment.lastIndex : found !== null ? product.lastIndex : offset + 1;
  }
  if (products.length === 0) return undefined;
  return { ...products[0], products, ...fields };
};
