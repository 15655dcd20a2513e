/** What completion had to assume. */
export interface CompletionNotes {
  /**
   * Paths of the required enum ids that nobody said and that became 0 Unknown: `activity_id`,
   * `connection_info.direction_id`. A mapper should say them.
   */
  readonly unknownIds: readonly string[];
}

/** Shared by all events about which there is nothing to note. */
export const nothingToNote: CompletionNotes = Object.freeze({ unknownIds: Object.freeze([]) });

export function notesOf({ unknownIds }: { readonly unknownIds: readonly string[] | undefined }): CompletionNotes {
  return unknownIds === undefined ? nothingToNote : { unknownIds };
}
