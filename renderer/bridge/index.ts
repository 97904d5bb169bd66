import './jitless';
export { createDataClient } from './data-client';
export { isStoreMadeReady, startDataWorker } from './data-worker';
export { askMain, desk } from './desk';
