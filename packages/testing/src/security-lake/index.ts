export {
  createSecurityLakeEmulator,
  type HandledCall,
  type SecurityLakeEmulator,
  type SecurityLakeEmulatorOptions,
} from './emulator.ts';
export type { Fault } from './faults.ts';
export type { EmulatorRequest, EmulatorResponse, RequestHandler } from './http.ts';
export { securityLakeHandlers } from './msw-handlers.ts';
export type { ObjectNotification, WrittenObject } from './object-notifications.ts';
export { startSecurityLakeEmulator, type SecurityLakeServer, type ServerOptions } from './server.ts';
export type { LakeException } from './state.ts';
