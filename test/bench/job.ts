export type InputName = 'service' | 'gateway';

/** What a contestant is given. It travels as JSON to the process of its own that it runs in. */
export interface Job {
  readonly contestant: string;
  readonly input: InputName;
  /** JSON lines as a service or a gateway wrote them. */
  readonly log: string;
  /** The same events as the lake holds them, one file of JSON lines for each object. */
  readonly rows: readonly RowFile[];
  /** An empty folder for what it writes. */
  readonly output: string;
}

export interface RowFile {
  readonly path: string;
  readonly class: string;
  readonly profiles: readonly string[];
  readonly columns: readonly string[];
  /** Column names and types in the words of DuckDB. */
  readonly duckdbColumns: Readonly<Record<string, string>>;
  readonly rows: number;
}

/** Does the whole job and gives the number of events that are in the output. */
export type Contestant = (job: Job) => Promise<number>;

export interface Measurement {
  readonly contestant: string;
  readonly events: number;
  readonly seconds: number;
  /** All threads, user and system. */
  readonly cpuSeconds: number;
  /** Most memory that the process ever had resident, runtime included. */
  readonly peakBytes: number;
  readonly outputBytes: number;
}
