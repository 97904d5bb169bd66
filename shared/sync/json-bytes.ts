/*
 * Steps over JSON text that is still bytes, exactly as strict as JSON.parse. Each function takes the place where its
 * part begins and gives the place behind it, or `notJson`. Whoever meets that leaves the text to JSON.parse, which
 * says what is wrong, or accepts what is merely too deep for this.
 */

export const notJson = -1;

/** Deeper nesting than any network sends; it is left to JSON.parse, which needs no stack. */
const deepest = 64;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const minus = 0x2d;
const zero = 0x30;
const nine = 0x39;

/** The place of the next character that is no white space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const code = bytes[at];
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Behind a string that begins with its quote here. */
export function skipString(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== quote) return notJson;
  let at = from + 1;
  for (;;) {
    const code = bytes[at];
    if (code === undefined || code < 0x20) return notJson;
    if (code === quote) return at + 1;
    if (code === backslash) {
      at = skipEscape(bytes, at + 1);
      if (at === notJson) return notJson;
    } else at += 1;
  }
}

/** Behind an escape whose backslash is behind us. */
function skipEscape(bytes: Uint8Array, from: number): number {
  switch (bytes[from]) {
    case quote:
    case backslash:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return from + 1;
    case 0x75: {
      for (let at = from + 1; at < from + 5; at += 1) if (!isHex(bytes[at])) return notJson;
      return from + 5;
    }
    default:
      return notJson;
  }
}

function isHex(code: number | undefined): boolean {
  if (code === undefined) return false;
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** Is this the code of an ASCII digit? */
export function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= zero && code <= nine;
}

/** Behind a value of any kind, white space before it included. */
export function skipValue(bytes: Uint8Array, from: number, depth = 0): number {
  const at = skipSpace(bytes, from);
  switch (bytes[at]) {
    case quote:
      return skipString(bytes, at);
    case 0x7b:
      return skipMembers(bytes, at + 1, 0x7d, true, depth + 1);
    case 0x5b:
      return skipMembers(bytes, at + 1, 0x5d, false, depth + 1);
    case 0x74:
      return skipWord(bytes, at, 'true');
    case 0x66:
      return skipWord(bytes, at, 'false');
    case 0x6e:
      return skipWord(bytes, at, 'null');
    default:
      return skipNumber(bytes, at);
  }
}

/** Behind the rest of an object or a list whose opening bracket is behind us. */
function skipMembers(
  bytes: Uint8Array,
  from: number,
  close: number,
  hasKeys: boolean,
  depth: number,
): number {
  if (depth > deepest) return notJson;
  let at = skipSpace(bytes, from);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    if (hasKeys) {
      at = skipKey(bytes, at);
      if (at === notJson) return notJson;
    }
    at = skipValue(bytes, at, depth);
    if (at === notJson) return notJson;
    at = skipSpace(bytes, at);
    if (bytes[at] === close) return at + 1;
    if (bytes[at] !== comma) return notJson;
    at = skipSpace(bytes, at + 1);
  }
}

/** Behind a key and its colon; the key's own text ends at its closing quote. */
function skipKey(bytes: Uint8Array, from: number): number {
  const end = skipString(bytes, from);
  return end === notJson ? notJson : skipColon(bytes, end);
}

/** Behind the colon that follows a key, white space around it included. */
export function skipColon(bytes: Uint8Array, from: number): number {
  const at = skipSpace(bytes, from);
  return bytes[at] === colon ? skipSpace(bytes, at + 1) : notJson;
}

function skipWord(bytes: Uint8Array, from: number, word: string): number {
  for (let index = 0; index < word.length; index += 1) {
    if (bytes[from + index] !== word.charCodeAt(index)) return notJson;
  }
  return from + word.length;
}

function skipNumber(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === minus ? from + 1 : from;
  if (bytes[at] === zero) at += 1;
  else at = skipDigits(bytes, at);
  if (at !== notJson && bytes[at] === 0x2e) at = skipDigits(bytes, at + 1);
  if (at !== notJson && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
    const signed = bytes[at + 1] === 0x2b || bytes[at + 1] === minus;
    at = skipDigits(bytes, at + (signed ? 2 : 1));
  }
  return at;
}

/** Behind one digit or more. */
function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at === from ? notJson : at;
}
