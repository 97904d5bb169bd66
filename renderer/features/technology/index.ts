export { ConnectScreen } from './connect/connect-screen';
export { FirstStart } from './first-start/first-start';
export { SyncScreen } from './sync/sync-screen';
