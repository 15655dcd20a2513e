export type { DeadLetter, RejectionStage } from './dead-letter.ts';
export { groupLetters, type LetterGroup } from './group-letters.ts';
export { letterObjects, pipelineOf, readLetters, recordOf, type FiledLetter } from './read-letters.ts';
export { openLetters, type LetterFilter } from './replay-job.ts';
export { replayDeadLetters, type ReplayOptions, type ReplayResult } from './replay.ts';
