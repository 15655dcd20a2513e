import type { EncoderName } from '@sluice/core';
import type { MetricsSettings, RejectStormSettings, SpoolSettings } from './delivery-schema.ts';

/** A configuration file after its schema: defaults filled in, durations in milliseconds, sizes in bytes. */
export interface ConfigFile {
  readonly version: 1;
  readonly lake: FolderSettings | BucketSettings;
  readonly state: string | StateBucketSettings;
  readonly dead_letters: string | (BucketSettings & { readonly prefix: string });
  readonly flush: FlushSettings;
  readonly drain_limit: number;
  readonly reject_storm: RejectStormSettings | 'off';
  readonly metrics?: MetricsSettings | undefined;
  readonly pipelines: Readonly<Record<string, PipelineSettings>>;
}

interface FolderSettings {
  readonly folder: string;
  readonly region: string;
}

interface RoleSettings {
  readonly role_arn?: string | undefined;
  readonly external_id?: string | undefined;
}

export interface BucketSettings extends RoleSettings {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string | undefined;
  readonly path_style: boolean;
  readonly checksums: 'when_supported' | 'when_required';
  readonly conditional_writes: boolean;
  readonly timeout: number;
}

interface StateBucketSettings extends Omit<BucketSettings, 'conditional_writes'> {
  readonly prefix: string;
}

interface FlushSettings {
  readonly max_age: number;
  readonly max_size: number;
  readonly max_memory: number;
  readonly max_spill: number;
  readonly max_objects: number;
}

export interface SourceSettings extends RoleSettings {
  readonly name: string;
  readonly location?: string | undefined;
}

export interface PipelineSettings {
  readonly connector: string;
  readonly stream?: string | undefined;
  readonly account: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, string | SourceSettings>>;
  readonly threads: number;
  readonly encoder: EncoderName;
  readonly spool?: SpoolSettings | undefined;
  readonly flush: { readonly [Key in keyof FlushSettings]?: FlushSettings[Key] | undefined };
}
