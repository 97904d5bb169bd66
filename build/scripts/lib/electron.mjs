import { createInterface } from 'node:readline';
import { root } from './paths.mjs';
import { run, runForOutput } from './processes.mjs';
import { Stop } from './say.mjs';

/** Chromium's complaints about a machine without D-Bus, GPU or a configured display: true here, and of no use to anyone. */
const HARMLESS =
  /^\[\d+:\d{4}\/[\d.]+:(?:ERROR|WARNING):(?:bus|object_proxy|viz_main_impl|gpu_init|gl_surface_presentation_helper|gpu_memory_buffer_support_x11|angle_platform_impl|vaapi_wrapper|sandbox_linux)\.cc/;

/** Switches that the place needs: root has no user namespace sandbox; a virtual display has no GPU. */
export function placeSwitches(virtual) {
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  return [...(asRoot ? ['--no-sandbox'] : []), ...(virtual ? ['--disable-gpu'] : [])];
}

/** Runs the unpackaged application to its end; stdin and stdout are passed through, stderr without Chromium's noise. */
export function runApplication(runtime, args, { env, virtual }) {
  return run(runtime.executable, [...placeSwitches(virtual), root, ...args], {
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
    onStart: (child) => {
      endWithNpm(child);
      passErrors(child);
    },
  });
}

/**
 * Asks the unpackaged application one question (`… --json`) and gives its answer; its progress goes to the terminal.
 * Throws `Stop` with the application's own message when it fails.
 */
export async function askApplication(runtime, args, { env, virtual }) {
  const { code, output } = await runForOutput(
    runtime.executable,
    [...placeSwitches(virtual), root, ...args],
    { env, stdio: ['ignore', 'pipe', 'pipe'], onStart: passErrors },
  );
  const answer = readAnswer(output);
  if (code === 0 && answer !== undefined) return answer;
  throw new Stop(`'${args[0]}' failed: ${answer?.error?.message ?? `exit code ${code}`}`);
}

function readAnswer(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

/** Hands the application's messages on, without Chromium's noise. */
function passErrors(child) {
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!HARMLESS.test(line)) process.stderr.write(`${line}\n`);
  });
}

/**
 * npm hands a signal to the shell that it started, not to us: when that shell is gone, nobody is left who could end
 * the application. Started without npm, it lives on as any program does.
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 250);
  child.once('close', () => clearInterval(watch));
}
