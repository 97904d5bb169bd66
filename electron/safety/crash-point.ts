import { isTestBuild } from '../app/build-info';

/** `label` or `label#3`: where a test wants this process to die. Null in every build that people get. */
const wanted = readWanted();
const passed = new Map<string, number>();

function readWanted(): { readonly label: string; readonly times: number } | null {
  const [label = '', times = '1'] = (process.env['QUARTERDECK_CRASH_AT'] ?? '').split('#');
  // Processes that main starts have no application to ask, and write nothing that main doesn't check.
  if (label === '' || process.type !== 'browser' || !isTestBuild()) return null;
  return { label, times: Number(times) };
}

/** A durable write begins or ends here: the crash suite kills the process at each of these places in turn. */
export function crashPoint(label: string): void {
  if (wanted?.label !== label) return;
  const times = (passed.get(label) ?? 0) + 1;
  passed.set(label, times);
  if (times >= wanted.times) process.kill(process.pid, 'SIGKILL');
}
