/** Structured data of RFC 5424: parameters by element id. Repeated parameters are joined by a comma. */
export type StructuredData = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A syslog message as its sender wrote it, taken apart. What it does not say is undefined. */
export interface SyslogMessage {
  /** The whole message, as it arrived. */
  readonly raw: string;
  /** 0 to 23, from the priority. */
  readonly facility: number | undefined;
  /** 0 (emergency) to 7 (debug), from the priority. */
  readonly severity: number | undefined;
  /** The time as it was written. */
  readonly timestamp: string | undefined;
  /** Epoch milliseconds; undefined where the time is missing or cannot be used. */
  readonly time: number | undefined;
  readonly hostname: string | undefined;
  /** Name of the program: APP-NAME, or the tag without its process id. */
  readonly appName: string | undefined;
  readonly procId: string | undefined;
  readonly msgId: string | undefined;
  readonly structuredData?: StructuredData | undefined;
  /** Number of the message in its sender's own count (Cisco). */
  readonly sequence?: number | undefined;
  /** The text after all headers. */
  readonly content: string;
}
