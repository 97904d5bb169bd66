import { describe, expect, it } from 'vitest';
import { metricLabel } from '../../../renderer/ui/metric-words';

describe('the words of a metric', () => {
  it('are those of the model, or of both where both may be meant', () => {
    expect(metricLabel('orders', 'retail')).toBe('Orders');
    expect(metricLabel('orders', ['b2b'])).toBe('Payments');
    expect(metricLabel('orders', ['b2b', 'retail'])).toBe('Orders / payments');
    expect(metricLabel('orders', [])).toBe('Orders / payments');
    expect(metricLabel('averageOrderValue', ['retail', 'b2b'])).toBe('Average order / payment');
    expect(metricLabel('commission', ['retail', 'b2b'])).toBe('Commission / rewards');
  });

  it('are one where both models say the same', () => {
    for (const models of ['retail', 'b2b', ['retail', 'b2b'], []]) {
      expect(metricLabel('revenue', models)).toBe('Revenue');
    }
  });
});
