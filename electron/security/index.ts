export { openExternal, openLocal, showLocal } from './external';
export { guardContents } from './guards';
export { pages } from './origin';
export { guardPermissions } from './permissions';
export { guardRequests } from './requests';
export { registerScheme, serveScheme, type InlinePages } from './scheme';
