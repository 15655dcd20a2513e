import type { MappedEvent } from '@sluice/connector';
import { Outcome, writerOf } from '../events/frame.ts';
import { ftpActivity, FtpActivityId, type FtpFacts } from '../events/ftp-activity.ts';
import type { Received } from '../received.ts';
import { mapSshd } from './sshd.ts';

/** What a client did with a file. */
type Operation = Pick<FtpFacts, 'activityId' | 'path'> & Partial<FtpFacts>;

const product = { vendor_name: 'OpenBSD', name: 'OpenSSH' };

/**
 * sftp-server, and internal-sftp of sshd, at the log level `INFO`: who came, and what they did with files. All but the
 * end of a transfer is written before it is tried; what came of it, `sent status …`, names no file.
 */
export function mapSftpServer(received: Received): MappedEvent | undefined {
  const operation = readOperation(received.text);
  if (operation === undefined) return mapSshd(received);
  return ftpActivity(received, { outcome: Outcome.Unknown, process: writerOf(received), product, ...operation });
}

function readOperation(text: string): Operation | undefined {
  return readClose(text) ?? readOpen(text) ?? readMove(text) ?? readOther(text);
}

/** `close "/upload/a.txt" bytes read 0 written 812`, which is the end of a transfer; `forced close` where the client left. */
function readClose(text: string): Operation | undefined {
  const [, forced, path = '', read = '', written = ''] =
    /^(forced )?close "(.{1,4096})" bytes read (\d{1,18}) written (\d{1,18})$/s.exec(text) ?? [];
  if (path === '') return undefined;
  const isPut = !/^0+$/.test(written);
  const isGet = !/^0+$/.test(read);
  return {
    ...(isPut ? put : isGet ? get : other('close')),
    path,
    traffic: { bytesIn: isGet ? read : undefined, bytesOut: isPut ? written : undefined },
    outcome: forced === undefined ? Outcome.Success : Outcome.Failure,
    statusDetail: forced === undefined ? undefined : 'forced close',
  };
}

const put = { activityId: FtpActivityId.Put };
const get = { activityId: FtpActivityId.Get };

function other(activityName: string): Pick<FtpFacts, 'activityId' | 'activityName'> {
  return { activityId: FtpActivityId.Other, activityName };
}

/** `open "/upload/a.txt" flags WRITE,CREATE,TRUNCATE mode 0644`. */
function readOpen(text: string): Operation | undefined {
  const [, path, flags, mode] = /^open "(.{1,4096})" flags ([A-Z,]{1,64}) mode (\d{1,8})$/s.exec(text) ?? [];
  return path === undefined ? undefined : { ...other('open'), path, unmapped: { flags, mode } };
}

/** `rename old "/a" new "/b"`, with `posix-rename`, `symlink` and `hardlink` alike. */
function readMove(text: string): Operation | undefined {
  const [, word = '', path = '', target] =
    /^(rename|posix-rename|symlink|hardlink) old "(.{1,4096})" new "(.{1,4096}?)"$/s.exec(text) ?? [];
  if (target === undefined) return undefined;
  const isRename = word.endsWith('rename');
  return { ...(isRename ? { activityId: FtpActivityId.Rename } : other(word)), path, unmapped: { new: target } };
}

/** `remove name "/a"`, `mkdir name "/b" mode 0755`, `opendir "/c"`, `set "/a" mode 0600`. */
function readOther(text: string): Operation | undefined {
  const [, removed] = /^remove name "(.{1,4096})"$/s.exec(text) ?? [];
  if (removed !== undefined) return { activityId: FtpActivityId.Delete, path: removed };
  const [, word = '', folder, mode] = /^(rmdir|mkdir) name "(.{1,4096})"(?: mode (\d{1,8}))?$/s.exec(text) ?? [];
  if (folder !== undefined) {
    const activity = word === 'rmdir' ? { activityId: FtpActivityId.Delete } : other(word);
    return { ...activity, path: folder, isFolder: true, unmapped: mode === undefined ? undefined : { mode } };
  }
  const [, listed] = /^opendir "(.{1,4096})"$/s.exec(text) ?? [];
  if (listed !== undefined) return { activityId: FtpActivityId.List, path: listed, isFolder: true };
  const [, changed, what = '', value] = /^set "(.{1,4096})" (mode|size|modtime|owner) (.{1,128})$/s.exec(text) ?? [];
  if (changed === undefined) return undefined;
  return { ...other('set'), path: changed, unmapped: { [what]: value } };
}
