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
  /** A JSON-safe copy: values under secret-looking keys are masked, every string is cleaned. */
  value(value: unknown): unknown;
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
    if (original instanceof Error)
      return text(original.stack ?? `${original.name}: ${original.message}`);
    if (typeof original !== 'object' || original === null) return original;
    if (depth > 6) return '[deep]';
    if (Array.isArray(original)) return original.map((item) => value(item, depth + 1));
    return Object.fromEntries(
      Object.entries(original).map(([key, item]) => [
        key,
        secretKey.test(key) && typeof item === 'string' ? MASK : value(item, depth + 1),
      ]),
    );
  }

  return { register, text, value };
}
