import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../shared/records';
import { recordName } from '../../../shared/records/record-name';

describe('what a record is called', () => {
  it('is its name where it has one', () => {
    expect(recordName(kindOf('client'), { name: 'Nordlicht' })).toBe('Nordlicht');
    expect(recordName(kindOf('note'), { title: 'A call', text: 'They called.' })).toBe('A call');
  });

  it('is how it begins where it has none, up to a whole word of its first line', () => {
    const note = kindOf('note');
    expect(recordName(note, { text: 'They called.\nTwice.' })).toBe('They called.');
    expect(recordName(note, { title: ' ', text: 'They called.' })).toBe('They called.');
    const words = 'word '.repeat(40);
    const name = recordName(note, { text: words });
    expect(name).toMatch(/^(word ){1,}word…$/);
    expect(name.length).toBeLessThanOrEqual(81);
    expect(recordName(note, { text: 'x'.repeat(200) })).toBe(`${'x'.repeat(80)}…`);
  });

  it('is never the key of another record, and what it is where it says nothing', () => {
    const id = '01980000-0000-7000-8000-000000000001';
    expect(recordName(kindOf('note'), { client: id })).toBe('Note');
    expect(recordName(kindOf('partnership-file'), { partnership: id })).toBe(
      kindOf('partnership-file').label,
    );
  });
});
