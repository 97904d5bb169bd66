import type { PartnerEvent } from '../../../shared/domain/partner-page';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { millisecondsPerDay } from '../../../shared/kernel/days';
import { kindOf } from '../../../shared/records/index';
import { existence } from '../../../shared/records/validation';
import { currentCore } from '../core/current';
import { timeOf, type StoredEntry } from '../core/stored';
import type { PartnerBase } from './base';
import { textIn } from '../kept-records';
import type { Member } from './members';

/** How far back the journal is searched for what people changed about a partner. */
const entriesSearched = 100;

/** What the networks' facts say happened. */
export function eventsOf(members: readonly Member[]): PartnerEvent[] {
  return members.flatMap(({ program, listed, figures, at }) => {
    const events: PartnerEvent[] = [];
    const add = (kind: PartnerEvent['kind'], when: number): void => {
      events.push({ kind, at: when, program: program.program });
    };
    const addDay = (kind: PartnerEvent['kind'], day: number | undefined): void => {
      if (day !== undefined && day > 0) add(kind, day * millisecondsPerDay);
    };
    if (listed !== null) {
      if (listed.joinedAt !== null) add('joined', listed.joinedAt);
      else if (!wasThereBefore(figures.days, at, listed.seenAt)) add('listed', listed.seenAt);
      if (listed.leftAt !== null) add('left', listed.leftAt);
    }
    const { firstClick, firstSale, lastSale } = figures.days;
    addDay('first-click', firstClick[at]);
    addDay('first-sale', firstSale[at]);
    if ((lastSale[at] ?? 0) > (firstSale[at] ?? 0)) addDay('last-sale', lastSale[at]);
    return events;
  });
}

/** Who clicked or sold before a sync first listed it was there all along: that day says nothing. */
function wasThereBefore(
  { firstClick, firstSale }: Member['figures']['days'],
  at: number,
  seenAt: number,
): boolean {
  const seen = seenAt / millisecondsPerDay;
  return [firstClick[at], firstSale[at]].some((day) => day !== undefined && day > 0 && day < seen);
}

/** What people changed about partners, newest first, and the journal entry up to which that has been read. */
let recent: { readonly newest: number; readonly entries: readonly StoredEntry[] } | null = null;

/** What people changed about these partners lately, from the journal. */
export async function changesOf(
  ids: readonly string[],
  base: PartnerBase,
): Promise<PartnerEvent[]> {
  const wanted = new Set(ids);
  return (await recentEntries()).flatMap(({ hlc, changes }) =>
    changes.flatMap(({ kind, id, field, from, to }): PartnerEvent[] => {
      if (kind !== 'partner' || !wanted.has(id) || field === existence) return [];
      const label = kindOf(kind).fields[field]?.label;
      if (label === undefined) return [];
      const at = timeOf(hlc);
      return [
        {
          kind: 'changed',
          at,
          program: null,
          field: label,
          from: words(from, base),
          to: words(to, base),
        },
      ];
    }),
  );
}

/** The journal's last entries by which people changed partners; one with a thousand derived partners is read only once. */
async function recentEntries(): Promise<readonly StoredEntry[]> {
  const { journal } = currentCore().database;
  const [newest = 0] = await journal.orderBy('seq').reverse().limit(1).primaryKeys();
  const oldest = newest - entriesSearched + 1;
  // The newest entry of then may have grown since, as a burst of typing does.
  const since = Math.max(recent?.newest ?? 0, oldest);
  const read = await journal.where('seq').aboveOrEqual(since).toArray();
  const known = recent?.entries.filter(({ seq }) => seq >= oldest && seq < since) ?? [];
  const entries = [...read.filter(isOfPartners).reverse(), ...known];
  recent = { newest, entries };
  return entries;
}

function isOfPartners({ origin, changes }: StoredEntry): boolean {
  const isByHand = origin !== 'derived' && origin !== 'import';
  return isByHand && changes.some(({ kind }) => kind === 'partner');
}

function words(value: FieldValue, { team, companies, partners }: PartnerBase): string {
  if (typeof value === 'string') {
    const record = team.get(value) ?? companies.get(value) ?? partners.get(value);
    return textIn(record, 'name') ?? value;
  }
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : '';
}
