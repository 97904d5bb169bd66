export { createBackups, type Backups } from './backups';
export { crashPoint } from './crash-point';
export { keepDaily } from './daily';
export type { Follower } from './follower';
export { openSafety, type Safety } from './safety';
