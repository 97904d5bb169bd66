import { buildIfStale } from '../build.mjs';
import { setUpElectron } from './electron-runtime.mjs';
import { setUpPackages } from './packages.mjs';
import { setUpSystemLibraries } from './system-libraries.mjs';

/**
 * Everything between a fresh clone and a running application, each part only if it is not there yet: packages, system
 * libraries, the Electron runtime, the build.
 * @returns what `setUpElectron` found
 */
export async function setUp({ forTests = false } = {}) {
  await setUpPackages();
  await setUpSystemLibraries({ forTests });
  const runtime = await setUpElectron();
  await buildIfStale();
  return runtime;
}
