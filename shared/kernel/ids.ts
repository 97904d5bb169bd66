/** Time and chance, handed in so that pure code stays repeatable. */
export interface Chance {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Fills the array with random bytes. */
  fillRandom(bytes: Uint8Array): void;
}

/** A time-ordered UUID (version 7, RFC 9562): 48 bits of milliseconds, then random bits. */
export function uuidv7(chance: Chance): string {
  const bytes = new Uint8Array(16);
  chance.fillRandom(bytes);
  const time = chance.now();
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(time / 2 ** (40 - 8 * index)) % 256;
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** When a time-ordered id was made, ms UTC; 0 for an id of another kind. */
export function uuidInstant(id: string): number {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id)
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : 0;
}
