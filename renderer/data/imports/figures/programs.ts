import type { ProgramEntry } from '../../directory';
import { comparableName } from '../../core/read';

export type FoundProgram = { readonly program: ProgramEntry } | { readonly problem: string };

/** Finds the program that a row means: by its id, its account or its name, or the one that somebody said. */
export class ProgramFinder {
  private readonly said: ProgramEntry | null;
  private readonly byWord = new Map<string, ProgramEntry[]>();
  private readonly found = new Map<string, FoundProgram>();

  constructor(programs: readonly ProgramEntry[], said: string | null) {
    // A program with two connections stands for itself once.
    const first = programs.filter(
      ({ programId }, at) => programs.findIndex((each) => each.programId === programId) === at,
    );
    this.said = first.find(({ programId }) => programId === said) ?? null;
    for (const program of first) {
      const words = [
        program.programId,
        program.account,
        comparableName(program.program),
        comparableName(`${program.client} ${program.program}`),
      ];
      for (const word of new Set(words)) {
        this.byWord.set(word, [...(this.byWord.get(word) ?? []), program]);
      }
    }
  }

  /** @param word what the row calls it; null where it says nothing. */
  find(word: string | null): FoundProgram {
    if (word === null) {
      return this.said
        ? { program: this.said }
        : { problem: 'nothing says of which program it is; name the program' };
    }
    const known = this.found.get(word);
    if (known) return known;
    const found = this.look(word);
    this.found.set(word, found);
    return found;
  }

  private look(word: string): FoundProgram {
    const programs = this.byWord.get(word) ?? this.byWord.get(comparableName(word)) ?? [];
    const [program] = programs;
    if (programs.length === 1 && program) return { program };
    if (programs.length > 1) {
      // What somebody said settles which of those that are called so is meant.
      return this.said && programs.includes(this.said)
        ? { program: this.said }
        : { problem: `${programs.length} programs are called so; give its id instead` };
    }
    return { problem: 'there is no program of that name' };
  }
}
