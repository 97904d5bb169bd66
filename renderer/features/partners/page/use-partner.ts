import { useMemo } from 'react';
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
  // Each kind by itself: what is being written in a note leaves the others as they are.
  const notes = useDeskQuery('records.linked', { ids, kinds: ['note'] });
  const contacts = useDeskQuery('records.linked', { ids, kinds: ['contact'] });
  const commitments = useDeskQuery('records.linked', { ids, kinds: ['commitment'] });
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const names = useMemo(
    () => new Map((team.value ?? []).map((each) => [each.id, textOf(each, 'name')])),
    [team.value],
  );
  const view = useMemo(
    () =>
      found && notes.value && contacts.value && commitments.value
        ? {
            page: found,
            notes: notes.value,
            contacts: contacts.value,
            commitments: commitments.value,
            team: names,
          }
        : undefined,
    [found, notes.value, contacts.value, commitments.value, names],
  );
  const answers = [page, notes, contacts, commitments];
  return {
    view,
    failure: answers.find(({ failure }) => failure !== undefined)?.failure,
    retry: () => {
      for (const answer of answers) answer.retry();
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
