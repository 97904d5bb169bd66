import { z } from 'zod';
import { createKeptStore } from './kept-state';
import { comparisons, standardPeriods, type PeriodChoice } from './period';

/** Whose figures are looked at. */
export type ScopeSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'client'; readonly id: string }
  | { readonly kind: 'program'; readonly id: string };

const subjectSchema: z.ZodType<ScopeSubject> = z.union([
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.enum(['client', 'program']), id: z.string().min(1).max(300) }),
]);

const fiscalSchema = z.custom<PeriodChoice>(
  (value) => typeof value === 'string' && /^FY\d{4}-Q[1-4]$/.test(value),
);

const scopeSchema = z.strictObject({
  subject: subjectSchema,
  period: z.union([z.enum(standardPeriods), fiscalSchema]),
  comparison: z.enum(comparisons),
});

/** What was chosen, whether or not its record is still there. */
export const scopeState = createKeptStore('scope', scopeSchema, {
  subject: { kind: 'all' },
  period: 'last-quarter',
  comparison: 'previous-period',
});
