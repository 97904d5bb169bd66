import { startDataWorker } from './bridge';

// The page of a command: no interface, only the data worker and its ports.
startDataWorker();
