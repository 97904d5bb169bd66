/**
 * Calls back with what nobody caught, in this process. Without a listener Electron would show a dialog, which a command
 * that runs unseen could never close.
 */
export function onUnexpected(listener: (thrown: unknown) => void): void {
  process.on('uncaughtException', listener);
  process.on('unhandledRejection', listener);
}
