import type { PastRecord } from '../../../shared/ipc/desk-records';
import { parseDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { kindOf } from '../../../shared/records/index';
import { upgradedValues } from '../../../shared/records/upgrades';
import { linksOf } from '../../../shared/records/validation';
import { keptRecords } from '../kept-records';
import type { Values } from '../kept-sheet';
import { onCoreChange } from './changes';
import type { Core } from './database';
import { rewindEntry, type RewoundRecord } from './rewind';
import { timeOf, type JournalEntry } from './stored';
import { newestFirst } from './undo-order';

/** The records that have changed since the end of a day, as they were then, by id. */
type Rewound = ReadonlyMap<string, RewoundRecord>;

let known: {
  readonly core: Core;
  readonly day: string;
  readonly rewound: Promise<Rewound>;
} | null = null;

onCoreChange(() => {
  known = null;
});

/**
 * Goes back through the journal to the end of a day (in the zone of this computer). What has not changed since then is as
 * it is now, so only the entries after that day are read.
 */
function rewoundTo(core: Core, day: string): Promise<Rewound> {
  if (known?.core !== core || known.day !== day) {
    const rewound = rewind(core, endOf(day));
    known = { core, day, rewound };
    rewound.catch(() => {
      known = null;
    });
  }
  return known.rewound;
}

/** The last millisecond of a day here. Throws `DAY_TO_COME` for one that has not begun. */
function endOf(text: string): number {
  const day = parseDay(text);
  const [year = 0, month = 1, dayOfMonth = 1] = text.split('-').map(Number);
  if (day === null || new Date(year, month - 1, dayOfMonth).getTime() > Date.now()) {
    throw new DeskError(
      'DAY_TO_COME',
      'That day has not begun yet. Choose today or a day before; what the desk will hold then is not known.',
    );
  }
  return new Date(year, month - 1, dayOfMonth + 1).getTime() - 1;
}

async function rewind({ database }: Core, end: number): Promise<Rewound> {
  const later: JournalEntry[] = [];
  const ids = new Set<string>();
  for await (const entry of newestFirst(database)) {
    if (timeOf(entry.hlc) <= end) break;
    later.push(entry);
    for (const { id } of entry.changes) ids.add(id);
  }
  const rewound = new Map<string, RewoundRecord>();
  for (const record of await database.records.bulkGet([...ids])) {
    if (!record) continue;
    const { id, kind, values, deleted } = record;
    rewound.set(id, { kind, values: { ...values }, exists: deleted === 0 });
  }
  for (const entry of later) {
    rewindEntry(entry, ({ id, kind }) => {
      const found = rewound.get(id) ?? { kind, values: {}, exists: false };
      rewound.set(id, found);
      return found;
    });
  }
  return rewound;
}

/** The records of a kind that were there at the end of a day, by id; none of a reference that leads to any kind. */
export async function recordsAsOf(
  core: Core,
  kind: string,
  day: string,
): Promise<ReadonlyMap<string, Values>> {
  const [now, rewound] = await Promise.all([keptRecords(core, kind).all(), rewoundTo(core, day)]);
  const then = new Map(now);
  for (const [id, record] of rewound) {
    if (record.kind !== kind) continue;
    // What was of an earlier version then is read as today's.
    if (record.exists) then.set(id, upgradedValues(kindOf(kind), record.values));
    else then.delete(id);
  }
  return then;
}

/** One record as it was at the end of a day, with what it referred to then. */
export async function recordAsOf(
  core: Core,
  kind: string,
  id: string,
  day: string,
): Promise<PastRecord> {
  const values = (await recordsAsOf(core, kind, day)).get(id);
  if (values === undefined) return { record: null, names: {} };
  const names: Record<string, string> = {};
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    if (field.to === undefined) continue;
    const targets = await recordsAsOf(core, field.to, day);
    for (const target of linksOf(field, values[name])) {
      const word = targets.get(target)?.[kindOf(field.to).nameField];
      if (typeof word === 'string') names[target] = word;
    }
  }
  return { record: { id, kind, values, updatedAt: endOf(day), deleted: false }, names };
}
