export { externalAddress, openExternal, openLocal } from './external';
export { guardContents } from './guards';
export { isOwnAddress, isOwnPage, ORIGIN, pages, type PageName } from './origin';
export { guardPermissions, isPermitted } from './permissions';
export { guardRequests, isPageRequestAllowed } from './requests';
export { registerScheme, serveScheme, type InlinePages } from './scheme';
