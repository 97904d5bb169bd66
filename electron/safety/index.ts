export { createBackups, type Backups } from './backups';
export { openSafety, type Safety } from './safety';
