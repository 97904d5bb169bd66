export { crashPages } from './crash-page';
export {
  createHeadlessWindow,
  createMainWindow,
  showCrashScreen,
  type WindowOptions,
} from './windows';
