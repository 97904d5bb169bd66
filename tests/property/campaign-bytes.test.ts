import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapCampaignReport } from '../../shared/sync/awin/traffic';
import { readCampaignBytes } from '../../shared/sync/awin/traffic-bytes';
import { utcDay } from '../../shared/kernel/days';
import type { MappedPage } from '../../shared/sync/connector';

const window = { from: utcDay(Date.UTC(2026, 0, 1)), to: utcDay(Date.UTC(2026, 2, 31)) };

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function readBytes(bytes: Uint8Array): MappedPage | null {
  return readCampaignBytes(bytes, window, decode);
}

/** What the parser of whole bodies makes of it; null when it refuses. */
function readWhole(bytes: Uint8Array): MappedPage | null {
  try {
    return mapCampaignReport(JSON.parse(decode(bytes)), window);
  } catch {
    return null;
  }
}

const word = fc.oneof(
  fc.constantFrom(
    '',
    'always-on',
    'Été',
    '春の',
    '\u{1f381}',
    'a "quoted" one',
    'back\\slash',
    '\n',
  ),
  fc.string(),
);
const odd = fc.oneof(fc.jsonValue(), fc.constantFrom('0', '007', ' 12 ', '1e3', -1, 1.5, 10 ** 20));
const date = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 1, max: 28 })
      .map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  },
  fc.constantFrom('2026-02-30', '2025-12-31', '2026-02-01T00:00:00', '2026/02/01', ''),
  odd,
);
const id = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) },
  fc.nat(),
  odd,
);
const click = fc.oneof({ weight: 8, arbitrary: fc.nat(500).map(String) }, fc.nat(), odd);
const amounts = fc.constantFrom(
  { pending: '0.00', total: '1.20' },
  { pending: 0.5, 'tr\u00fcb': [1, null, true] },
  [],
);
const totals = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      quantity: fc.oneof({ weight: 8, arbitrary: fc.record({ click, pending: click }) }, odd),
      saleAmount: amounts,
    }),
  },
  odd,
);
const row = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record(
      { date, publisherId: id, publisherName: word, campaign: fc.oneof(word, odd), totals },
      { requiredKeys: [] },
    ),
  },
  fc.jsonValue(),
);
const rows = fc.array(row, { maxLength: 12 });
const body = fc
  .tuple(
    rows,
    fc.constantFrom('result', 'body', 'items'),
    fc.boolean(),
    fc.constantFrom(undefined, 1, '\t'),
  )
  .map(([list, key, isWrapped, space]) =>
    JSON.stringify(isWrapped ? { [key]: list } : list, null, space),
  );

describe('a campaign report read from its bytes', () => {
  test('is what the parser of whole bodies makes of it, or is left to that', () => {
    fc.assert(
      fc.property(body, (text) => {
        const bytes = Buffer.from(text);
        const read = readBytes(bytes);
        if (read !== null) expect(read).toEqual(readWhole(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  test('is never read where a byte was lost, changed or added and it is no report any more', () => {
    const change = fc.record({
      at: fc.nat(),
      drop: fc.nat(3),
      put: fc.constantFrom('', '"', '\\', '}', ',', '0', '\u0000', 'x', ':'),
    });
    fc.assert(
      fc.property(body, change, (whole, { at, drop, put }) => {
        const place = at % (whole.length + 1);
        const bytes = Buffer.from(whole.slice(0, place) + put + whole.slice(place + drop));
        const read = readBytes(bytes);
        if (read !== null) expect(read).toEqual(readWhole(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is never read when it breaks off', () => {
    fc.assert(
      fc.property(body, fc.nat(), (text, at) => {
        const bytes = Buffer.from(text);
        expect(readBytes(bytes.subarray(0, at % bytes.length))).toBeNull();
      }),
    );
  });

  test('needs no parser for rows as the network writes them', () => {
    const plain = [
      '{"result":[',
      '{"date":"2026-02-03","publisherId":"45","publisherName":"\u00c9t\u00e9","campaign":"春","totals":{"quantity":{"click":"73","pending":"0"},"saleAmount":{"total":"0.00"}}}',
      ' , {"totals":{"quantity":{"click":5}},"campaign":"","publisherId":46,"date":"2026-02-04"}',
      ']}',
    ].join('');
    const texts: string[] = [];
    const page = readCampaignBytes(Buffer.from(plain), window, (bytes) => {
      texts.push(decode(bytes));
      return decode(bytes);
    });
    expect(page).toEqual(readWhole(Buffer.from(plain)));
    expect(page?.received).toBe(2);
    expect(texts).toEqual(['2026-02-03', '春', '', '2026-02-04']);
  });

  test.each([
    ['an escaped key', '{"result":[{"d\\u0061te":"2026-02-03","publisherId":"4","totals":{}}]}'],
    [
      'a key twice',
      '{"result":[{"date":"2026-02-03","date":"2026-02-05","publisherId":"4","publisherId":"5","campaign":"a","campaign":"b","totals":{"quantity":{"click":1}},"totals":{"quantity":{"click":2}}}]}',
    ],
    [
      'a date of another shape',
      '{"result":[{"date":"2026-02-03T00:00","publisherId":"4"},{"date":7}]}',
    ],
    ['a row that is a number', '[7,{"date":"2026-02-03","publisherId":"4"}]'],
    ['nothing', '{"result":[]}'],
    ['rows beside rows', '{"result":[{"date":"2026-02-03","publisherId":"4"}],"body":[]}'],
    ['a null before the rows', '{"result":null,"body":[{"date":"2026-02-03","publisherId":"4"}]}'],
  ])('reads %s as the parser does', (_what, text) => {
    const bytes = Buffer.from(text);
    const read = readBytes(bytes);
    if (read !== null) expect(read).toEqual(readWhole(bytes));
  });
});
