import type { DeskRecord, FieldValue } from '../../../../shared/ipc/desk-records';
import { kindOf } from '../../../../shared/records';
import { amountBases } from '../../../../shared/records/strategy/program';
import { validField } from '../../../../shared/records/validation';
import { decimalOf, integerOf } from '../sheet/read-cells';
import { nothingToChange, type CellReading } from '../sheet/sheet-model';

/** How the bases of amounts are written, and read. */
export const basisWords: Readonly<Record<(typeof amountBases)[number], string>> = {
  net: 'net',
  'net-with-shipping': 'net + shipping',
  gross: 'gross',
  'gross-with-shipping': 'gross + shipping',
};

/** A field of a program as a cell shows it. */
export function valueWords(column: string, value: FieldValue | undefined): string {
  if (typeof value === 'number') return String(value).replace('-', '−');
  if (typeof value !== 'string') return '';
  const basis = amountBases.find((each) => column === 'amountBasis' && each === value);
  return basis === undefined ? value : basisWords[basis];
}

/** What the words of a cell make of a program's field, or why they can't be taken. */
export function readTerm(program: DeskRecord, column: string, text: string): CellReading {
  const kind = kindOf('program');
  const definition = kind.fields[column];
  if (definition === undefined) return { ok: false, why: 'there is no such field' };
  let value: FieldValue = null;
  if (text.trim() !== '') {
    value = termOf(column, text);
    try {
      value = validField(kind, column, value);
    } catch {
      return { ok: false, why: `it must be ${takenBy(column) ?? definition.expects}` };
    }
    if (value === null)
      return { ok: false, why: `it must be ${takenBy(column) ?? definition.expects}` };
  }
  if (value === (program.values[column] ?? null)) return nothingToChange;
  return {
    ok: true,
    changes: [{ op: 'set', kind: 'program', id: program.id, values: { [column]: value } }],
  };
}

function takenBy(column: string): string | null {
  if (column === 'amountBasis') return `one of ${Object.values(basisWords).join(', ')}`;
  return column === 'networkFee' ? 'a percentage from 0 to 100' : null;
}

/** The words of a cell as the field's value; what can't be read stays words, which the field then refuses. */
function termOf(column: string, text: string): FieldValue {
  switch (column) {
    case 'currency':
      return text.trim().toUpperCase();
    case 'cookieDays':
    case 'lockingDays':
    case 'autoValidationDays':
      return integerOf(text) ?? text;
    case 'networkFee': {
      const decimal = decimalOf(text);
      const percent = decimal === null ? null : Number(decimal);
      return percent !== null && percent >= 0 && percent <= 100 ? percent : text;
    }
    case 'amountBasis':
      return basisOf(text) ?? text;
    default:
      return text.trim();
  }
}

/** `net`, `Gross + shipping`, `gross incl. VAT and shipping`. */
function basisOf(text: string): (typeof amountBases)[number] | null {
  const words = text.toLowerCase();
  const isNet = /\bnet\b|excl|without vat|ex vat/.test(words);
  const isGross = /\bgross\b|incl|with vat/.test(words) && !isNet;
  if (isNet === isGross) return null;
  const ships = /shipping/.test(words) && !/(without|excl\.?|no) (vat and )?shipping/.test(words);
  if (isNet) return ships && !/of vat and shipping/.test(words) ? 'net-with-shipping' : 'net';
  return ships ? 'gross-with-shipping' : 'gross';
}
