export { createBackups, type Backups } from './backups';
export { crashPoint } from './crash-point';
export { openSafety, type Safety } from './safety';
