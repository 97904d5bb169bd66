/** One of it, many of it. */
export type Nouns = readonly [one: string, many: string];

/** What a document counts. */
export interface NounWords {
  readonly rows: Nouns;
  readonly partners: Nouns;
  readonly sellingPartners: Nouns;
  readonly otherPartners: Nouns;
  readonly programs: Nouns;
  /** Programs of the named models. */
  readonly programsOf: (models: string) => Nouns;
  readonly commitments: Nouns;
  readonly commitmentsDue: Nouns;
  readonly goals: Nouns;
  readonly campaigns: Nouns;
  readonly placements: Nouns;
  readonly tests: Nouns;
  readonly violations: Nouns;
  readonly competitors: Nouns;
  readonly decisions: Nouns;
}
