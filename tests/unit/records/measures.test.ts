import { describe, expect, it } from 'vitest';
import { textOfValue, valueOfText } from '../../../renderer/app/records/field-text';
import { valueText } from '../../../renderer/features/records/cell';
import type { FieldDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import { fieldIn, measures } from '../../../shared/records/measures';

function targetOf(metric: string): FieldDefinition {
  const found = fieldIn(kindOf('goal').fields, 'target', (field) =>
    field === 'metric' ? metric : undefined,
  );
  if (found === undefined) throw new Error('A goal has a target.');
  return found;
}

describe('a number whose unit another field says', () => {
  it('is written in percent where a share is measured', () => {
    const field = targetOf('shareOfSales');
    expect(field.unit).toBe('%');
    expect(textOfValue(field, 0.09)).toBe('9');
    expect(textOfValue(field, 0.07)).toBe('7');
    expect(valueText(field, 0.09, {})).toBe('9\u00a0%');
    expect(valueText(field, 0.0925, {})).toBe('9.25\u00a0%');
    expect(valueText(field, -0.5, {})).toBe('−50\u00a0%');
  });

  it('is read in percent, with or without the sign', () => {
    const field = targetOf('conversionRate');
    for (const text of ['7', '7 %', '7%', ' 7.0 % ']) {
      expect(valueOfText(field, text)).toEqual({ value: 0.07 });
    }
    expect(valueOfText(field, 'seven')).toEqual({
      error: 'It must be a share in percent, such as 12.',
    });
  });

  it('is a plain number of everything else', () => {
    for (const metric of ['orders', 'roas', 'activePartners']) {
      expect(measures).toContain(metric);
      const field = targetOf(metric);
      expect(field.unit).toBeUndefined();
      expect(textOfValue(field, 0.09)).toBe('0.09');
      expect(valueOfText(field, '1,200')).toEqual({ value: 1_200 });
      expect(valueOfText(field, '12 %')).toEqual({ error: 'It must be a number.' });
    }
  });

  it('knows every share by the name of a measure', () => {
    const shares = measures.filter((metric) => targetOf(metric).isShare === true);
    expect(shares).toEqual([
      'conversionRate',
      'effectiveCommissionRate',
      'reversalRate',
      'shareOfSales',
      'pendingShare',
    ]);
  });
});
