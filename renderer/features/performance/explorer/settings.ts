import { z } from 'zod';
import { exploreSortSchema } from '../../../../shared/domain/explore';
import { dimensionSchema, metricSchema } from '../../../../shared/domain/query';
import { statusSchema } from '../../../../shared/domain/vocabulary';

/** One thing that the table is narrowed to, such as a partner; `value` is a record's id where there is one. */
export const filterSchema = z.strictObject({
  dimension: dimensionSchema,
  value: z.string().nullable(),
  label: z.string().nullable(),
});
export type ExploreFilter = z.infer<typeof filterSchema>;

const groupSchema = z.strictObject({ model: z.string(), currency: z.string().nullable() });

/** Everything a person has chosen in the explorer. The scope and the period belong to all screens and stand apart. */
export const settingsSchema = z.strictObject({
  metrics: z.array(metricSchema).min(1).max(8),
  /** None lists single transactions. */
  by: z.array(dimensionSchema).max(2),
  /** Pending and approved when absent. */
  statuses: z.array(statusSchema).min(1).exactOptional(),
  filters: z.array(filterSchema).max(10),
  sort: exploreSortSchema,
  compare: z.boolean(),
  /** Which metric, model and currency is drawn; the first and the largest when absent. */
  drawn: z.strictObject({ metric: metricSchema, group: groupSchema.nullable() }).exactOptional(),
});
export type ExploreSettings = z.infer<typeof settingsSchema>;

/** What the explorer opens with. */
export const firstSettings: ExploreSettings = {
  metrics: ['revenue', 'orders', 'commission'],
  by: ['program'],
  filters: [],
  sort: { by: 'value', metric: 'revenue', direction: 'descending' },
  compare: true,
};

const mark = '?view=';

/** The address's fragment for some settings. */
export function addressOf(settings: ExploreSettings): string {
  return `#/explorer${mark}${encodeURIComponent(JSON.stringify(settings))}`;
}

/** The settings in an address; what can't be read there is what the explorer opens with. */
export function settingsIn(hash: string): ExploreSettings {
  const at = hash.indexOf(mark);
  return at < 0
    ? firstSettings
    : (readSettings(decoded(hash.slice(at + mark.length))) ?? firstSettings);
}

/** Settings from a saved view or an address, made consistent; null when they are none. */
export function readSettings(value: unknown): ExploreSettings | null {
  const read = settingsSchema.safeParse(value);
  return read.success ? consistent(read.data) : null;
}

/** Settings whose parts fit together: no metric or dimension twice, an order and a drawing by a metric that is there. */
export function consistent(settings: ExploreSettings): ExploreSettings {
  const metrics = [...new Set(settings.metrics)];
  const [first = 'revenue'] = metrics;
  const { drawn, sort, compare, ...rest } = settings;
  const isSorted =
    sort.by === 'name' || (sort.metric !== undefined && metrics.includes(sort.metric));
  const canSort = isSorted && (compare || sort.by === 'name' || sort.by === 'value');
  return {
    ...rest,
    compare,
    metrics,
    by: [...new Set(settings.by)],
    sort: canSort ? sort : { by: 'value', metric: first, direction: 'descending' },
    ...(drawn !== undefined && metrics.includes(drawn.metric) ? { drawn } : {}),
  };
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}
