import type { z } from 'zod';
import type { FieldValue } from '../ipc/desk-records';

/** The areas of the business; folders and the navigation name them alike. */
export const businessAreas = [
  'team',
  'strategy',
  'recruitment',
  'relationships',
  'campaigns',
  'performance',
  'compliance',
  'technology',
  'education',
  'clients',
  'partners',
] as const;
export type BusinessArea = (typeof businessAreas)[number];

/**
 * How a field's value reads and is edited; `set` changes by add and remove, the others by replacement. An `order` is a
 * key between its neighbors' keys: what is moved changes alone.
 */
export type FieldType =
  | 'text'
  | 'long-text'
  | 'integer'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'set'
  | 'reference'
  | 'link'
  | 'order'
  | 'structure';

/** What a reference names that leads to records of any kind: what belongs to such a record goes and returns with it. */
export const anyKind = '*';

export interface FieldDefinition {
  readonly label: string;
  readonly type: FieldType;
  readonly schema: z.ZodType<FieldValue>;
  /** What a valid value is, in words that finish 'it must be …'. */
  readonly expects: string;
  /** For a choice: its words in order. */
  readonly choices?: readonly string[];
  /** For a choice: what its words are called where that isn't the word itself. */
  readonly words?: Readonly<Record<string, string>>;
  /** For a reference (or a set of references): the kind that it points to, or `anyKind`. It becomes a link in the index. */
  readonly to?: string;
  /** Such as `%`, `days`, `calls per minute`. */
  readonly unit?: string;
  /** For a number: the field that says what it measures, and so its unit. */
  readonly measuredBy?: string;
  /** A number that is a part of one, written in percent: 0.12 is 12 %. */
  readonly isShare?: boolean;
  /** A text that is read in another way than it is written. */
  readonly reads?: 'month';
  readonly required?: boolean;
  /** Found by search. */
  readonly searched?: boolean;
  /** Never in anything that a client receives. */
  readonly internal?: boolean;
  /** A number or an amount of which lists show the sum. */
  readonly summed?: boolean;
  /** What a new record begins with: a value, the day on which it is made, or the person at the desk. */
  readonly initial?: { readonly value: FieldValue } | 'today' | 'person';
}

/** Values of a record by field. */
export type RecordValues = Readonly<Record<string, FieldValue>>;

/**
 * How stored values come from one version of a kind to the next. A step recognizes the earlier shape by itself: what has
 * the later one already goes through unchanged, so that it does no harm wherever values of unknown age come from (a
 * backup, the journal's copy, the past of a record). A field whose meaning changes, or that becomes or stops being a set,
 * therefore gets a new name.
 */
interface UpgradeStep {
  /** What changes, for the history: 'Topics of articles are tags'. */
  readonly words: string;
  /** Gives other values and leaves the ones it gets as they are. */
  readonly upgrade: (values: RecordValues) => RecordValues;
  /** Sets that it does away with: the journal holds their members, not their values. */
  readonly sets?: readonly string[];
}

/** Fields that belong together in a form. */
export interface FieldGroup {
  readonly label: string;
  readonly fields: readonly string[];
}

/** A figure of two others, worked out from their sums wherever several records stand in one line. */
export interface RatioDefinition {
  readonly label: string;
  /** A field with a number, or with money. */
  readonly of: string;
  readonly per: string;
  /** `%` is a share; without a unit it is as many of the one as there are for each of the other. */
  readonly unit?: '%';
}

/**
 * A business entity, declared once. Lists, forms, search, import, export, undo, audit, backup, permissions and team
 * merge read this and nothing else.
 */
export interface KindDefinition {
  /** Kebab-case singular; also its name on the command line. */
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  /** `person`: in desk-core, journaled. `network`: in desk-facts, written only by ingest. */
  readonly owner: 'person' | 'network';
  /** Rises with each change that needs an upgrade step of stored values: one more than there are steps. */
  readonly version: number;
  /** From version 1 to 2, from 2 to 3 and so on. */
  readonly upgrades?: readonly UpgradeStep[];
  /** The field that names a record to a person. */
  readonly nameField: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Columns of its list and of its export, in order. */
  readonly columns: readonly string[];
  readonly sort: { readonly field: string; readonly direction: 'ascending' | 'descending' };
  /** The area of the business that it belongs to. */
  readonly area: BusinessArea;
  /** Rows of the product's mission that it serves, such as `R2`. */
  readonly serves: readonly string[];
  /**
   * Where people meet it: in a list of its own, on its parent (whose id is in the field `by`), or only in screens that
   * were made for it.
   */
  readonly home: 'list' | 'screen' | { readonly inside: string; readonly by: string };
  /** What it is for, as an empty list says it. */
  readonly purpose?: string;
  /** A record that could stand there, in one line. */
  readonly example?: string;
  /** The form, part by part; the first part stands open and has at most ten fields. Without it: all fields in order. */
  readonly groups?: readonly FieldGroup[];
  /**
   * The field that says where a record stands, a choice or a reference to a kind with an order. It gives the list a board.
   * In `closed` states nothing is left to do.
   */
  readonly state?: { readonly field: string; readonly closed: readonly string[] };
  /** The day by which something has to happen. */
  readonly due?: string;
  /** The team member whose work it is. */
  readonly responsible?: string;
  /** Columns that are worked out from others, by name. */
  readonly ratios?: Readonly<Record<string, RatioDefinition>>;
  /** Records of this kind carry the id of a record of another kind (a file about a partnership). */
  readonly keyedBy?: string;
  /** The amount that tells records of one name apart by its currency: a client has a total in each that it sells in. */
  readonly perCurrency?: string;
}
