import type { JsonRecord } from './gather.ts';

/** `{Name}`, `{@Name}`, `{Name,-8:000}`. */
const placeholder = /\{[@$]?(\w{1,64})(?:,-?\d{1,4})?(?::[^{}]{0,64})?\}/g;
const maxTemplateLength = 1024;

/**
 * The message of Serilog's compact form, whose template (`User {UserName} logged in`) stands apart from its values, with
 * the values in their places; or the message that it has instead. Undefined where there is neither.
 */
export function renderedMessage(record: JsonRecord): string | undefined {
  const { '@mt': template, '@m': message } = record;
  if (typeof message === 'string') return message;
  if (typeof template !== 'string' || template.length > maxTemplateLength) return undefined;
  return template.replace(placeholder, (whole, name: string) => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}
