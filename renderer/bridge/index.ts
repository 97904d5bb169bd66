import './jitless';
export { createDataClient } from './data-client';
export { startDataWorker } from './data-worker';
export { askMain, desk } from './desk';
