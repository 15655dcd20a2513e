import { describe, expect, test } from 'vitest';
import type { FlushIntent, StateStore } from './state-store.ts';

const intent: FlushIntent = { flush: 3, objects: [], cursor: { offset: 7 } };
const alone = { shared: false };
const shared = { shared: true };

/** What every state has to do. `open` gives a fresh one each time. */
export function stateContract(name: string, open: () => StateStore): void {
  describe(`state in ${name}`, () => {
    test('a pipeline that never ran stands at its beginning', async () => {
      const state = open();
      expect(await state.look('office')).toEqual({ flush: 0 });
      expect((await state.claim('office', alone)).resumed).toEqual({ flush: 0 });
      await state.close();
    });

    test('a commit moves the pipeline on and forgets cut and intent, for this pipeline alone', async () => {
      const state = open();
      const office = await state.claim('office', alone);
      const shop = await state.claim('shop', alone);
      await office.saveCut({ flush: 3, records: 12, cursor: { offset: 7 } });
      await office.bind(intent);
      await shop.bind(intent);
      expect(await state.look('office')).toMatchObject({ intent, cut: { records: 12 } });
      await office.commit(intent);
      expect(await state.look('office')).toEqual({ flush: 4, cursor: { offset: 7 } });
      expect(await state.look('shop')).toMatchObject({ intent });
      expect(await state.lookAll('shop')).toMatchObject([{ intent }]);
      expect(await state.lookAll('unknown')).toEqual([]);
      await state.close();
    });

    test('a pipeline that reads from a position is held by one at a time', async () => {
      const state = open();
      const claim = await state.claim('office', alone);
      await expect(state.claim('office', alone)).rejects.toMatchObject({ code: 'state_locked' });
      await claim.release();
      expect((await state.claim('office', alone)).slot).toBe('main');
      await state.close();
    });

    test('workers of a queue have places of their own, and take free ones first', async () => {
      const state = open();
      const first = await state.claim('queue', shared);
      const second = await state.claim('queue', shared);
      expect(second.slot).not.toBe(first.slot);
      await first.release();
      expect((await state.claim('queue', shared)).slot).toBe(first.slot);
      await state.close();
    });

    test('of two that took the same unit, the first to bind has it, and the other is told', async () => {
      const state = open();
      const [a, b] = [await state.claim('queue', shared), await state.claim('queue', shared)];
      const units = [{ id: 'm1', from: 0, to: 5 }];
      expect(await a.bind({ flush: 0, objects: [], units })).toEqual([]);
      const lost = await b.bind({ flush: 0, objects: [], units: [{ id: 'm2', from: 0, to: 1 }, ...units] });
      expect(lost).toEqual(['m1']);
      expect(await b.units(['m1', 'm2'])).toEqual(new Map([['m1', { records: 5, isStored: false }]]));
      await a.commit({ flush: 0, objects: [], units });
      expect(await b.units(['m1'])).toEqual(new Map([['m1', { records: 5, isStored: true }]]));
      await state.close();
    });

    test('a unit goes on where it was left, and nowhere else', async () => {
      const state = open();
      const claim = await state.claim('queue', shared);
      const bind = (flush: number, from: number, to: number): Promise<readonly string[]> =>
        claim.bind({ flush, objects: [], units: [{ id: 'm1', from, to }] });
      expect(await bind(0, 0, 5)).toEqual([]);
      await claim.commit({ flush: 0, objects: [], units: [{ id: 'm1', from: 0, to: 5 }] });
      expect(await bind(1, 4, 9)).toEqual(['m1']);
      expect(await bind(1, 6, 9)).toEqual(['m1']);
      expect(await bind(1, 5, 9)).toEqual([]);
      await state.close();
    });
  });
}
