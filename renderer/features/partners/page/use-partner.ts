import type { PartnerPage } from '../../../../shared/domain/partner-page';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, utcDay } from '../../../../shared/kernel/days';
import type { DeskFailure } from '../../../../shared/kernel/result';
import { useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import { comparedDays } from '../list/use-partner-list';

/** A partner with what people wrote about it. */
export interface PartnerView {
  readonly page: PartnerPage;
  readonly notes: readonly DeskRecord[];
  readonly contacts: readonly DeskRecord[];
  readonly commitments: readonly DeskRecord[];
  /** Names of the team by id, those who have left included. */
  readonly team: ReadonlyMap<string, string>;
}

export interface PartnerAnswer {
  readonly view: PartnerView | undefined;
  readonly failure: DeskFailure | undefined;
  readonly retry: () => void;
}

/** Everything about one partner; all of it is on this machine. */
export function usePartner(id: string): PartnerAnswer {
  const { period } = useScope();
  const page = useDeskQuery('partners.page', { id, days: comparedDays(period) });
  const found = page.value;
  const ids = found === undefined ? [id] : [found.id, ...found.parts.map((part) => part.id)];
  const linked = useDeskQuery('records.linked', {
    ids,
    kinds: ['note', 'contact', 'commitment'],
  });
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const records = linked.value;
  const ofKind = (kind: string): DeskRecord[] =>
    (records ?? []).filter((record) => record.kind === kind);
  return {
    view:
      found === undefined || records === undefined
        ? undefined
        : {
            page: found,
            notes: ofKind('note'),
            contacts: ofKind('contact'),
            commitments: ofKind('commitment'),
            team: new Map((team.value ?? []).map((each) => [each.id, textOf(each, 'name')])),
          },
    failure: page.failure ?? linked.failure,
    retry: () => {
      page.retry();
      linked.retry();
    },
  };
}

/** When a note was begun, in ms UTC; null where only a day is known, or where it was put on another day since. */
export function writtenAt(note: DeskRecord): number | null {
  const at = note.values['writtenAt'];
  if (typeof at !== 'number') return null;
  return formatDay(utcDay(at)) === textOf(note, 'writtenOn') ? at : null;
}

/** Who wrote a note; null where nobody said. */
export function authorOf(note: DeskRecord, { team }: Pick<PartnerView, 'team'>): string | null {
  return team.get(textOf(note, 'author')) ?? null;
}

/** A field as text; empty where there is none. */
export function textOf({ values }: DeskRecord, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}
