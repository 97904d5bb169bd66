export type { Handlers } from './answer';
export { createIpcRegister, type IpcRegister } from './register';
