import { openRotatingFile } from '../files/rotating-file';
import { createRedactor } from './redact';

export type LogLevel = 'info' | 'warn' | 'error';

/** The application's log. Events are kebab-case words that tests can find; fields are redacted before they are written. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
  /** Masks this string in every line from now on. */
  hide(secret: string): void;
  /** Removes what is secret from a text for another place, such as a message to a person. */
  clean(text: string): string;
}

const FILES = 5;
const BYTES_PER_FILE = 1_000_000;

/** Opens the rotating log in a folder (created): five files of 1 MB, the newest is `quarterdeck.log`. */
export function openLog(folder: string): Log {
  const file = openRotatingFile(folder, 'quarterdeck.log', BYTES_PER_FILE, FILES);
  const redactor = createRedactor();

  function write(level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>): void {
    const details = fields === undefined ? '' : ` ${JSON.stringify(redactor.value(fields))}`;
    const line = `${new Date().toISOString()} ${level} ${redactor.text(event)}${details}`;
    file.append(`${line.replace(/[\r\n]+/g, ' ')}\n`);
  }

  return {
    info: (event, fields) => {
      write('info', event, fields);
    },
    warn: (event, fields) => {
      write('warn', event, fields);
    },
    error: (event, fields) => {
      write('error', event, fields);
    },
    hide: (secret) => {
      redactor.register(secret);
    },
    clean: (text) => redactor.text(text),
  };
}
