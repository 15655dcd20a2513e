import type { Api, Cloud, Device, Evidences, File, Process, User } from '@sluice/ocsf/1.3.0';

/** A technique of MITRE ATT&CK, with its tactic, as Falcon names them. */
export interface Tactic {
  readonly tactic?: string | undefined;
  readonly tacticId?: string | undefined;
  readonly technique?: string | undefined;
  readonly techniqueId?: string | undefined;
}

/** What was done about it: not what would have been, were another policy switched on. */
export interface Disposition {
  readonly isBlocked: boolean;
  readonly isFileQuarantined?: boolean;
  readonly isHostIsolated?: boolean;
}

/** What a detection says, whichever of Falcon's interfaces it came by. */
export interface DetectionFacts {
  readonly uid: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly url?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly patternId?: string | undefined;
  readonly severityName?: string | undefined;
  /** 1 to 100. */
  readonly severity?: number | undefined;
  readonly confidence?: number | undefined;
  readonly status?: string | undefined;
  readonly tactics: readonly Tactic[];
  readonly created?: number | undefined;
  readonly modified?: number | undefined;
  readonly firstSeen?: number | undefined;
  readonly lastSeen?: number | undefined;
  readonly disposition?: Disposition | undefined;
  readonly process?: Process | undefined;
  readonly user?: User | undefined;
  readonly source?: { readonly ip?: string; readonly hostname?: string } | undefined;
  readonly target?: { readonly ip?: string; readonly hostname?: string } | undefined;
  readonly device?: Device | undefined;
  /** A file that it is about, where it names no process that ran it. */
  readonly file?: File | undefined;
  /** A call of a cloud's interface. */
  readonly api?: Api | undefined;
  readonly cloud?: Cloud | undefined;
  readonly comment?: string | undefined;
  /** What else belongs to it: connections, names, files, each a piece of evidence of its own. */
  readonly evidences?: readonly Evidences[] | undefined;
}
