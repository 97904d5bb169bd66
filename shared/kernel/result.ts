/**
 * A failure that a person can act on. `message` is a plain sentence: what happened, what it means for the data, what to
 * do. `code` is a stable word for programs and tests. `retryable` says that the same call may succeed later.
 */
export interface DeskFailure {
  readonly code: string;
  readonly message: string;
  readonly retryable?: boolean;
  readonly detail?: string;
}

/** The one envelope in which every answer crosses a process boundary. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: DeskFailure };

/** An error inside a room; at a boundary it becomes a `DeskFailure`. */
export class DeskError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly detail: string | undefined;

  constructor(
    code: string,
    message: string,
    options: { retryable?: boolean; detail?: string } = {},
  ) {
    super(message);
    this.name = 'DeskError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.detail = options.detail;
  }
}

/** Wraps a value for the crossing. */
export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** Turns anything thrown into a failure; an unknown error becomes `INTERNAL` with its own message as the detail. */
export function toFailure(thrown: unknown): DeskFailure {
  if (thrown instanceof DeskError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.retryable ? { retryable: true } : {}),
      ...(thrown.detail === undefined ? {} : { detail: thrown.detail }),
    };
  }
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code: 'INTERNAL',
    message: 'Something went wrong inside Quarterdeck. Nothing was half-written; please try again.',
    detail,
  };
}

/** Unwraps an answer from another process; throws its failure as a `DeskError`. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { code, message, retryable, detail } = result.error;
  throw new DeskError(code, message, {
    ...(retryable === undefined ? {} : { retryable }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** Makes an exhaustive `switch` a type error when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
