import { UserTypeId } from '@sluice/ocsf/1.3.0';

/** Meanings of the NTSTATUS codes with which Windows refuses a logon. */
const statusMeanings: Readonly<Record<number, string>> = {
  0xc0000064: 'The user name does not exist',
  0xc000006a: 'The password is wrong',
  0xc000006d: 'The user name or the authentication information is wrong',
  0xc000006e: 'An account restriction prevents the logon',
  0xc000006f: 'The account may not log on at this time',
  0xc0000070: 'The account may not log on from this workstation',
  0xc0000071: 'The password has expired',
  0xc0000072: 'The account is disabled',
  0xc0000133: 'The clocks of client and domain controller differ too much',
  0xc000015b: 'The account was not granted this type of logon',
  0xc0000192: 'The Netlogon service is not running',
  0xc0000193: 'The account has expired',
  0xc0000224: 'The password has to be changed at the next logon',
  0xc0000234: 'The account is locked',
  0xc0000413: 'An authentication policy does not allow the logon to this machine',
};

/** `0xC000006D` of a status as a signed or unsigned number. */
export function statusCode(status: number): string {
  return `0x${(status >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

export function statusMeaning(status: number): string | undefined {
  return statusMeanings[status >>> 0];
}

/** Accounts of the system itself: LocalSystem, LocalService, NetworkService, and those of services and window managers. */
export function isSystemSid(sid: string): boolean {
  return !sid.startsWith('S-1-5-21-') && /^S-1-5-(?:18|19|20|80-.+|90-.+|96-.+)$/.test(sid);
}

/** What a SID and `UserIsAdmin` say of the kind of user; undefined where they say nothing. */
export function userType(sid: string | undefined, isAdmin: string | undefined): UserTypeId | undefined {
  if (sid !== undefined && isSystemSid(sid)) return UserTypeId.System;
  if (isAdmin === '1') return UserTypeId.Admin;
  return isAdmin === '0' ? UserTypeId.User : undefined;
}

/** RIDs of the groups that every Windows has under its BUILTIN domain. */
const isBuiltin = (rid: number): boolean => rid >= 544 && rid <= 583;

/** The SID of a relative id, written as eight hexadecimal digits, in a domain. */
export function sidOf(domainSid: string, rid: string): string | undefined {
  if (!/^S-1-\d+(?:-\d+)+$/.test(domainSid) || !/^[0-9a-f]{8}$/i.test(rid)) return undefined;
  const number = Number.parseInt(rid, 16);
  return `${isBuiltin(number) ? 'S-1-5-32' : domainSid}-${number}`;
}

/** OCSF's ids of integrity levels by Windows's. */
export function integrityId(level: number): 1 | 2 | 3 | 4 | 5 | 6 | undefined {
  switch (level) {
    case 0:
      return 1;
    case 4096:
      return 2;
    case 8192:
    case 8448:
      return 3;
    case 12_288:
      return 4;
    case 16_384:
      return 5;
    case 20_480:
      return 6;
    default:
      return undefined;
  }
}
