import type { KindDefinition } from '../definition';
import { flag, integer, link, money, order, reference, text } from '../fields';

/** One side of an experiment with what it brought. */
export const experimentVariant: KindDefinition = {
  kind: 'experiment-variant',
  label: 'Variant',
  plural: 'Variants',
  owner: 'person',
  area: 'performance',
  serves: ['P4'],
  home: { inside: 'experiment', by: 'experiment' },
  purpose: 'What is compared, with visitors and conversions of each side.',
  example: 'Page with reviews, half of the visitors',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Variant', { required: true, searched: true }),
    experiment: reference('Experiment', 'experiment', { required: true }),
    control: flag('As before'),
    share: integer('Share of visitors', { from: 0, to: 100 }, { unit: '%' }),
    visitors: integer('Visitors', { from: 0, to: 2 ** 40 }, { summed: true }),
    conversions: integer('Conversions', { from: 0, to: 2 ** 40 }, { summed: true }),
    sales: money('Sales', { summed: true }),
    asset: reference('Asset', 'asset'),
    address: link('Address'),
    order: order(),
  },
  columns: ['name', 'control', 'share', 'visitors', 'conversions', 'sales'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Variant',
      fields: [
        'name',
        'experiment',
        'control',
        'share',
        'visitors',
        'conversions',
        'sales',
        'asset',
        'address',
      ],
    },
  ],
  ratios: {
    conversionRate: { label: 'Conversion', of: 'conversions', per: 'visitors', unit: '%' },
    salesPerVisitor: { label: 'Sales for each visitor', of: 'sales', per: 'visitors' },
  },
};
