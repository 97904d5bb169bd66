import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const COPYRIGHT = 'Copyright © 2026 Quarterdeck founders';
const TEST_NAME = 'Quarterdeck (test build)';

/** What electron-builder packs, in common for every build. */
function common({ name, output }) {
  return {
    appId: 'app.quarterdeck.desk',
    productName: name,
    copyright: COPYRIGHT,
    directories: { output, buildResources: 'build' },
    // Everything is bundled: the archive holds the build, the resources and package.json, and no node_modules.
    files: ['dist/**', 'resources/**', 'package.json', '!**/*.map', '!node_modules/**'],
    asar: true,
    npmRebuild: false,
    publish: null,
    linux: {
      executableName: 'quarterdeck',
      category: 'Office',
      maintainer: 'Quarterdeck founders',
    },
    win: { executableName: 'Quarterdeck' },
  };
}

/** The release: installers for this platform with the pinned Electron. `beforePacked` sees the folder before it is signed. */
export function releaseConfig({ output, electronFolder, electronVersion, beforePacked }) {
  const base = common({ name: 'Quarterdeck', output });
  return {
    ...base,
    electronDist: electronFolder,
    electronVersion,
    afterPack: afterPack(beforePacked),
    linux: { ...base.linux, target: ['AppImage', 'deb'] },
    mac: { category: 'public.app-category.business', target: ['dmg', 'zip'] },
    win: { ...base.win, target: ['nsis'] },
  };
}

/** A test build: only the folder, with whatever runtime is there, and marked so that nobody takes it for a release. */
export function testConfig({ output, electronFolder, electronVersion }) {
  const base = common({ name: TEST_NAME, output });
  return {
    ...base,
    electronDist: electronFolder,
    electronVersion,
    extraMetadata: { quarterdeckBuild: 'test', productName: TEST_NAME },
    afterPack: afterPack(),
    linux: { ...base.linux, target: ['dir'] },
    mac: { target: ['dir'], identity: null },
    win: { ...base.win, target: ['dir'] },
  };
}

/** The runtime's own default application, and the stamp files of a stand-in, have no place in a package. */
function afterPack(next) {
  return async (context) => {
    const { appOutDir, electronPlatformName } = context;
    if (electronPlatformName !== 'darwin') {
      await rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
    }
    await next?.(context);
  };
}
