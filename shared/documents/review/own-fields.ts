import type { LiveFigure } from './draft';
import type { OwnFieldLine, OwnFieldValue } from './work';
import type { Wording } from './wording';

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
