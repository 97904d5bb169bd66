import { DeskError } from './result';

/**
 * A hybrid logical clock (Kulkarni et al., 2014): wall time that never runs backwards and orders changes across devices.
 * Written as `milliseconds-counter-device` in fixed-width hexadecimal, so that the order of the texts is the order of
 * the stamps.
 */
export type Stamp = string;

export interface StampParts {
  /** ms since the epoch, UTC. */
  readonly milliseconds: number;
  /** Tells changes of one millisecond apart. */
  readonly counter: number;
  /** 16 hexadecimal digits. */
  readonly device: string;
}

const maximumCounter = 0xffff;
const maximumMilliseconds = 2 ** 48 - 1;
const stampPattern = /^([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-f]{16})$/;

/** A colleague's stamp may be this far ahead of our clock; one further ahead comes from a clock that is set wrong. */
export const allowedDrift = 24 * 3_600_000;

/** Writes a stamp. Throws a RangeError for parts that do not fit. */
export function formatStamp({ milliseconds, counter, device }: StampParts): Stamp {
  const fits =
    Number.isInteger(milliseconds) &&
    milliseconds >= 0 &&
    milliseconds <= maximumMilliseconds &&
    Number.isInteger(counter) &&
    counter >= 0 &&
    counter <= maximumCounter &&
    /^[0-9a-f]{16}$/.test(device);
  if (!fits) {
    throw new RangeError(
      `Not the parts of a stamp: ${JSON.stringify({ milliseconds, counter, device })}`,
    );
  }
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** Reads a stamp. Throws a RangeError for a text that is none. */
export function parseStamp(stamp: Stamp): StampParts {
  const match = stampPattern.exec(stamp);
  if (!match) throw new RangeError(`Not a stamp: ${JSON.stringify(stamp)}`);
  return {
    milliseconds: parseInt(match[1] ?? '', 16),
    counter: parseInt(match[2] ?? '', 16),
    device: match[3] ?? '',
  };
}

/**
 * The stamp of the next change on this device: later than `last` (null before the first change) even when the wall clock
 * `now` stood still or was set back. A full counter borrows the next millisecond.
 */
export function nextStamp(last: Stamp | null, now: number, device: string): Stamp {
  if (last === null) return formatStamp({ milliseconds: now, counter: 0, device });
  const before = parseStamp(last);
  if (now > before.milliseconds) return formatStamp({ milliseconds: now, counter: 0, device });
  if (before.counter < maximumCounter) {
    return formatStamp({ milliseconds: before.milliseconds, counter: before.counter + 1, device });
  }
  return formatStamp({ milliseconds: before.milliseconds + 1, counter: 0, device });
}

/**
 * Takes note of a colleague's stamp: the later of the two, from which `nextStamp` goes on. Throws `CLOCK_DRIFT` when the
 * colleague's clock is more than `allowedDrift` ahead of ours, because its changes would win over everyone's until then.
 */
export function mergeStamps(last: Stamp | null, remote: Stamp, now: number): Stamp {
  const { milliseconds } = parseStamp(remote);
  if (milliseconds > now + allowedDrift) {
    throw new DeskError(
      'CLOCK_DRIFT',
      'These changes come from a computer whose clock is set more than a day ahead of this one. They were not taken in. Set both clocks right and try again.',
    );
  }
  return last === null || remote > last ? remote : last;
}
