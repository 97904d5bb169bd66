import { z } from 'zod';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { isCurrency, minorDigits, minorFromMajor } from '../../../shared/kernel/money';
import type { FieldDefinition } from '../../../shared/records/definition';
import { percentOf, shareOf } from '../../../shared/records/measures';

const moneySchema = z.object({ amountMinor: z.number(), currency: z.string() });

/** What a field's text means: a value (null clears it), or why it can't be one. */
export type ReadText =
  { readonly value: FieldValue } | { readonly value?: never; readonly error: string };

/** A value as it stands in its field. */
export function textOfValue(field: FieldDefinition, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'money') {
    const money = moneySchema.safeParse(value);
    if (!money.success) return '';
    const { amountMinor, currency } = money.data;
    const digits = minorDigits(currency);
    return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`;
  }
  if (field.isShare === true && typeof value === 'number') return String(percentOf(value));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads what was typed into a field. Empty text clears a field that isn't required. */
export function valueOfText(field: FieldDefinition, text: string): ReadText {
  const trimmed = text.trim();
  if (trimmed === '') {
    return field.required === true ? { error: `${field.label} is required.` } : { value: null };
  }
  const raw = rawValue(field, text);
  const parsed = field.schema.safeParse(raw);
  return parsed.success ? { value: parsed.data } : { error: `It must be ${field.expects}.` };
}

function rawValue(field: FieldDefinition, text: string): unknown {
  const trimmed = text.trim();
  switch (field.type) {
    case 'integer':
    case 'number':
      return numberOf(field, trimmed) ?? trimmed;
    case 'money': {
      const [, amount = '', currency = ''] = /^([-−]?[\d,.]+)\s*([A-Za-z]{3})$/.exec(trimmed) ?? [];
      const code = currency.toUpperCase();
      if (!isCurrency(code)) return trimmed;
      const amountMinor = minorFromMajor(amount.replaceAll(',', '').replace('−', '-'), code);
      return { amountMinor, currency: code };
    }
    case 'long-text':
      return text;
    default:
      return trimmed;
  }
}

/** Where the unit is percent, a sign behind the number says nothing new. */
function numberOf({ unit, isShare = false }: FieldDefinition, text: string): number | null {
  const digits = unit === '%' ? text.replace(/\s*%$/, '') : text;
  if (!/^[-−]?[\d,]*\.?\d+$/.test(digits)) return null;
  const number = Number(digits.replaceAll(',', '').replace('−', '-'));
  return isShare ? shareOf(number) : number;
}
