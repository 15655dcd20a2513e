import type { FlushIntent, PipelineState, StateStore } from './state-store.ts';

/**
 * State that lasts as long as the process. A crash loses what is not stored yet; what is stored stays stored, and the
 * same events written again in the same portions make the same objects.
 */
export function memoryState(): StateStore {
  const states = new Map<string, PipelineState>();
  const intents = new Map<string, FlushIntent>();
  return {
    stagingFolder: undefined,
    load: (pipeline) => states.get(pipeline) ?? { flush: 0 },
    loadIntent: (pipeline) => intents.get(pipeline),
    saveIntent: (pipeline, intent) => void intents.set(pipeline, intent),
    commit(pipeline, state) {
      states.set(pipeline, state);
      intents.delete(pipeline);
    },
    close: () => undefined,
  };
}
