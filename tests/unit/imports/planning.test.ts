import { describe, expect, test } from 'vitest';
import { unguardText, guardText } from '../../../shared/kernel/table-cells';
import { readDecimal, readDay, readInstant } from '../../../shared/imports/cells';
import { targetsOf } from '../../../shared/imports/field-words';
import { proposeMapping } from '../../../shared/imports/mapping';
import { networkFileWords } from '../../../shared/imports/network-files';
import { kindOf, kinds } from '../../../shared/records/index';
import { formatDay } from '../../../shared/kernel/days';
import { TotalsCheck } from '../../../renderer/data/imports/totals';
import { planRows, readBytes } from './support';

describe('values as people write them', () => {
  test.each([
    ['1,234.50', 'point', '1234.50'],
    ['1.234,50', 'comma', '1234.50'],
    ['€ 12,5', 'comma', '12.5'],
    ['(3.20)', 'point', '-3.20'],
    ['7-', 'point', '-7'],
    ['1’000', 'point', '1000'],
    ['1,23', 'point', null],
    ['1.5', 'comma', null],
    ['12a', 'point', null],
    ['', 'point', null],
  ] as const)('%s with a decimal %s', (text, decimal, wanted) => {
    expect(readDecimal(text, decimal)).toBe(wanted);
  });

  test.each([
    ['2026-11-22', 'dmy', '2026-11-22'],
    ['22/11/2026', 'dmy', '2026-11-22'],
    ['11/22/2026', 'mdy', '2026-11-22'],
    ['1.2.26', 'dmy', '2026-02-01'],
    ['Nov 22, 2026', 'dmy', '2026-11-22'],
    ['22 Nov 2026', 'mdy', '2026-11-22'],
    ['22/11/2026', 'mdy', null],
    ['31/02/2026', 'dmy', null],
  ] as const)('the day %s as %s', (text, order, wanted) => {
    const day = readDay(text, order);
    expect(day === null ? null : formatDay(day)).toBe(wanted);
  });

  test('moments with and without a zone', () => {
    expect(readInstant('2026-11-22T10:30:00+02:00', 'dmy')).toBe(Date.UTC(2026, 10, 22, 8, 30));
    expect(readInstant('22/11/2026 3:05 pm', 'dmy')).toBe(Date.UTC(2026, 10, 22, 15, 5));
    expect(readInstant('2026-11-22', 'dmy')).toBe(Date.UTC(2026, 10, 22));
  });

  test('text that was guarded against formulas comes back as it was', () => {
    for (const text of ['=1', "'=1", "''=1", '+49 1', "it's", ' -x', "'quoted'"]) {
      expect(unguardText(guardText(text))).toBe(text);
    }
  });

  test('a share with its sign is a part of one; without it, more than all is none', async () => {
    const file = await readBytes(
      'Name,Metric,Target\nShare,Affiliate share of sales,12 %\nPart,Affiliate share of sales,0.12\nAll,Affiliate share of sales,12\nOrders,Orders,12\n',
    );
    const [share, part, all, orders] = planRows('goal', file);
    expect(share?.said).toMatchObject({ target: 0.12 });
    expect(part?.said).toMatchObject({ target: 0.12 });
    expect(all?.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'target', value: '12' })]),
    );
    expect(orders?.said).toMatchObject({ target: 12 });
  });
});

describe('partners', () => {
  const mara = { id: 'p1', values: { name: 'Mara Lind', country: 'NO' } };

  test('are known by their accounts on networks, and what differs is asked field by field', async () => {
    const accounts = new Map([
      ['900', ['p1']],
      ['7', ['p1', 'p2']],
    ]);
    const two = [mara, { id: 'p2', values: { name: 'Trail Notes' } }];
    const file = await readBytes(
      'Publisher ID,Publisher Name,Country\n900,Mara L. Studio,SE\n7,Somebody,\n901,New One,DK\n900,Mara again,\n',
    );
    const plans = planRows('partner', file, two, null, undefined, accounts);
    expect(plans.map(({ outcome }) => outcome)).toEqual(['conflict', 'reject', 'create', 'skip']);
    expect(plans[0]?.differences.map(({ field, mine, theirs }) => [field, mine, theirs])).toEqual([
      ['name', 'Mara Lind', 'Mara L. Studio'],
      ['country', 'NO', 'SE'],
    ]);
    expect(plans[1]?.problems[0]?.message).toBe(
      '2 partners have this network id; name one by its id',
    );
  });
});

describe('a dry run', () => {
  const ada = {
    id: 'p1',
    values: { name: 'Ada', email: 'ada@example.org', phone: '1' },
  };

  test('creates, updates, leaves out and asks, each with its reason', async () => {
    const file = await readBytes(
      'Contact name,E-Mail,Phone,Job title\n' +
        'Grace,grace@example.org,2,CMO\n' +
        'Ada,ADA@example.org,,Head\n' +
        'Ada,ada@example.org,1,\n',
    );
    const [created, updated, twin] = planRows('contact', file, [ada]);
    expect(created).toMatchObject({ outcome: 'create', values: { name: 'Grace', role: 'CMO' } });
    // The mailbox is the same whatever its case, and said differently: a person decides that.
    expect(updated).toMatchObject({ outcome: 'conflict', values: { role: 'Head' } });
    expect(twin).toMatchObject({
      outcome: 'skip',
      reason: 'row 3 of the file is the same contact',
    });
  });

  test('decides between the desk and the file field by field', async () => {
    const file = await readBytes('name,email,phone,role\nAda,ada@example.org,2,Head\n');
    const [open] = planRows('contact', file, [ada]);
    expect(open).toMatchObject({
      outcome: 'conflict',
      differences: [{ field: 'phone', mine: '1', theirs: '2', choice: null }],
    });
    expect(planRows('contact', file, [ada], 'mine')[0]).toMatchObject({
      outcome: 'update',
      values: { role: 'Head' },
    });
    expect(planRows('contact', file, [ada], 'theirs')[0]).toMatchObject({
      outcome: 'update',
      values: { role: 'Head', phone: '2' },
    });
  });

  test('a name alone means nobody who has another mailbox', async () => {
    const file = await readBytes('name,email\nAda,other@example.org\n');
    expect(planRows('contact', file, [ada])[0]).toMatchObject({ outcome: 'create', record: null });
  });

  test('hosts that strangers share are no reason to take two partners for one', async () => {
    const known = { id: 'x', values: { name: 'One', domain: 'instagram.com' } };
    const file = await readBytes('name,website\nTwo,https://instagram.com/two\n');
    expect(planRows('partner', file, [known])[0]).toMatchObject({ outcome: 'create' });
    const own = { id: 'y', values: { name: 'Blog', domain: 'blog.co.uk' } };
    const same = await readBytes('name,website\nThe Blog,https://www.blog.co.uk/about\n');
    expect(planRows('partner', same, [own])[0]).toMatchObject({ outcome: 'conflict' });
  });

  test('an id names its record and says what it is from now on', async () => {
    const file = await readBytes('id,name,phone\np1,Ada,9\np7,Nobody,1\n');
    const [named, unknown] = planRows('contact', file, [ada]);
    expect(named).toMatchObject({ outcome: 'update', values: { phone: '9' } });
    expect(unknown?.problems).toEqual([
      { row: 3, field: 'id', value: 'p7', message: 'there is no contact with that id' },
    ]);
  });

  test('names row, field and value of every cell that can’t be taken', async () => {
    const file = await readBytes(
      'name,market,model,cookie days,currency\nShop,UK,wholesale,9999,euro,more\n',
    );
    expect(planRows('program', file)[0]?.problems).toEqual([
      {
        row: 2,
        field: 'model',
        value: 'wholesale',
        message: 'it must be one of retail, b2b',
      },
      {
        row: 2,
        field: 'cookieDays',
        value: '9999',
        message: 'it must be a whole number from 0 to 3650',
      },
      {
        row: 2,
        field: 'currency',
        value: 'euro',
        message: 'it must be a currency code such as EUR',
      },
      {
        row: 2,
        field: '',
        value: 'more',
        message: 'the row has more cells than there are headers',
      },
    ]);
  });

  test('reads amounts with their currency, months and choices in words', async () => {
    const references = { find: () => ({ id: 'c1', row: null }) };
    const file = await readBytes(
      'Client;Month;Total sales;Basis\nNordlicht;10/2026;1.234,50 €;Net\nNordlicht;2026-11;$ 5;GROSS\n',
    );
    const [euros, dollars] = planRows('client-total', file, [], null, references);
    expect(euros?.values).toEqual({
      client: 'c1',
      month: '2026-10',
      total: { amountMinor: 123_450, currency: 'EUR' },
      basis: 'net',
    });
    expect(dollars?.values).toMatchObject({ total: { amountMinor: 500, currency: 'USD' } });
    const unsaid = await readBytes('Client,Month,Total sales\nNordlicht,2026-10,5\n');
    expect(planRows('client-total', unsaid, [], null, references)[0]?.problems).toMatchObject([
      { field: 'total', value: '5', message: 'nothing says in which currency it is' },
    ]);
  });

  test('knows where a campaign starts and ends', async () => {
    const { shape } = await readBytes('Campaign,Start,End date\nSpring,2026-03-01,2026-03-31\n');
    expect(proposeMapping(shape.columns, targetsOf(kindOf('campaign')))).toEqual([
      'name',
      'from',
      'to',
    ]);
  });

  test('takes no amount that could be a thousand times another, and a count that can be only one', async () => {
    const references = { find: () => ({ id: 'c1', row: null }) };
    const text =
      'Placement,Partner,Program,State,Fee,Currency,Clicks\nSlot,a,b,booked,1.200,EUR,12.750\n';
    const unsaid = planRows('placement', await readBytes(text), [], null, references);
    expect(unsaid[0]?.problems).toMatchObject([
      { field: 'fee', value: '1.200', message: expect.stringContaining('nothing says') as string },
    ]);
    expect(unsaid[0]?.said).toMatchObject({ clicks: 12_750 });
    const said = await readBytes(text, { decimal: 'comma' });
    expect(planRows('placement', said, [], null, references)[0]?.values).toMatchObject({
      fee: { amountMinor: 120_000, currency: 'EUR' },
      clicks: 12_750,
    });
  });
});

describe('the desk’s own exports', () => {
  test.each(kinds.filter(({ owner }) => owner === 'person').map(({ kind }) => kind))(
    '%s: every column goes back to the field that it came from',
    (kind) => {
      const { columns, fields } = kindOf(kind);
      const headers = columns.flatMap((name) =>
        fields[name]?.type === 'money' ? [name, `${name}Currency`] : [name],
      );
      const profiles = ['id', ...headers].map((header) => ({
        header,
        samples: [],
        filled: 0,
        looks: 'text' as const,
        dates: null,
        decimal: null,
        currency: null,
      }));
      expect(proposeMapping(profiles, targetsOf(kindOf(kind)))).toEqual(['id', ...headers]);
    },
  );
});

describe('files of networks', () => {
  test('are known by the words of their interfaces, whatever else they hold', () => {
    expect(
      networkFileWords(['Id', 'Media Partner Id', 'Action Tracker Name', 'Payout', 'Locking Date']),
    ).toContain('transactions of impact.com');
    expect(networkFileWords(['partner_key', 'email', 'first_name', 'last_name', 'x'])).toBe(
      'it reads like partners of PartnerStack',
    );
    expect(networkFileWords(['name', 'email', 'payout'])).toBeNull();
  });
});

describe('totals', () => {
  test('are held against the sums of the rows, to the last digit', () => {
    const check = new TotalsCheck(['name', 'sales', 'orders', 'rate'], {
      decimal: 'point',
      dates: null,
      currency: null,
    });
    check.add(['a', '0.10', 1, '2']);
    check.add(['b', '0.20', 2, '3']);
    expect(check.compare(['Total', '0.30', '4', '5'])).toEqual([
      { header: 'sales', file: '0.3', read: '0.3', agrees: true },
      { header: 'orders', file: '4', read: '3', agrees: false },
    ]);
  });
});
