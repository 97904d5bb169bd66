import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { program as definition } from '../../../../shared/records/strategy/program';

const shown = [
  'rates',
  'networkFee',
  'amountBasis',
  'paymentTerms',
  'cookieDays',
  'lockingDays',
  'autoValidationDays',
  'market',
  'currency',
  'timeZone',
  'terms',
] as const;

/** What was agreed: rates, fee, payment and days, as text. */
export function Terms({ record }: { readonly record: DeskRecord | null }) {
  const lines = shown.map((field) => ({
    field,
    label: definition.fields[field]?.label ?? field,
    words: wordsOf(record?.values[field] ?? null, definition.fields[field]?.unit),
  }));
  const open = lines.filter(({ words }) => words === null).length;
  return (
    <section className="panel" aria-label="Terms and rates">
      <h2>
        {open === 0
          ? 'Terms and rates'
          : `Terms and rates: ${String(open)} of ${String(lines.length)} not written down`}
      </h2>
      <dl className="facts terms">
        {lines.map(({ field, label, words }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd className={words === null ? 'quiet' : ''}>{words ?? 'not written down'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function wordsOf(
  value: DeskRecord['values'][string] | null,
  unit: string | undefined,
): string | null {
  if (typeof value === 'number')
    return unit === undefined ? String(value) : `${String(value)} ${unit}`;
  return typeof value === 'string' && value !== '' ? value : null;
}
