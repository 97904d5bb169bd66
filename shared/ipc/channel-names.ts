/**
 * Every door between the page and the main process, by name; `channels.ts` says what goes through each. The names stand
 * apart so that the preload bundles no schema library.
 */
export const channelNames = [
  'app.info',
  'app.openLogFolder',
  'app.openProfileFolder',
  'app.openProfile',
  'page.started',
  'page.ready',
  'page.failed',
  'page.online',
  'reports.csp',
  'connections.accounts',
  'connections.cancel',
  'connections.connect',
  'tokenStore.state',
  'tokenStore.choose',
  'sync.run',
  'sync.cancel',
  'sync.state',
  'work.state',
  'explore.sample',
  'reviews.export',
  'reviews.cancel',
  'reviews.saveCopy',
  'reviews.openFile',
  'tables.save',
  'safety.state',
  'safety.snapshot',
  'safety.restore',
  'safety.goOn',
  'safety.startEmpty',
  'safety.verify',
  'safety.secondFolder',
  'safety.backup',
  'safety.openBackup',
  'safety.restoreBackup',
  'safety.forgetBackup',
  'safety.drill',
  'safety.cancel',
  'privacy.saveFile',
  'privacy.erase',
  'privacy.erasedIn',
  'imports.receive',
  'imports.inspect',
  'imports.plan',
  'imports.write',
  'imports.saveLeft',
  'attachments.receive',
  'attachments.keep',
  'attachments.read',
  'attachments.open',
  'attachments.show',
  'attachments.saveCopy',
  'imports.openFile',
  'data.export',
  'files.cancel',
  'weeklyNotes.saveDrafts',
  'weeklyNotes.cancel',
  'external.open',
] as const;
export type ChannelName = (typeof channelNames)[number];

/** What main tells the page without being asked. */
export const eventNames = [
  'connections.asking',
  'sync.progress',
  'sync.state',
  'explore.progress',
  'reviews.progress',
  'files.progress',
  'weeklyNotes.progress',
  'tokenStore.state',
  'work.state',
  'safety.state',
  'safety.progress',
] as const;
export type EventName = (typeof eventNames)[number];

/** The message by which main hands the page a port to the data worker, and the key under which the page sees it. */
export const portChannel = 'desk:port';
export const portMessageKey = 'deskPort';
