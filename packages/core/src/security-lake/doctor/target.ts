/** A custom source as a running pipeline would write it. */
export interface DoctorTarget {
  readonly name: string;
  readonly bucket: string;
  /** Key prefix, where the configuration or its registrations say it. */
  readonly prefix?: string;
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly s3?: { readonly endpoint?: string; readonly forcePathStyle?: boolean };
}
