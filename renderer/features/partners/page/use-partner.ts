import type { PartnerPage } from '../../../../shared/domain/partner-page';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
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
          },
    failure: page.failure ?? linked.failure,
    retry: () => {
      page.retry();
      linked.retry();
    },
  };
}

/** A field as text; empty where there is none. */
export function textOf({ values }: DeskRecord, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}
