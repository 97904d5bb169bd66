import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownArguments } from '../../../electron/app/arguments';
import { readCommandLine, UsageError } from '../../../electron/app/command-line';

const folder = resolve('/home/somebody');
const read = (line: string): unknown => readCommandLine(line === '' ? [] : line.split(' '), folder);

describe('what is understood', () => {
  test.each([
    ['', { mode: 'window', profile: null }],
    ['--profile desk', { mode: 'window', profile: resolve(folder, 'desk') }],
    ['--no-sandbox --disable-gpu', { mode: 'window', profile: null }],
    [
      'sandbox --size large --seed 7 --faults heavy --limit 6000 --port 0',
      {
        mode: 'command',
        command: 'sandbox',
        profile: null,
        json: false,
        options: { size: 'large', seed: 7, faults: 'heavy', limit: 6000, port: 0 },
      },
    ],
    [
      'explore --size small --seed 1 --profile p --json',
      {
        mode: 'command',
        command: 'explore',
        profile: resolve(folder, 'p'),
        json: true,
        options: { size: 'small', seed: 1 },
      },
    ],
    [
      'connect awin --account 19011 --name N --client C --model retail --address http://127.0.0.1:1/awin ' +
        '--calls-per-minute 6000 --since 2026-01-01 --time-zone Europe/London --token-store file --token-stdin --profile p',
      {
        mode: 'command',
        command: 'connect',
        profile: resolve(folder, 'p'),
        json: false,
        options: {
          network: 'awin',
          account: '19011',
          name: 'N',
          client: 'C',
          model: 'retail',
          address: 'http://127.0.0.1:1/awin',
          callsPerMinute: 6000,
          since: '2026-01-01',
          timeZone: 'Europe/London',
          tokenStore: 'file',
          tokenStdin: true,
        },
      },
    ],
    [
      'query --metrics revenue,orders --by client,month --from 2026-07-01 --to 2026-09-30 --statuses approved --json',
      {
        mode: 'command',
        command: 'query',
        profile: null,
        json: true,
        options: {
          metrics: ['revenue', 'orders'],
          by: ['client', 'month'],
          from: '2026-07-01',
          to: '2026-09-30',
          statuses: ['approved'],
        },
      },
    ],
    [
      'review --client=Acme --period FY2026-Q3 --pdf out/r.pdf --no-sandbox',
      {
        mode: 'command',
        command: 'review',
        profile: null,
        json: false,
        options: { client: 'Acme', period: 'FY2026-Q3', pdf: 'out/r.pdf' },
      },
    ],
    [
      'export team-member --format csv --out t.csv',
      {
        mode: 'command',
        command: 'export',
        profile: null,
        json: false,
        options: { kind: 'team-member', format: 'csv', out: 't.csv' },
      },
    ],
    [
      'sync --connection abc',
      {
        mode: 'command',
        command: 'sync',
        profile: null,
        json: false,
        options: { connection: 'abc' },
      },
    ],
    ['status', { mode: 'command', command: 'status', profile: null, json: false, options: {} }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  test('a value may hold blanks, commas and an equals sign', () => {
    const invocation = readCommandLine(
      ['review', '--client', 'Smith, Jones = Co', '--period', '2026-Q3', '--pdf', 'a b.pdf'],
      folder,
    );
    expect(invocation).toMatchObject({ options: { client: 'Smith, Jones = Co', pdf: 'a b.pdf' } });
  });
});

describe('wrong usage says what is wrong', () => {
  test.each([
    ['frobnicate', /'frobnicate' is no command/],
    ['--frobnicate', /--frobnicate is not understood/],
    ['status extra', /'extra' is not understood/],
    ['status --verbose', /--verbose is not understood/],
    ['status -p x', /-p is not understood/],
    ['status --json --json', /--json is given twice/],
    ['status --json=yes', /--json=yes is not understood/],
    ['status --profile', /--profile needs a value/],
    ['status --profile=', /--profile needs a folder/],
    ['sandbox --profile p', /--profile is not understood/],
    ['sandbox --size medium', /--size/],
    ['sandbox --seed -1', /--seed/],
    ['sandbox --port 70000', /--port/],
    ['sandbox --faults many', /--faults/],
    ['connect', /needs NETWORK/],
    ['connect nowhere --account 1 --token-stdin', /NETWORK/],
    ['connect awin --token-stdin', /--account/],
    ['connect awin --account 1', /--token-stdin/],
    ['connect awin --account 1 --token-stdin --address sandbox:', /--address/],
    ['connect awin --account 1 --token-stdin --address file:///etc/passwd', /--address/],
    ['connect awin --account 1 --token-stdin --since 2026-02-30', /--since/],
    ['connect awin --account 1 --token-stdin --time-zone Mars/Olympus', /--time-zone/],
    ['connect awin --account 1 --token-stdin --token-store session', /--token-store/],
    ['connect awin --account 1 --token-stdin --calls-per-minute 0', /--calls-per-minute/],
    ['query --by day --from 2026-01-01 --to 2026-01-02', /--metrics/],
    ['query --metrics profit --from 2026-01-01 --to 2026-01-02', /--metrics/],
    ['query --metrics orders,orders --from 2026-01-01 --to 2026-01-02', /twice/],
    ['query --metrics orders --by galaxy --from 2026-01-01 --to 2026-01-02', /--by/],
    ['query --metrics orders --from 2026-01-03 --to 2026-01-02', /first day comes after/],
    ['query --metrics orders --from 2026-1-3 --to 2026-01-02', /--from/],
    ['review --period 2026-Q3 --pdf f', /either --client or --program/],
    ['review --client a --program b --period 2026-Q3 --pdf f', /either --client or --program/],
    ['review --client a --period 2026-Q5 --pdf f', /--period/],
    ['review --client a --period 2026-02-01..2026-01-01 --pdf f', /--period/],
    ['review --client a --period 2026-Q3', /--pdf FILE, --pptx FILE or both/],
    ['export Client --format csv --out f', /KIND/],
    ['export client --format ods --out f', /--format/],
    ['import contact', /needs FILE/],
    ['import contact f --dates ymd', /--dates/],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(message);
  });
});

describe('which arguments are ours', () => {
  test('packaged: all after the executable', () => {
    expect(ownArguments(['/opt/q', 'status', '--json'], '/opt/app.asar', true)).toEqual([
      'status',
      '--json',
    ]);
  });

  test("unpackaged: all after the application's path, whatever stands before it", () => {
    const path = resolve('/work');
    expect(
      ownArguments(['/e/electron', '--no-sandbox', '-r', 'm.js', path, 'sync'], path, false),
    ).toEqual(['sync']);
  });
});
