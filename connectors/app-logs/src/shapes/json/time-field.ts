import type { Facts } from '../../events/facts.ts';
import { bracketedTime, bracketedTimeEnd } from '../../time/common-log.ts';
import { epochTime } from '../../time/epoch.ts';
import { isoTime, offsetMinutes } from '../../time/iso.ts';
import { wholeTime } from '../../time/leading-time.ts';
import { isJsonRecord } from './gather.ts';
import { spacedTime } from '../../time/zone-names.ts';
import type { Zone } from '../../time/zone.ts';

const maxTimeTextLength = 64;

/**
 * Takes a time: a number since 1970 in any usual unit, ISO 8601, the form of access logs, or another that leaves no doubt.
 * A text that is none of these stays where it is, and is noted as the original time for as long as no other field gives one.
 */
export function takeTime(facts: Facts, value: unknown, zone: Zone): boolean {
  if (facts.time !== undefined) return false;
  if (typeof value === 'number') return takeNumber(facts, value, String(value));
  if (isJsonRecord(value)) return takeSeconds(facts, value['seconds'], value['nanos']);
  if (typeof value !== 'string' || value.length > maxTimeTextLength) return false;
  const time = isoTime(value, zone);
  if (!Number.isNaN(time)) return takeText(facts, value, time, offsetMinutes(value));
  if (takeBracketed(facts, value, zone) || takeSpaced(facts, value, zone)) return true;
  const whole = wholeTime(value, zone);
  if (whole !== undefined && !Number.isNaN(whole.time)) return takeText(facts, value, whole.time, whole.offset);
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(value)) return takeNumber(facts, Number(value), value);
  facts.originalTime ??= value;
  return false;
}

/** As `takeTime`, for a name under which others say how long something took. */
export function takeWrittenTime(facts: Facts, value: unknown, zone: Zone): boolean {
  return typeof value === 'string' && /^\[?\d{2,4}[-/]/.test(value) && takeTime(facts, value, zone);
}

/** As access logs have it, with Apache's brackets or without. */
function takeBracketed(facts: Facts, value: string, zone: Zone): boolean {
  const text = value.charCodeAt(0) === 91 ? value : `[${value}]`;
  if (bracketedTimeEnd(text, 0) !== text.length - 1) return false;
  const { time, timezoneOffset } = bracketedTime(text.slice(1, -1), zone);
  return !Number.isNaN(time) && takeText(facts, value, time, timezoneOffset);
}

/** With its zone behind a blank, as Ruby, Go and PostgreSQL write it. */
function takeSpaced(facts: Facts, value: string, zone: Zone): boolean {
  const spaced = spacedTime(value, zone);
  return spaced !== undefined && !Number.isNaN(spaced.time) && takeText(facts, value, spaced.time, spaced.offset);
}

/** Google Cloud and protobuf: `{"seconds": 1768478400, "nanos": 493000000}`. */
export function takeSeconds(facts: Facts, seconds: unknown, nanos: unknown = 0): boolean {
  if (facts.time !== undefined || !Number.isSafeInteger(seconds) || !isNanos(nanos)) return false;
  const time = epochTime(Number(seconds)) + Math.floor(Number(nanos) / 1e6);
  if (Number.isNaN(time) || Number(seconds) >= firstMs) return false;
  facts.time = time;
  facts.originalTime = `${Number(seconds)}.${String(nanos).padStart(9, '0')}`;
  return true;
}

/** From here on a number since 1970 is one of milliseconds. */
const firstMs = 1e11;

function isNanos(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e9;
}

/** log4j2: `{"epochSecond": 1768478400, "nanoOfSecond": 493000000}`. */
export function takeInstant(facts: Facts, value: unknown): boolean {
  if (!isJsonRecord(value) || Object.keys(value).length !== 2) return false;
  return takeSeconds(facts, value['epochSecond'], value['nanoOfSecond'] ?? Number.NaN);
}

function takeNumber(facts: Facts, value: number, text: string): boolean {
  const time = epochTime(value);
  if (Number.isNaN(time)) return false;
  facts.time = time;
  facts.originalTime = time === value ? undefined : text;
  return true;
}

function takeText(facts: Facts, text: string, time: number, offset: number | undefined): boolean {
  facts.time = time;
  facts.timezoneOffset = offset;
  facts.originalTime = text;
  return true;
}
