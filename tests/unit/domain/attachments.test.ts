import { describe, expect, it } from 'vitest';
import {
  baseNameOf,
  canBeOpened,
  extensionOf,
  hasText,
  mediaTypeOf,
  previewOf,
} from '../../../shared/domain/attachments';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('attached files', () => {
  it('are what they begin with, whatever they are called', () => {
    expect(mediaTypeOf('order.docx', bytes('%PDF-1.7\n'))).toBe('application/pdf');
    expect(mediaTypeOf('photo', bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
    expect(mediaTypeOf('a.png', bytes('\x89PNG\r\n\x1a\n'))).toBe('image/png');
    expect(mediaTypeOf('a.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp');
  });

  it('that only call themselves a picture or a text are neither', () => {
    expect(mediaTypeOf('photo.png', bytes('<html>'))).toBe('application/octet-stream');
    expect(mediaTypeOf('readme.txt', bytes('MZ\0\0'))).toBe('application/octet-stream');
    expect(previewOf(mediaTypeOf('photo.jpg', bytes('<script>')))).toBeNull();
  });

  it('of text and PDF are read for search, and pictures are shown as images', () => {
    for (const name of ['a.txt', 'a.md', 'a.csv', 'mail.eml']) {
      const type = mediaTypeOf(name, bytes('Hello'));
      expect([name, hasText(type), previewOf(type)]).toEqual([name, true, 'text']);
    }
    const svg = mediaTypeOf('logo.svg', bytes('<svg>'));
    expect([svg, previewOf(svg), hasText(svg)]).toEqual(['image/svg+xml', 'image', false]);
    // A page would run what is in it.
    expect(previewOf(mediaTypeOf('a.html', bytes('<html>')))).toBeNull();
  });

  it('are handed to their program unless they are programs themselves', () => {
    for (const name of ['brief.pdf', 'Order.DOCX', 'logo.svg', 'call.mp3']) {
      expect([name, canBeOpened(name)]).toEqual([name, true]);
    }
    for (const name of [
      'a.exe',
      'a.pdf.exe',
      'run.sh',
      'x.desktop',
      'a.html',
      'a.lnk',
      'Makefile',
    ]) {
      expect([name, canBeOpened(name)]).toEqual([name, false]);
    }
  });

  it('have names with or without an extension', () => {
    expect([extensionOf('a.b.PDF'), baseNameOf('a.b.PDF')]).toEqual(['pdf', 'a.b']);
    expect([extensionOf('.bashrc'), baseNameOf('.bashrc')]).toEqual(['', '.bashrc']);
    expect([extensionOf('Makefile'), baseNameOf('Makefile')]).toEqual(['', 'Makefile']);
  });
});
