/** Times keys inside the page: from the moment of the key to the first frame with its result. */
export interface KeyClock {
  /** The result is in the document: the frame that is drawn next shows it. */
  readonly answer: () => void;
  /** The result was on the screen at this time of the page. */
  readonly paintedAt: (time: number) => void;
  readonly isWaiting: () => boolean;
  /** Has the last key's result been painted? */
  readonly isSettled: () => boolean;
  readonly takeTimes: () => readonly number[];
  readonly takeLongTasks: () => readonly number[];
}

declare global {
  interface Window {
    readonly keyClock: KeyClock;
  }
}

/** Runs in the page, so it is all there is in it. A space changes no result and is not timed. */
export function installKeyClock(): void {
  let times: number[] = [];
  let tasks: number[] = [];
  let pressedAt: number | null = null;
  let painting = 0;
  const modifiers = ['Control', 'Shift', 'Alt', 'Meta', ' '];
  window.addEventListener(
    'keydown',
    (event) => (pressedAt = modifiers.includes(event.key) ? null : event.timeStamp),
    true,
  );
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  const keyClock: KeyClock = {
    answer: () => {
      if (pressedAt === null) return;
      const started = pressedAt;
      pressedAt = null;
      painting += 1;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          painting -= 1;
          times.push(performance.now() - started);
        };
        port2.postMessage(null);
      });
    },
    paintedAt: (time) => {
      if (pressedAt === null || time < pressedAt) return;
      times.push(time - pressedAt);
      pressedAt = null;
    },
    isWaiting: () => pressedAt !== null,
    isSettled: () => pressedAt === null && painting === 0,
    takeTimes: () => {
      const taken = times;
      times = [];
      return taken;
    },
    takeLongTasks: () => {
      const taken = tasks;
      tasks = [];
      return taken;
    },
  };
  Object.assign(window, { keyClock });
}
