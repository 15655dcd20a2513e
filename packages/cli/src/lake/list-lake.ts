import type { ObjectStore } from '@sluice/core';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import { parseObjectPath, shortTableName, sourceNameOf, type ObjectPath } from './object-path.ts';

export interface LakeObject extends ObjectPath {
  readonly byteLength: number;
}

/** Which objects of a lake are wanted; what is absent does not narrow. */
export interface Selection {
  /** Names of sources, as the source or its table spells them. */
  readonly sources?: readonly string[];
  /** First and last event day, `YYYYMMDD`. */
  readonly fromDay?: string;
  readonly toDay?: string;
  readonly account?: string;
}

const mostObjects = 1_000_000;

/** The Parquet objects of a lake that a selection wants, in key order. */
export async function listLake(store: ObjectStore, selection: Selection = {}): Promise<readonly LakeObject[]> {
  const objects: LakeObject[] = [];
  let seen = 0;
  for await (const { key, byteLength } of store.list('')) {
    if (++seen > mostObjects) {
      throw new CommandError(
        exitCode.failed,
        `more than ${mostObjects} objects in ${store.description}; name a source: s3://BUCKET/ext/SOURCE/`,
      );
    }
    const path = parseObjectPath(key);
    if (path !== undefined && isWanted(path, selection)) objects.push({ ...path, byteLength });
  }
  return objects;
}

function isWanted(path: ObjectPath, { sources, fromDay, toDay, account }: Selection): boolean {
  if (fromDay !== undefined && path.eventDay < fromDay) return false;
  if (toDay !== undefined && path.eventDay > toDay) return false;
  if (account !== undefined && path.account !== account) return false;
  return sources === undefined || sources.some((wanted) => isSource(path.source, wanted));
}

/** `syslog-auth`, `syslog_auth` and `ext/syslog-auth` name one source. */
function isSource(source: string, wanted: string): boolean {
  return source === wanted || sourceNameOf(source) === wanted || shortTableName(source) === wanted.toLowerCase();
}
