const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
const LONGEST_NAME = 120;

/**
 * A file name that every system takes: no separators, control or reserved characters, no leading dot, no trailing dot
 * or space, no device name, at most 120 characters before its extension.
 */
export function safeFileName(name: string, extension: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = Array.from(cleaned)
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '');
  const base = short === '' ? 'document' : short;
  return `${reserved.test(base) ? `_${base}` : base}.${extension}`;
}
