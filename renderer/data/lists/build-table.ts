import type { Measure, PartnerLevel } from '../../../shared/domain/partner-list';
import type { SourceAccounts } from '../facts';
import { membersIn, textIn } from '../kept-records';
import type { PartnerBase } from './base';
import { measuresOf, numbersOf } from './line-numbers';
import { WordCollector } from './line-words';
import { domainOf, linesOf, nameOf, type Line } from './lines';
import { membersOf } from './members';
import {
  folded,
  lettersIn,
  numberColumns,
  wordColumns,
  type NumberColumn,
  type PartnerTable,
  type WordColumn,
} from './table';

/** Puts a level of the list together. `isEverything`: no program was chosen, so partners without an account are in it. */
export function buildPartnerTable(
  base: PartnerBase,
  figures: readonly SourceAccounts[],
  level: PartnerLevel,
  asked: Measure | null,
  isEverything: boolean,
): PartnerTable {
  const lines = linesOf(base, membersOf(base, figures), level, isEverything);
  const measures = measuresOf(figures);
  const isThere = measures.some(
    ({ model, currency }) => model === asked?.model && currency === asked.currency,
  );
  const measure = isThere ? asked : (measures[0] ?? null);
  const { length } = lines;
  const numbers = Object.fromEntries(
    numberColumns.map((column) => [column, new Float64Array(length).fill(NaN)]),
  ) as Record<NumberColumn, Float64Array>;
  const words = Object.fromEntries(
    wordColumns.map((column) => [column, new Array<readonly string[]>(length).fill([])]),
  ) as Record<WordColumn, (readonly string[])[]>;
  const collector = new WordCollector(base, level, isEverything);
  const name = new Array<string>(length).fill('');
  const domain = new Array<string | null>(length).fill(null);
  const searched = new Array<string>(length).fill('');
  for (const [at, line] of lines.entries()) {
    name[at] = nameOf(base, line);
    domain[at] = domainOf(base, line);
    collector.collect(line, words, at);
    numbersOf(line, measure, numbers, at);
    searched[at] = searchedOf(base, line, [
      name[at] ?? '',
      domain[at] ?? '',
      ...(words.accounts[at] ?? []),
      ...(words.company[at] ?? []),
      ...(words.tags[at] ?? []),
    ]);
  }
  return {
    length,
    measures,
    measure,
    keys: lines.map(({ key }) => key),
    partners: lines.map(({ partner }) => partner),
    name,
    domain,
    words,
    numbers,
    searched,
    letters: Uint32Array.from(searched, lettersIn),
  };
}

function searchedOf(base: PartnerBase, { partners }: Line, words: string[]): string {
  for (const id of partners) {
    const values = base.partners.get(id);
    const email = textIn(values, 'email');
    words.push(...membersIn(values, 'sites'), ...(email === null ? [] : [email]));
  }
  return folded(words.join('\n'));
}
