import './jitless';
export { createDataClient, type PageDataClient } from './data-client';
export { startDataWorker, type DataWorkerHost } from './data-worker';
export { askMain, desk } from './desk';
