export { openSafety, type Safety } from './safety';
