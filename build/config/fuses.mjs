import { FuseState, FuseV1Options, FuseVersion } from '@electron/fuses';

/** True where Electron checks the hash of app.asar that is written into the executable. */
const CHECKS_ASAR = process.platform === 'darwin' || process.platform === 'win32';

/** Each fuse of a release by name; the ones that are left to Electron's default are absent. */
const RELEASE = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: CHECKS_ASAR,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * The fuses to set on an executable whose fuse wire is `present` (from `getCurrentFuseWire`): a runtime that does not
 * know a fuse has no place for it on its wire, and setting it would fail.
 */
export function fusesFor(present, { inspect = false } = {}) {
  const wanted = { ...RELEASE, EnableNodeCliInspectArguments: inspect };
  return Object.fromEntries(
    Object.entries(wanted).filter(([name]) => present[FuseV1Options[name]] !== undefined),
  );
}

/** `fusesFor` in the form that `flipFuses` takes. */
export function fuseConfig(fuses) {
  const states = Object.entries(fuses).map(([name, on]) => [FuseV1Options[name], on]);
  return {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin' && process.arch === 'arm64',
    ...Object.fromEntries(states),
  };
}

/** A fuse wire in words: name → on or off; fuses that the runtime does not have are absent. */
export function fusesInWords(wire) {
  const states = { [FuseState.ENABLE]: true, [FuseState.DISABLE]: false };
  const named = Object.entries(FuseV1Options)
    .filter(([name]) => Number.isNaN(Number(name)))
    .map(([name, index]) => [name, states[wire[index]]]);
  return Object.fromEntries(named.filter(([, on]) => on !== undefined));
}
