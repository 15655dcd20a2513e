/**
 * Lets a long piece of work give way: whoever works says about how many bytes it went through, and waits where the
 * event loop is due. Counting work instead of time keeps the same input on the same path.
 */
export interface Pace {
  spend(bytes: number): Promise<void> | undefined;
}

/** About five milliseconds of encoding on one core. */
const workBetweenYields = 1024 * 1024;

export function createPace(): Pace {
  let spent = 0;
  return {
    spend(bytes) {
      spent += bytes;
      if (spent < workBetweenYields) return undefined;
      spent = 0;
      return new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
  };
}
