const MASK = '[redacted]';
/** Shorter strings would blank out ordinary words. */
const SHORTEST_SECRET = 6;

const secretKey =
  /(token|secret|password|passphrase|authorization|cookie|api[-_]?key|public[-_]?key|credential)/i;
/** What looks like a secret wherever it stands: auth schemes, query parameters, credentials in addresses. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=:-]+/gi, `$1 ${MASK}`],
  [/([?&](?:access_?token|token|key|secret|password)=)[^&\s"']+/gi, `$1${MASK}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s:@"']+:[^/\s@"']+@/gi, `$1${MASK}@`],
];

/** Takes secrets out of what is about to be written. */
export interface Redactor {
  /** From now on this string, and both its halves when it is `publicKey:secretKey`, is masked everywhere. */
  register(secret: string): void;
  text(text: string): string;
  /** A JSON-safe copy: values under secret-looking keys are masked, every string is cleaned, errors lose their sentences. */
  value(value: unknown): unknown;
}

/** A place in the code, as a line of a stack says it. */
const framePattern = /^\s+at .*(?:\d+:\d+\)?|<anonymous>\)?|\(native\))$/;

/**
 * What of an error tells where it happened and no more: its sort, its code and the places in the code. Its sentence is left
 * out, because sentences name what they are about, records and people among it, and a log outlives both.
 */
function tracesOf(error: Error): string {
  const { stack = '', message } = error;
  const code: unknown = Reflect.get(error, 'code');
  const said = stack.indexOf(message);
  const frames = (message !== '' && said >= 0 ? stack.slice(said + message.length) : stack)
    .split('\n')
    .filter((line) => framePattern.test(line));
  const word = typeof code === 'string' || typeof code === 'number' ? ` ${code}` : '';
  const cause = error.cause instanceof Error ? [`caused by ${tracesOf(error.cause)}`] : [];
  return [`${error.name}${word}`, ...frames, ...cause].join('\n');
}

/** Creates a redactor that knows no secret yet. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>();

  function register(secret: string): void {
    for (const part of [secret, ...secret.split(':')]) {
      if (part.length < SHORTEST_SECRET) continue;
      secrets.add(part);
      secrets.add(encodeURIComponent(part));
      secrets.add(Buffer.from(part, 'utf8').toString('base64'));
    }
  }

  function text(original: string): string {
    let clean = original;
    for (const secret of secrets) clean = clean.replaceAll(secret, MASK);
    for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
    return clean;
  }

  function value(original: unknown, depth = 0): unknown {
    if (typeof original === 'string') return text(original);
    if (typeof original === 'bigint') return original.toString();
    if (original instanceof Error) return text(tracesOf(original));
    if (typeof original !== 'object' || original === null) return original;
    if (depth > 6) return '[deep]';
    if (Array.isArray(original)) return original.map((item) => value(item, depth + 1));
    return Object.fromEntries(
      Object.entries(original).map(([key, item]) => [
        key,
        typeof item === 'string' && (secretKey.test(key) || key === 'thrown')
          ? MASK
          : value(item, depth + 1),
      ]),
    );
  }

  return { register, text, value };
}
