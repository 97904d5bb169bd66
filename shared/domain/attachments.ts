/** What a file that people attach is, and what may be done with it. Nothing here trusts a file's name alone. */

/** As large as an attachment may be, in bytes; larger files belong where they are kept, with a link to them. */
export const mostAttachmentBytes = 200_000_000;
/** Larger files are opened by their own program, not shown here; bytes. */
export const mostPreviewBytes = 50_000_000;
/** As much of a file's text as search keeps, in characters. */
export const mostTextCharacters = 100_000;

/** The part of a file's name after its last dot, in small letters; empty when there is none. */
export function extensionOf(name: string): string {
  const [, extension = ''] = /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name) ?? [];
  return extension.toLowerCase();
}

/** The name without its extension. */
export function baseNameOf(name: string): string {
  const extension = extensionOf(name);
  return extension === '' ? name : name.slice(0, -extension.length - 1);
}

const typesByExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  eml: 'message/rfc822',
  svg: 'image/svg+xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  ics: 'text/calendar',
  vcf: 'text/vcard',
};

/** Types that are known by how a file begins; a file that only calls itself so is none of them. */
const signatures: readonly { readonly type: string; readonly begins: RegExp }[] = [
  { type: 'application/pdf', begins: /^[\s\S]{0,1000}%PDF-/ },
  { type: 'image/png', begins: /^\x89PNG\r\n\x1a\n/ },
  { type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', begins: /^GIF8[79]a/ },
  { type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
  { type: 'image/avif', begins: /^[\s\S]{4}ftypavif/ },
];

/** As many bytes of a file's beginning as tell what it is. */
export const headBytes = 1_024;

/** The media type of a file by its first bytes and its name; `application/octet-stream` when neither tells. */
export function mediaTypeOf(name: string, head: Uint8Array): string {
  const text = String.fromCharCode(...head.subarray(0, headBytes));
  const signed = signatures.find(({ begins }) => begins.test(text));
  if (signed) return signed.type;
  const type = typesByExtension[extensionOf(name)] ?? 'application/octet-stream';
  const isText = type.startsWith('text/') || type === 'message/rfc822';
  // What holds a zero byte is not text, whatever it is called.
  return isText && text.includes('\0') ? 'application/octet-stream' : type;
}

/** How a file can be shown inside the window; null for what only its own program can show. */
export function previewOf(mediaType: string): 'image' | 'pdf' | 'text' | null {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === 'image/svg+xml') return 'image';
  if (signatures.some(({ type }) => type === mediaType)) return 'image';
  return isPlainText(mediaType) ? 'text' : null;
}

/** Whether search can read what stands in files of this type. */
export function hasText(mediaType: string): boolean {
  return mediaType === 'application/pdf' || isPlainText(mediaType);
}

function isPlainText(mediaType: string): boolean {
  return (
    mediaType.startsWith('text/') ||
    mediaType === 'message/rfc822' ||
    mediaType === 'application/json'
  );
}

/** Files that are opened in their own program from here; a program or a script is only ever saved. */
const opened = new Set([
  ...Object.keys(typesByExtension),
  ...['pdf', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic', 'tif', 'tiff', 'bmp'],
  ...['key', 'numbers', 'pages', 'psd', 'ai', 'indd', 'fig', 'sketch', 'msg'],
]);

/** Whether a file of this name is handed to the system's program for it. */
export function canBeOpened(name: string): boolean {
  return opened.has(extensionOf(name));
}
