import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProfile } from '../../../electron/app/profile';
import { reportText } from '../../../electron/app/output';
import { openDocumentStore, safeFileName, writeFileAtomically } from '../../../electron/files';
import { openRotatingFile } from '../../../electron/files/rotating-file';
import { openLog } from '../../../electron/log/log';
import { createRedactor } from '../../../electron/log/redact';
import { DeskError } from '../../../shared/kernel/result';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('files', () => {
  test('a written file is whole and nothing is left beside it', async () => {
    const path = join(folder, 'deep', 'a.txt');
    await writeFileAtomically(path, 'one');
    await writeFileAtomically(path, 'two');
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'deep'))).toEqual(['a.txt']);
  });

  test('a file of any size is kept by its content, read in parts and copied only while it is what it was', async () => {
    const store = openDocumentStore(join(folder, 'documents'));
    const source = join(folder, 'source');
    writeFileSync(source, Buffer.alloc(3_000_000, 7));
    const { sha256, bytes } = await store.keepFile(source, 'file');
    expect(bytes).toBe(3_000_000);
    expect(await store.keepFile(source, 'file')).toEqual({ sha256, bytes });
    expect(readdirSync(join(folder, 'documents'))).toEqual([`${sha256}.file`]);
    const end = await store.readPart(sha256, 'file', 2_999_990, 100);
    expect([...end]).toEqual(Array.from({ length: 10 }, () => 7));
    expect(await store.readPart(sha256, 'file', 3_000_000, 100)).toHaveLength(0);
    const copy = join(folder, 'copy', 'order.bin');
    await store.copyTo(sha256, 'file', copy);
    expect(readFileSync(copy).equals(readFileSync(source))).toBe(true);
    // A flipped byte is found while it is copied, and the copy that is there stays.
    const kept = readFileSync(store.path(sha256, 'file'));
    kept[2_000_000] = 8;
    writeFileSync(store.path(sha256, 'file'), kept);
    await expect(store.copyTo(sha256, 'file', copy)).rejects.toMatchObject({
      code: 'DOCUMENT_CHANGED',
    });
    expect(readFileSync(copy).equals(readFileSync(source))).toBe(true);
    expect(readdirSync(join(folder, 'copy'))).toEqual(['order.bin']);
    // Keeping the same file again mends it.
    await store.keepFile(source, 'file');
    await store.copyTo(sha256, 'file', copy);
    rmSync(store.path(sha256, 'file'));
    const gone = { code: 'DOCUMENT_MISSING' };
    await expect(store.copyTo(sha256, 'file', copy)).rejects.toMatchObject(gone);
    await expect(store.readPart(sha256, 'file', 0, 10)).rejects.toMatchObject(gone);
  });

  test('a document is found by its content and a changed one is not given out', async () => {
    const store = openDocumentStore(join(folder, 'documents'));
    const sha256 = await store.keep(Buffer.from('abc'), 'pdf');
    expect(sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(Buffer.from(await store.read(sha256, 'pdf')).toString()).toBe('abc');
    writeFileSync(store.path(sha256, 'pdf'), 'abd');
    await expect(store.read(sha256, 'pdf')).rejects.toMatchObject({ code: 'DOCUMENT_CHANGED' });
    await store.keep(Buffer.from('abc'), 'pdf');
    expect(Buffer.from(await store.read(sha256, 'pdf')).toString()).toBe('abc');
    await expect(store.read(sha256, 'pptx')).rejects.toMatchObject({ code: 'DOCUMENT_MISSING' });
    await expect(store.read('0'.repeat(64), 'pdf')).rejects.toMatchObject({
      code: 'DOCUMENT_MISSING',
    });
    expect(() => store.path('../x', 'pdf')).toThrow();
  });

  test.each([
    ['Review 2026-Q3', 'Review 2026-Q3.pdf'],
    ['a/b\\c:d*e?"<>|', 'a b c d e.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.txt', '_nul.txt.pdf'],
    ['  . ', 'document.pdf'],
    ['evil\u202Efdp.exe', 'evil fdp.exe.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
    ['日本語', '日本語.pdf'],
  ])('the name %j is safe as %j', (name, expected) => {
    expect(safeFileName(name, 'pdf')).toBe(expected);
  });

  test('a rotating file keeps so many files of such a size', () => {
    const file = openRotatingFile(folder, 'log', 100, 3);
    for (let index = 0; index < 50; index += 1)
      file.append(`line ${String(index).padStart(4, '0')}\n`);
    expect(readdirSync(folder).sort()).toEqual(['log', 'log.1', 'log.2']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
    }
    expect(readFileSync(join(folder, 'log'), 'utf8')).toContain('line 0049');
  });
});

describe('the profile', () => {
  test('is real at first and a sample for ever once marked', () => {
    const agency = { size: 'small', seed: 1 } as const;
    expect(openProfile(folder).sample()).toBeNull();
    openProfile(folder).markSample(agency);
    expect(openProfile(folder).sample()).toEqual(agency);
    openProfile(folder).markSample(agency);
    expect(() => {
      openProfile(folder).markSample({ size: 'small', seed: 2 });
    }).toThrow(/stays with it/);
  });

  test('a damaged marker is not taken for a real profile', () => {
    writeFileSync(join(folder, 'profile.json'), '{');
    expect(() => openProfile(folder)).toThrow(/damaged/);
  });
});

describe('the log', () => {
  const TOKEN = 'pk_1234567:sk/7654321+x';

  test.each([
    ['a registered token', `sent ${TOKEN} now`],
    ['half of a pair', 'with sk/7654321+x'],
    ['a token in an address', `https://x/?a=${encodeURIComponent(TOKEN)}`],
    ['a token in Base64', `Basic ${Buffer.from(TOKEN).toString('base64')}`],
  ])('hides %s', (_what, text) => {
    const redactor = createRedactor();
    redactor.register(TOKEN);
    const clean = JSON.stringify(redactor.value({ deep: [text] }));
    expect(clean).not.toContain('7654321');
    expect(clean).not.toContain('1234567');
    expect(clean).not.toContain(Buffer.from(TOKEN).toString('base64'));
  });

  test.each([
    ['by key', { token: 'unknown1' }],
    ['by key, whatever its case', { Authorization: 'unknown1' }],
    ['as a bearer', { header: 'Bearer unknown1' }],
    ['as credentials of an address', { address: 'https://me:unknown1@example.com/' }],
    ['as a parameter of an address', { address: 'https://example.com/?accessToken=unknown1&a=b' }],
    ['in an error', { thrown: new Error('Bearer unknown1') }],
  ])('hides what was never registered %s', (_how, value) => {
    expect(JSON.stringify(createRedactor().value(value))).not.toContain('unknown1');
  });

  test('says where something was thrown, and not a word of it: words name people', () => {
    const log = openLog(folder);
    const parse = (): unknown => JSON.parse('Zuqira Vexhollow,\n    at home (12:3)');
    const thrown = [
      new DeskError('NOT_FOUND', 'There is no contact ‘Zuqira Vexhollow’.', { detail: 'Zuqira' }),
      new Error('Zuqira', { cause: new TypeError('Vexhollow at a.ts:1:2') }),
      (() => {
        try {
          return parse();
        } catch (error) {
          return error;
        }
      })(),
      Object.assign(new Error("ENOENT: no such file, open '/Vexhollow.pdf'"), { code: 'ENOENT' }),
      'Zuqira',
    ];
    for (const each of thrown) log.error('failed', { thrown: each });
    const text = readFileSync(join(folder, 'quarterdeck.log'), 'utf8');
    expect(text).not.toMatch(/Zuqira|Vexhollow|at home/);
    for (const word of ['DeskError NOT_FOUND', 'caused by TypeError', 'SyntaxError', 'ENOENT']) {
      expect(text).toContain(word);
    }
    expect(text).toMatch(/files-and-log\.test\.ts:\d+/);
    log.clear();
    expect(readdirSync(folder)).toEqual([]);
    log.info('begun-anew');
    expect(readFileSync(join(folder, 'quarterdeck.log'), 'utf8')).toContain('begun-anew');
  });

  test('writes one line for each event, whatever its fields hold', () => {
    const log = openLog(folder);
    log.hide('my-secret-token');
    log.info('thing-done', { text: 'a\nb', note: 'my-secret-token' });
    log.warn('other');
    const lines = readFileSync(join(folder, 'quarterdeck.log'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/ info thing-done \{"text":"a\\nb","note":"\[redacted\]"\}$/);
  });
});

describe('what a command prints', () => {
  test('with --json one object with the error beside the report', () => {
    const error = { code: 'X', message: 'Why.', detail: 'not for outside' };
    expect(reportText({ report: { rows: [] }, error }, true)).toBe(
      '{"rows":[],"error":{"code":"X","message":"Why."}}\n',
    );
  });

  test('without --json lines for a person', () => {
    const report = {
      profile: 'real',
      counts: { client: 1 },
      rows: [{ month: '2026-07', revenue: { amountMinor: 5, currency: 'EUR' }, clicks: null }],
      none: [],
    };
    expect(reportText({ report }, false)).toBe(
      'profile: real\ncounts:\n  client: 1\nrows:\n' +
        '  month 2026-07 · revenue 5 EUR (minor units) · clicks –\nnone: none\n',
    );
  });
});
