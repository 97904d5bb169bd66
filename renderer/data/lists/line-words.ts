import type { PartnerLevel } from '../../../shared/domain/partner-list';
import { partnershipId } from '../../../shared/records/partners/partnership-file';
import { membersIn, textIn } from '../kept-records';
import type { Values } from '../kept-sheet';
import type { PartnerBase } from './base';
import { statusOf, type Line } from './lines';
import { wordColumns, type WordColumn } from './table';

const none: readonly string[] = [];

/**
 * Collects the words of one line after the other. Most columns of fifty thousand lines hold one of a few words, or none:
 * lines that say the same share their list.
 */
export class WordCollector {
  private readonly found: Readonly<Record<WordColumn, string[]>>;
  private readonly shared = new Map<string, readonly string[]>();
  private readonly base: PartnerBase;
  private readonly level: PartnerLevel;
  private readonly byProgram: boolean;

  /** `isEverything`: no program was chosen, so a partner's own type stands for it in all of them. */
  constructor(base: PartnerBase, level: PartnerLevel, isEverything: boolean) {
    this.base = base;
    this.level = level;
    this.byProgram = level === 'account' || !isEverything;
    this.found = Object.fromEntries(
      wordColumns.map((column) => [column, [] as string[]]),
    ) as Record<WordColumn, string[]>;
  }

  /** Puts a line's words into the columns at this place. */
  collect(
    line: Line,
    columns: Readonly<Record<WordColumn, (readonly string[])[]>>,
    at: number,
  ): void {
    const { base, level, found, byProgram } = this;
    for (const partner of line.partners) this.take(base.partners.get(partner), !byProgram);
    for (const { program, networkId, partner } of line.members) {
      this.add('networks', program.network);
      this.add('accounts', networkId);
      const file =
        base.files.size === 0
          ? undefined
          : base.files.get(partnershipId(program.source, networkId));
      // In one program a partner may be of another type than elsewhere: where programs are looked at, that is what it is.
      const isOther = byProgram && textIn(file, 'type') !== null;
      if (byProgram && !isOther && partner !== null) {
        this.addText('type', base.partners.get(partner));
      }
      if (file !== undefined) this.take(file, isOther || found.type.length === 0);
    }
    if (line.company !== null && level !== 'company') {
      const company = textIn(base.companies.get(line.company), 'name');
      if (company !== null) this.add('company', company);
    }
    this.add('status', statusOf(line));
    for (const column of wordColumns) {
      const words = found[column];
      // No two lines have an account in common.
      columns[column][at] = column === 'accounts' ? [...words] : this.kept(words);
      words.length = 0;
    }
  }

  private take(values: Values | undefined, withType: boolean): void {
    if (withType) this.addText('type', values);
    this.addText('country', values);
    this.addText('tier', values);
    const owner = textIn(values, 'owner');
    const person = owner === null ? null : textIn(this.base.team.get(owner), 'name');
    if (person !== null) this.add('owner', person);
    for (const tag of membersIn(values, 'tags')) this.add('tags', tag);
  }

  private addText(column: WordColumn, values: Values | undefined): void {
    const word = textIn(values, column);
    if (word !== null) this.add(column, word);
  }

  private add(column: WordColumn, word: string): void {
    const words = this.found[column];
    if (!words.includes(word)) words.push(word);
  }

  private kept(words: readonly string[]): readonly string[] {
    const [only, second] = words;
    if (only === undefined) return none;
    if (second !== undefined) return [...words];
    const known = this.shared.get(only);
    if (known !== undefined) return known;
    const made = [only];
    this.shared.set(only, made);
    return made;
  }
}
