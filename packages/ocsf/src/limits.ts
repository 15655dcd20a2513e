/** Nested objects and array elements below the event. OCSF itself needs some ten. */
export const maxDepth = 100;

/** Objects that one event may hold. Also what ends the walk through a value that contains itself. */
export const maxObjects = 100_000;

/** Errors that are kept of one event, and warnings, each. */
export const maxFindings = 1_000;

/** Observables that completion adds to one event. */
export const maxObservables = 64;
