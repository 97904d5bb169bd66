export { namedFiles } from './named-files';
export { unreadFiles } from './unread-files';
