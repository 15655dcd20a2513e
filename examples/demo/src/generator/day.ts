import { guess, rightGuess } from './brute-force.ts';
import { breakIt } from './broken.ts';
import { foundCompany, type Company } from './company.ts';
import { deviceNotice } from './devices.ts';
import { scannerDocked } from './late.ts';
import type { Message } from './message.ts';
import { seededRandom, type Random } from './random.ts';
import { housekeeping, workSession } from './servers.ts';
import { assetRequest, shopNotice, shopRequest } from './web.ts';

export interface DayOptions {
  readonly seed: number;
  /** About how many messages the day has. */
  readonly messages: number;
  /** When it begins, epoch milliseconds. It lasts 24 hours. */
  readonly start: number;
}

export interface Minute {
  /** When it begins, epoch milliseconds. */
  readonly at: number;
  /** In the order in which they are sent. */
  readonly messages: readonly Message[];
}

const minuteMs = 60_000;
const minutesOfDay = 24 * 60;
const dayMs = minutesOfDay * minuteMs;
/** The attack begins in the small hours, 8 hours into a day that starts at 18:00, and lasts 90 minutes. */
const attackMinutes = { first: 8 * 60, last: 8 * 60 + 89 };

/** A day of a small company, minute by minute: the same options give the same messages. */
export function* playDay(options: DayOptions): Generator<Minute> {
  const random = seededRandom(options.seed);
  const company = foundCompany(random);
  for (let minute = 0; minute < minutesOfDay; minute++) {
    const at = options.start + minute * minuteMs;
    const messages = [
      ...ordinaryMessages(random, company, at, options.messages),
      ...attack(random, company, minute, options),
    ].map((message) => mishap(random, message));
    yield { at, messages: messages.toSorted((a, b) => a.at - b.at) };
  }
}

function ordinaryMessages(random: Random, company: Company, at: number, messagesOfDay: number): Message[] {
  const share = (messagesOfDay / minutesOfDay) * customFor(at);
  const some = (part: number): number => Math.floor(share * part + random.fraction());
  const moment = (): number => at + random.integer(0, minuteMs - 1);
  return [
    ...Array.from({ length: some(0.47) }, () => shopRequest(random, company, moment())),
    ...Array.from({ length: some(0.04) }, () => shopNotice(random, moment())),
    ...Array.from({ length: some(0.24) }, () => assetRequest(random, company, moment())),
    ...Array.from({ length: some(0.07) }, () => deviceNotice(random, company, moment())),
    ...Array.from({ length: some(0.05) }, () => housekeeping(random, company, moment())),
    ...Array.from({ length: some(0.0105) }, () => workSession(random, company, moment())).flat(),
    ...Array.from({ length: some(0.001) }, () => scannerDocked(random, moment())).flat(),
  ];
}

/** How busy the hour is beside the average one: quiet at four in the morning, busiest at four in the afternoon (UTC). */
function customFor(at: number): number {
  const hour = (at % dayMs) / (60 * minuteMs);
  return 1 - 0.85 * Math.cos(((hour - 4) / 24) * 2 * Math.PI);
}

function attack(random: Random, company: Company, minute: number, { messages, start }: DayOptions): Message[] {
  if (minute < attackMinutes.first || minute > attackMinutes.last) return [];
  const at = start + minute * minuteMs;
  const guesses = Math.max(1, Math.round((messages * 0.05) / (attackMinutes.last - attackMinutes.first + 1)));
  const found = Array.from({ length: guesses }, () => guess(random, company, at + random.integer(0, minuteMs - 2)));
  return minute === attackMinutes.last ? [...found, rightGuess(random, company, at + minuteMs - 1)] : found;
}

/** One message in 2,000 arrives broken. */
function mishap(random: Random, message: Message): Message {
  return random.chance(0.0005) ? breakIt(random, message) : message;
}
