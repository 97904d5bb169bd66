import type { Money } from '../../kernel/money';
import type { LiveFigure } from './draft';
import type { Wording } from './wording';

/** A value of a field that the agency added to a kind of record and lets stand in documents. */
export interface OwnFieldLine {
  /** Stable from review to review: which field of which record. */
  readonly key: string;
  /** The field's name. */
  readonly name: string;
  /** What the record is called. */
  readonly of: string;
  readonly value: OwnFieldValue;
}

export type OwnFieldValue =
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'flag'; readonly isSet: boolean }
  | { readonly type: 'number'; readonly number: number; readonly unit: string }
  | { readonly type: 'money'; readonly money: Money };

/** The line as what a person's text can name; what holds words has no number to compare later. */
export function ownFieldFigure(w: Wording, { key, name, of, value }: OwnFieldLine): LiveFigure {
  return {
    key,
    name: `${name}, ${of}`,
    words: wordsOf(w, value),
    value:
      value.type === 'number'
        ? value.number
        : value.type === 'money'
          ? value.money.amountMinor
          : null,
    definition: '',
    source: w.t.work.source,
  };
}

const mostDigits = 6;

function wordsOf(w: Wording, value: OwnFieldValue): string {
  switch (value.type) {
    case 'words':
      return value.words;
    case 'day':
      return w.longDate(value.day);
    case 'flag':
      return value.isSet ? w.t.work.yes : w.t.work.no;
    case 'money':
      return w.money(value.money.amountMinor, value.money.currency);
    case 'number': {
      const [, fraction = ''] = String(Number(value.number.toFixed(mostDigits))).split('.');
      const number = w.decimal(value.number, fraction.length);
      return value.unit === '' ? number : `${number}\u00A0${value.unit}`;
    }
  }
}
