import { Buffer } from 'node:buffer';

/** What a call is answered with; `body` is whole. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

const JSON_TYPE = 'application/json;charset=UTF-8';

/** An answer whose body is the value as JSON. */
export function jsonAnswer(value: unknown, status = 200): Answer {
  return textAnswer(JSON.stringify(value), status);
}

/** An answer whose body is JSON already. */
export function textAnswer(body: string | Buffer, status = 200, contentType = JSON_TYPE): Answer {
  return {
    status,
    body: typeof body === 'string' ? Buffer.from(body, 'utf8') : body,
    contentType,
    headers: {},
  };
}

/** An error as Awin words it. */
export function awinError(status: number, error: string, description: string): Answer {
  return jsonAnswer({ error, description }, status);
}

/** An error as PartnerStack words it. */
export function partnerStackError(status: number, message: string): Answer {
  return jsonAnswer({ message, status }, status);
}
