import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.ts';
import { folderWith } from '../testing/child.ts';
import { validate } from './validate-file.ts';

const wrong = fileURLToPath(new URL('../../fixtures/wrong-configs/unknown-key-at-the-top.yaml', import.meta.url));
const sockets = fileURLToPath(new URL('../../fixtures/wrong-configs/connectors/sockets.js', import.meta.url));
const pipelines = `pipelines:\n  office: { connector: ${sockets}, account: external, config: { listen: [{ transport: udp, port: 1 }] } }\n`;

describe('sluice validate', () => {
  it('says in one line what a valid configuration is', async () => {
    const folder = folderWith(`version: 1\nlake: { folder: ./lake }\n${pipelines}`);
    const io = capturedIo();
    expect(await validate(join(folder, 'sluice.yaml'), { format: 'text' }, io)).toBe(0);
    expect(io.out()).toBe(`${folder}/sluice.yaml is valid: 1 pipeline to ${folder}/lake\n`);
    expect(io.err()).toBe('');
  });

  it('shows where each mistake is, and how many there are', async () => {
    const io = capturedIo();
    expect(await validate(wrong, { format: 'text' }, io)).toBe(78);
    expect(io.out()).toBe('');
    expect(io.err()).toBe(
      `${wrong}:3:1: error: unknown key "dead_leters" in the configuration; did you mean "dead_letters"?\n` +
        '    3 | dead_leters: ./dead\n      | ^^^^^^^^^^^\n' +
        `1 error in ${wrong}\n`,
    );
  });

  it('gives the same to a program', async () => {
    const io = capturedIo();
    expect(await validate(wrong, { format: 'json' }, io)).toBe(78);
    expect(JSON.parse(io.out())).toEqual({
      file: wrong,
      valid: false,
      problems: [
        {
          file: wrong,
          line: 3,
          column: 1,
          length: 11,
          severity: 'error',
          code: 'unknown_key',
          path: 'dead_leters',
          message: 'unknown key "dead_leters" in the configuration; did you mean "dead_letters"?',
          suggestion: 'dead_letters',
        },
      ],
    });
  });

  it('shows a warning and still passes', async () => {
    const lake =
      'lake: { bucket: aws-security-data-lake-us-east-1-example, region: us-east-1 }\nflush: { max_age: 1m }\n';
    const io = capturedIo();
    expect(
      await validate(join(folderWith(`version: 1\n${lake}${pipelines}`), 'sluice.yaml'), { format: 'text' }, io),
    ).toBe(0);
    expect(io.err()).toContain(':3:19: warning: flush.max_age is below the 5 minutes');
  });
});
