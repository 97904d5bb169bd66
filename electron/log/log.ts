import { openRotatingFile } from '../files/rotating-file';
import { createRedactor } from './redact';

export type LogLevel = 'info' | 'warn' | 'error';

/**
 * The application's log. Events are kebab-case words that tests can find; fields are redacted before they are written.
 * Fields are counts, ids and words of ours; what was thrown goes in as it is and loses its sentence. No text of a record, a
 * file or a network's answer is a field.
 */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
  /** Masks this string in every line from now on. */
  hide(secret: string): void;
  /** Removes what is secret from a text for another place, such as a message to a person. */
  clean(text: string): string;
  /** Removes all that was written, by earlier versions too. */
  clear(): void;
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
    clear: () => {
      file.clear();
    },
  };
}
