import type { Kind } from './kind.fixture.ts';

export const accounts: readonly Kind[] = [
  {
    says: 'a user logged on',
    is: 'Authentication: Logon',
    status: 'Success',
    names: ['UserLogon', 'ActiveDirectoryInteractiveDomainLogon', 'ActiveDirectoryAuthentication'],
  },
  {
    says: 'a logon failed',
    is: 'Authentication: Logon',
    status: 'Failure',
    names: ['UserLogonFailed', 'UserLogonFailed2', 'ActiveDirectoryAuthenticationFailure'],
  },
  { says: 'a user logged off', is: 'Authentication: Logoff', names: ['UserLogoff'] },
  {
    says: 'a domain controller let an account use a service',
    is: 'Authentication: Other',
    status: 'Success',
    with: { activity_name: 'Service Access' },
    names: ['ActiveDirectoryServiceAccessRequest'],
  },
  {
    says: 'a domain controller did not let an account use a service',
    is: 'Authentication: Other',
    status: 'Failure',
    with: { activity_name: 'Service Access' },
    names: ['ActiveDirectoryServiceAccessRequestFailure'],
  },
  {
    says: 'a user signed in to a facilitator of single sign-on, or by it to an application',
    is: 'Authentication: Logon',
    status: 'Success',
    names: ['SsoUserLogon', 'SsoApplicationAccess'],
  },
  {
    says: 'signing in there failed',
    is: 'Authentication: Logon',
    status: 'Failure',
    names: ['SsoUserLogonFailure', 'SsoApplicationAccessFailure'],
  },
  { says: 'an account was created', is: 'Account Change: Create', names: ['UserAccountCreated'] },
  { says: 'an account was deleted', is: 'Account Change: Delete', names: ['UserAccountDeleted'] },
  ...(
    [
      ['ActiveDirectoryAccountCreated', 'Create'],
      ['ActiveDirectoryAccountEnabled', 'Enable'],
      ['ActiveDirectoryAccountDisabled', 'Disable'],
      ['ActiveDirectoryAccountLocked', 'Lock'],
      ['ActiveDirectoryAccountPasswordUpdate', 'Password Change'],
    ] as const
  ).map(([name, activity]) => ({
    says: `an account of Active Directory was changed: ${activity}`,
    is: `Account Change: ${activity}`,
    status: 'Success' as const,
    with: { user: { name: 'ada' } },
    names: [name],
  })),
  ...(
    [
      ['ActiveDirectoryAccountUnlocked', 'Unlock'],
      ['ActiveDirectoryAccountNameUpdate', 'Name Change'],
    ] as const
  ).map(([name, activity]) => ({
    says: `an account of Active Directory was changed: ${activity}`,
    is: 'Account Change: Other',
    status: 'Success' as const,
    with: { activity_name: activity, user: { name: 'ada' } },
    names: [name],
  })),
  {
    says: 'an account of Open Directory was created',
    is: 'Account Change: Create',
    status: 'Success',
    names: ['OpenDirectoryCreateUser'],
  },
  {
    says: 'an account of Open Directory was deleted',
    is: 'Account Change: Delete',
    status: 'Success',
    names: ['OpenDirectoryDeleteUser'],
  },
  {
    says: 'the password of an account of Open Directory was changed',
    is: 'Account Change: Password Change',
    status: 'Success',
    with: { user: { name: 'bob' } },
    names: ['OpenDirectoryPasswordModification'],
  },
  ...(
    [
      ['OpenDirectoryAttributeAdd', 'Attribute Added'],
      ['OpenDirectoryAttributeSet', 'Attribute Set'],
      ['OpenDirectoryAttributeRemove', 'Attribute Removed'],
    ] as const
  ).map(([name, activity]) => ({
    says: `an attribute of an account of Open Directory changed: ${activity}`,
    is: 'Account Change: Other',
    status: 'Success' as const,
    with: { activity_name: activity, user: { name: 'bob' } },
    names: [name],
  })),
  { says: 'an account was added to a group', is: 'Group Management: Add User', names: ['UserAccountAddedToGroup'] },
  {
    says: 'an account was removed from a group',
    is: 'Group Management: Remove User',
    names: ['UserAccountRemovedFromGroup'],
  },
];
