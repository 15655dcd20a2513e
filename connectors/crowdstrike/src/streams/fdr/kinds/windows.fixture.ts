import type { Kind } from './kind.fixture.ts';

export const windows: readonly Kind[] = [
  {
    says: 'a value of the registry was updated',
    is: 'Registry Value Activity: Modify',
    names: [
      'AsepValueUpdate',
      'RegGenericValueUpdate',
      'RegSystemConfigValueUpdate',
      'UnclassifiedRegValueUpdate',
      'SuspiciousRegAsepUpdate',
      'RegCrowdstrikeValueUpdate',
    ],
  },
  {
    says: 'a key of the registry was updated',
    is: 'Registry Key Activity: Modify',
    names: [
      'AsepKeyUpdate',
      'RegGenericKeyUpdate',
      'RegSystemConfigKeyUpdate',
      'RegCrowdstrikeKeyUpdate',
      'RegKeySecurityDecreased',
      'RegKeySecurityDecreasedFromUnsignedModule',
    ],
  },
  {
    says: 'an assembly of .NET was loaded from memory',
    is: 'Module Activity: Load',
    status: 'Success',
    with: { module: { type: '.NET Assembly', file: { name: 'Cart, Version=1.0.0.0' } } },
    names: ['ReflectiveDotnetModuleLoad'],
  },
  {
    says: 'a thread loaded a library from memory',
    is: 'Module Activity: Load',
    status: 'Success',
    with: { module: { type: 'Reflective Library', file: { name: 'cart.dll' } } },
    names: ['ReflectiveDllLoaded'],
  },
  {
    says: 'a library or an executable was loaded into the memory of a process',
    is: 'Module Activity: Load',
    status: 'Success',
    names: ['ImageHash', 'LoadImage', 'ClassifiedModuleLoad', 'UnsignedModuleLoad'],
  },
  {
    says: 'a module was blocked',
    is: 'Module Activity: Load',
    status: 'Failure',
    names: ['ModuleBlockedEvent', 'ModuleBlockedEventWithPatternId'],
  },
  {
    says: 'a script was given to the scanner before it ran',
    is: 'Module Activity: Other',
    with: { activity_name: 'Script Run' },
    names: ['ScriptControlScanTelemetry', 'ScriptControlScanInfo', 'ScriptControlScanV2'],
  },
  {
    says: 'a driver or an extension was loaded into the kernel',
    is: 'Kernel Extension Activity: Load',
    names: ['DriverLoad', 'KernelModeLoadImage', 'KernelModeExecImage', 'KextLoad'],
  },
  { says: 'an extension left the kernel', is: 'Kernel Extension Activity: Unload', names: ['KextUnload'] },
  {
    says: 'the service control manager started a service',
    is: 'Windows Service Activity: Start',
    names: ['ServiceStarted', 'HostedServiceStarted'],
  },
  {
    says: 'the service control manager stopped a service',
    is: 'Windows Service Activity: Stop',
    names: ['ServiceStopped', 'HostedServiceStopped'],
  },
  {
    says: 'an event log was cleared',
    is: 'Event Log Activity: Clear',
    status: 'Success',
    with: { log_name: 'b.txt', file: { path: '\\b.txt' }, actor: { process: { uid: '1' }, user: { name: 'ada' } } },
    names: ['EventLogCleared'],
  },
  { says: 'a service was created', is: 'Windows Service Activity: Create', names: ['CreateService'] },
  {
    says: 'the binary of a service was changed',
    is: 'Windows Service Activity: Reconfigure',
    names: ['ModifyServiceBinary'],
  },
  {
    says: 'a scheduled task was added',
    is: 'Scheduled Job Activity: Create',
    names: ['ScheduledTaskRegistered'],
  },
  { says: 'a scheduled task was modified', is: 'Scheduled Job Activity: Update', names: ['ScheduledTaskModified'] },
  { says: 'a scheduled task was removed', is: 'Scheduled Job Activity: Delete', names: ['ScheduledTaskDeleted'] },
];
