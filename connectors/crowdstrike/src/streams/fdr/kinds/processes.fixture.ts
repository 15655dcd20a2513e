import type { Kind } from './kind.fixture.ts';

export const processes: readonly Kind[] = [
  {
    says: 'a process runs, or ran before the sensor did',
    is: 'Process Activity: Launch',
    status: 'Success',
    names: ['ProcessRollup', 'ProcessRollup2', 'SyntheticProcessRollup2'],
  },
  { says: 'WMI was used to start a process', is: 'Process Activity: Launch', names: ['WmiCreateProcess'] },
  {
    says: 'a prevention policy blocked a process',
    is: 'Process Activity: Launch',
    status: 'Failure',
    names: ['ProcessBlocked'],
  },
  {
    says: 'a process finished or was ended',
    is: 'Process Activity: Terminate',
    status: 'Success',
    names: ['EndOfProcess', 'TerminateProcess'],
  },
  {
    says: 'a process (a browser, a document program, Java, one with an unsigned module) put a thread into another one',
    is: 'Process Activity: Inject',
    with: { injection_type: 'Remote Thread' },
    names: [
      'InjectedThread',
      'InjectedThreadFromUnsignedModule',
      'BrowserInjectedThread',
      'DocumentProgramInjectedThread',
      'JavaInjectedThread',
      'RemoteThreadCreate',
    ],
  },
  {
    says: 'a library was injected into the target process',
    is: 'Process Activity: Inject',
    with: { injection_type: 'Load Library' },
    names: ['DllInjection'],
  },
  {
    says: 'an asynchronous procedure call was queued on a process by another one',
    is: 'Process Activity: Inject',
    with: { injection_type: 'Queue APC' },
    names: ['QueueApcEtw', 'SuspiciousUserRemoteAPCAttempt'],
  },
  {
    says: 'a library that was loaded by itself is in the call stack of the start of a thread',
    is: 'Process Activity: Inject',
    with: { injection_type: 'Reflective Library' },
    names: ['CreateThreadReflectiveDll'],
  },
  {
    says: 'another process wrote code into a process and ran it',
    is: 'Process Activity: Inject',
    with: { injection_type: 'Code Written by Another Process' },
    names: ['ProcessInjection'],
  },
  {
    says: 'a handle to a privileged process was opened with special rights',
    is: 'Process Activity: Open',
    names: [
      'PrivilegedProcessHandle',
      'PrivilegedProcessHandleFromUnsignedModule',
      'SuspiciousPrivilegedProcessHandle',
      'LsassHandleFromUnsignedModule',
    ],
  },
  {
    says: 'who a process acted for, before and after it took on another identity',
    is: 'Process Activity: Set User ID',
    names: ['TokenImpersonated'],
  },
  {
    says: 'su let a process run as another user',
    is: 'Process Activity: Set User ID',
    with: { process: { user: { uid: '501', name: 'bob' } }, actor: { user: { uid: '0', name: 'root' } } },
    names: ['ProcessSubstituteUser'],
  },
  {
    says: 'all that was typed at a console of a process',
    is: 'Process Activity: Other',
    with: { activity_name: 'Command History' },
    names: ['CommandHistory'],
  },
  {
    says: 'a process deleted what it runs from',
    is: 'Process Activity: Other',
    with: { activity_name: 'Self Deletion' },
    names: ['ProcessSelfDeleted'],
  },
  {
    says: 'an executable that is known to be packed was run',
    is: 'Process Activity: Other',
    with: { activity_name: 'Run of a Packed Executable' },
    names: ['ProcessExecOnPackedExecutable'],
  },
];
