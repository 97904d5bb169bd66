import type { z } from 'zod';
import type { FieldValue } from '../ipc/desk-records';

/** How a field's value reads and is edited; `set` changes by add and remove, the others by replacement. */
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
  | 'structure';

export interface FieldDefinition {
  readonly label: string;
  readonly type: FieldType;
  readonly schema: z.ZodType<FieldValue>;
  /** What a valid value is, in words that finish 'it must be …'. */
  readonly expects: string;
  /** For a choice: its words in order. */
  readonly choices?: readonly string[];
  /** For a reference (or a set of references): the kind that it points to. It becomes a link in the index. */
  readonly to?: string;
  /** Such as `%`, `days`, `calls per minute`. */
  readonly unit?: string;
  readonly required?: boolean;
  /** Found by search. */
  readonly searched?: boolean;
  /** Never in anything that a client receives. */
  readonly internal?: boolean;
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
  /** Rises with each change that needs an upgrade step of stored values. */
  readonly version: number;
  /** The field that names a record to a person. */
  readonly nameField: string;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  /** Columns of its list and of its export, in order. */
  readonly columns: readonly string[];
  readonly sort: { readonly field: string; readonly direction: 'ascending' | 'descending' };
  /** Kinds that live inside another are shown and edited on their parent. */
  readonly inside?: string;
  /** Records of this kind carry the id of a record of another kind (a file about a partnership). */
  readonly keyedBy?: string;
}
