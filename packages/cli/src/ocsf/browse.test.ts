import { describe, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.ts';
import { diff, search, show } from './browse.ts';

describe('sluice ocsf', () => {
  it('lists all classes', async () => {
    const io = capturedIo();
    await show(undefined, { release: '1.3.0', depth: 1 }, io);
    expect(io.out()).toContain('3002  authentication ');
    expect(io.out().split('\n')).toHaveLength(2 + 72 + 1);
  });

  it('shows a class with its enums, and what a profile adds', async () => {
    const [without, cloud] = [capturedIo(), capturedIo()];
    await show('authentication', { release: '1.3.0', depth: 1 }, without);
    await show('authentication', { release: '1.3.0', depth: 1, profile: ['cloud'] }, cloud);
    expect(without.out()).toContain('activity_id: integer_t = 0 Unknown, 1 Logon, 2 Logoff');
    expect(without.out()).not.toContain('profile cloud');
    expect(cloud.out()).toContain('profile cloud');
  });

  it('suggests the name that was meant', async () => {
    await expect(show('authenticaton', { release: '1.3.0', depth: 1 }, capturedIo())).rejects.toThrow(
      'Did you mean "authentication"?',
    );
    expect(() => diff('1.1.0', '1.3.0', 'authenticaton', capturedIo())).toThrow('did you mean "authentication"?');
  });

  it('finds attributes by what people call them', async () => {
    const io = capturedIo();
    await search(['source', 'ip'], { release: '1.3.0', limit: 5 }, io);
    expect(io.out().split('\n')[2]).toMatch(/^attribute +src_endpoint\.ip /);
  });

  it('says what changed between releases', () => {
    const io = capturedIo();
    diff('1.1.0', '1.3.0', 'authentication', io);
    expect(io.out()).toContain('+ auth_factors');
  });
});
