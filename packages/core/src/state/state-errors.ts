import { SluiceError } from '../errors.ts';

/** What an error of SQLite means for the one who runs the pipeline. */
export function stateError(error: unknown, place: string): SluiceError {
  if (error instanceof SluiceError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const options = (retryable: boolean) => ({ cause: error, retryable });
  if (message.includes('disk is full') || message.includes('ENOSPC')) {
    const text = `No space left for the state in ${place}. Free some space; writing goes on by itself.`;
    return new SluiceError('state_failed', text, options(true));
  }
  if (message.includes('database is locked')) {
    const text = `The state in ${place} is busy; other processes write to it. It is tried again.`;
    return new SluiceError('state_failed', text, options(true));
  }
  return new SluiceError('state_failed', `Cannot use the state in ${place}: ${message}`, options(false));
}

export function stateLocked(pipeline: string, place: string, holder: string): SluiceError {
  return new SluiceError(
    'state_locked',
    `Pipeline "${pipeline}" is run by ${holder} with the state in ${place}; it reads from a position, so one process at a time can run it. ` +
      'Stop that one first, start this one with --wait, or give it a `state` of its own.',
  );
}

export function stateLost(pipeline: string, slot: string): SluiceError {
  return new SluiceError(
    'state_lost',
    `Another process has taken over pipeline "${pipeline}" (place "${slot}"), because this one gave no sign of life. ` +
      'Nothing is lost: the other goes on from what was stored. Start this one again if it is wanted.',
  );
}
