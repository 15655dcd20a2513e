/** The program that a BSD message names, and where its text begins. */
export interface Tag {
  readonly appName?: string | undefined;
  readonly procId?: string | undefined;
  readonly msgId?: string | undefined;
  readonly contentStart: number;
}

const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
/** RFC 3164 says 32; programs have longer names. */
const maxTagLength = 128;

/** `sshd[123]:`, `su(pam_unix)[9]:`, `kernel:`, `%ASA-6-302013:` at `at`; undefined where no tag stands there. */
export function scanTag(text: string, at: number): Tag | undefined {
  const nameEnd = tagNameEnd(text, at);
  if (nameEnd === at) return undefined;
  const name = text.slice(at, nameEnd);
  // GNOME's display manager leaves a bracket behind its name: `gdm-password][9]:`.
  const end = text.charCodeAt(nameEnd) === closeBracket ? nameEnd + 1 : nameEnd;
  const next = text.charCodeAt(end);
  if (next === colon) return isTagEnd(text, at, end) ? tagOf(text, name, undefined, end + 1) : undefined;
  if (next === 0x20 && text.charCodeAt(end + 1) === colon && text.charCodeAt(at) === 0x25) {
    return tagOf(text, name, undefined, end + 2);
  }
  if (next !== openBracket) return undefined;
  const close = text.indexOf(']', end);
  if (close === -1 || close - end > maxTagLength || text.slice(end, close).includes(' ')) return undefined;
  const isTag = text.charCodeAt(close + 1) === colon || text.charCodeAt(close + 1) === 0x20;
  return isTag ? tagOf(text, name, text.slice(end + 1, close), close + 2) : undefined;
}

/** The colon of `kernel: text` and of Cisco's `%ASA-6-302013:text`, but not that of `http://…`, `CEF:0|…` or `12:30`. */
function isTagEnd(text: string, at: number, nameEnd: number): boolean {
  const next = text.charCodeAt(nameEnd + 1);
  return Number.isNaN(next) || next === 0x20 || next === 0x09 || text.charCodeAt(at) === 0x25;
}

function tagOf(text: string, appName: string, procId: string | undefined, end: number): Tag {
  const start = text.charCodeAt(end) === 0x20 ? end + 1 : end;
  const id = scanSolarisId(text, start);
  return {
    appName,
    procId: procId === '' ? undefined : procId,
    msgId: id?.msgId,
    contentStart: id?.end ?? start,
  };
}

/** `[ID 800047 auth.info] `, which Solaris puts before the text. */
function scanSolarisId(text: string, at: number): { readonly msgId: string; readonly end: number } | undefined {
  const [all = '', msgId] = /^\[ID ([^ \]]{1,16})(?: [^\]]{1,32})?\] */.exec(text.slice(at)) ?? [];
  return msgId === undefined ? undefined : { msgId, end: at + all.length };
}

function tagNameEnd(text: string, at: number): number {
  let end = at;
  while (end - at < maxTagLength && isTagCharacter(text.charCodeAt(end))) end += 1;
  return end;
}

/** Printable, and none of `:` `[` `]` `=` `,` `"` `<` `>` `{` `|`, which begin values rather than name programs. */
function isTagCharacter(code: number): boolean {
  if (!(code > 0x20) || code === 0x7f) return false;
  switch (code) {
    case 0x22:
    case 0x2c:
    case 0x3a:
    case 0x3c:
    case 0x3d:
    case 0x3e:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7c:
      return false;
    default:
      return true;
  }
}
