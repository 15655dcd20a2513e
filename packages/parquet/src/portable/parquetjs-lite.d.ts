/** What of parquetjs-lite is used here. It ships no types. */
declare module 'parquetjs-lite' {
  export interface Field {
    type?: string;
    optional?: boolean;
    repeated?: boolean;
    compression?: string;
    statistics?: false;
    fields?: Record<string, Field>;
  }

  // oxlint-disable-next-line typescript/no-extraneous-class -- what the library has
  export class ParquetSchema {
    constructor(fields: Record<string, Field>);
  }

  export interface ByteStream {
    write(bytes: Uint8Array, done: (error?: Error) => void): void;
    end(done: (error?: Error) => void): void;
  }

  export interface LiteOptions {
    rowGroupSize: number;
    pageSize: number;
    useDataPageV2: boolean;
    pageIndex: boolean;
  }

  export class ParquetWriter {
    static openStream(schema: ParquetSchema, stream: ByteStream, options: LiteOptions): Promise<ParquetWriter>;
    /** Rows of a page; looked at after each row. */
    readonly envelopeWriter: { pageSize: number };
    rowGroupSize: number;
    appendRow(row: object): Promise<void>;
    setMetadata(key: string, value: string): void;
    close(): Promise<void>;
  }

  const lite: { ParquetSchema: typeof ParquetSchema; ParquetWriter: typeof ParquetWriter };
  export default lite;
}
