import type { WantedSource } from '../security-lake/plan-sources.ts';

/** What infrastructure as code is emitted for: the sources of one configuration, in one region. */
export interface Infrastructure {
  readonly region: string;
  /** Of the lake in that region. */
  readonly bucket: string;
  /** Account that writes; the lake's own where it is absent. */
  readonly principal?: string;
  /** Customer-managed key of the lake. */
  readonly kmsKeyArn?: string;
  readonly sources: readonly InfrastructureSource[];
  /** Somebody who is told of every object of these sources by a queue. */
  readonly subscriber?: { readonly name: string; readonly principal: string; readonly externalId: string };
}

export interface InfrastructureSource extends Pick<WantedSource, 'name' | 'className' | 'wantedBy'> {
  /** Absent for a class that Security Lake has no name for. */
  readonly eventClass?: string;
}

/** Sources of which every name stands once, in the order of the configuration. */
export function uniqueByName(sources: readonly InfrastructureSource[]): readonly InfrastructureSource[] {
  return [...new Map(sources.map((source) => [source.name, source])).values()];
}
