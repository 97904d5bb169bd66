import type { RejectedCell } from '../../shared/ipc/imports';
import type { DeskFailure } from '../../shared/kernel/result';

/** What a command says at its end: a report, and beside it the error when it failed. */
export interface CommandReport {
  readonly report: Readonly<Record<string, unknown>>;
  readonly error?: DeskFailure & { readonly rows?: readonly RejectedCell[] };
}

export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** The text for the standard output: with `--json` one object on one line, else lines for a person. */
export function reportText({ report, error }: CommandReport, json: boolean): string {
  if (json) {
    const failure =
      error === undefined
        ? {}
        : {
            error: {
              code: error.code,
              message: error.message,
              ...(error.rows === undefined ? {} : { rows: error.rows }),
            },
          };
    return `${JSON.stringify({ ...report, ...failure })}\n`;
  }
  const lines = Object.entries(report).flatMap(([name, value]) => lineOf(name, value, 0));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A nested value as indented lines; a list of plain objects has one line for each. */
function lineOf(name: string, value: unknown, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (!isNested(value)) return [`${indent}${name}: ${plain(value)}`];
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${indent}${name}: none`];
    return [`${indent}${name}:`, ...value.map((item) => `${indent}  ${plain(item)}`)];
  }
  return [
    `${indent}${name}:`,
    ...Object.entries(value).flatMap(([key, item]) => lineOf(key, item, depth + 1)),
  ];
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'string') return value;
  if (!isNested(value)) return JSON.stringify(value);
  const { amountMinor, currency } = value as { amountMinor?: unknown; currency?: unknown };
  if (typeof amountMinor === 'number' && typeof currency === 'string') {
    return `${amountMinor} ${currency} (minor units)`;
  }
  return Object.entries(value)
    .map(([key, item]) => `${key} ${plain(item)}`)
    .join(' · ');
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Writes to a standard stream and waits until it has taken everything; a reader that went away is no failure. */
export function writeOut(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
}
