import { SluiceError } from '@sluice/core';
import { describe, expect, it } from 'vitest';
import type { LogFormat } from './levels.ts';
import { createLogger, type Logger } from './logger.ts';

function logTo(lines: string[], clock: { now: number }, format: LogFormat = 'json'): Logger {
  return createLogger({ level: 'info', format, color: false, now: () => clock.now, write: (line) => lines.push(line) });
}

const parsed = (lines: readonly string[]): unknown[] => lines.map((line): unknown => JSON.parse(line));

describe('the log', () => {
  it('is one JSON object a line, with the fields of its pipeline', () => {
    const lines: string[] = [];
    logTo(lines, { now: 0 }).with({ pipeline: 'office' }).info('listening', { port: 5514 });
    expect(parsed(lines)).toEqual([
      { time: '1970-01-01T00:00:00.000Z', level: 'info', msg: 'listening', pipeline: 'office', port: 5514 },
    ]);
  });

  it('says the same complaint once in ten seconds, and then how often it was left out', () => {
    const lines: string[] = [];
    const clock = { now: 0 };
    const log = logTo(lines, clock);
    for (let sender = 0; sender < 1000; sender++) log.warn('sender refused', { sender });
    clock.now = 10_000;
    log.warn('sender refused', { sender: 'last' });
    expect(parsed(lines)).toMatchObject([{ sender: 0 }, { sender: 'last', suppressed: 999 }]);
  });

  it('says at the end what was left out', () => {
    const lines: string[] = [];
    const log = logTo(lines, { now: 0 });
    log.error('broken');
    log.error('broken');
    log.close();
    expect(parsed(lines)).toMatchObject([{ msg: 'broken' }, { msg: 'broken', suppressed: 1 }]);
  });

  it('tells lines of news apart by their fields', () => {
    const lines: string[] = [];
    const log = logTo(lines, { now: 0 });
    log.info('listening', { port: 1 });
    log.info('listening', { port: 2 });
    log.info('listening', { port: 2 });
    expect(lines).toHaveLength(2);
  });

  it('leaves secrets out and bounds what is long or deep', () => {
    const lines: string[] = [];
    const deep: Record<string, unknown> = {};
    deep['self'] = deep;
    logTo(lines, { now: 0 }).info('x', {
      apiToken: 'hunter2',
      nested: { password: 'hunter2' },
      text: 'y'.repeat(5000),
      deep,
      bytes: new Uint8Array(9),
    });
    expect(lines[0]).not.toContain('hunter2');
    expect(lines[0]?.length).toBeLessThan(2500);
    expect(parsed(lines)).toMatchObject([{ bytes: '[9 bytes]' }]);
  });

  it('gives an error its code', () => {
    const lines: string[] = [];
    logTo(lines, { now: 0 }).error('pipeline failed', { error: new SluiceError('store_denied', 'no') });
    expect(parsed(lines)).toMatchObject([{ error: 'no', error_code: 'store_denied', retryable: false }]);
  });

  it('cannot be used to steer a terminal', () => {
    const lines: string[] = [];
    logTo(lines, { now: 0 }, 'text').warn('bad\u001B[2J', { sender: '\u0007x\ny' });
    expect(lines).toEqual([String.raw`00:00:00.000 WARN  bad\x1b[2J sender="\\u0007x\\ny"`.replaceAll('\\\\', '\\')]);
  });

  it('keeps quiet below its level', () => {
    const lines: string[] = [];
    logTo(lines, { now: 0 }).debug('detail');
    expect(lines).toEqual([]);
  });
});
