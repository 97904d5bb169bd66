/** The parts of an address, or null when it is none. (`URL.canParse` is newer than the oldest runtime.) */
export function parseAddress(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
