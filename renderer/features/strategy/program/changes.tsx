import type { ReactNode } from 'react';
import type { ProgramChange, ProgramPage } from '../../../../shared/domain/program-page';
import { parseDay } from '../../../../shared/kernel/days';
import { formatCount, formatMoney, formatPercent } from '../../../ui/format';
import { daysInWords } from '../../../ui/metric-words';
import { formatDayInWords } from '../../../ui/times';
import { addressOf, firstSettings, type ExploreSettings } from '../../performance';

interface ChangesProps {
  readonly page: ProgramPage;
  readonly program: string;
  readonly against: string;
}

/** A short list of what is unusual, each with its numbers and a way to the rows behind. */
export function Changes({ page, program, against }: ChangesProps) {
  const { changes } = page;
  return (
    <section className="panel" aria-label="What changed">
      <h2>{changes.length === 0 ? 'Nothing unusual' : 'What changed'}</h2>
      <p className="quiet">
        Days far from their weekday’s usual level, partners who stopped, weeks that fell by more
        than 25 %
      </p>
      {changes.length === 0 ? (
        <p>No day, partner or rate stands out against {against}.</p>
      ) : (
        <ul className="changes">
          {changes.map((change, at) => (
            <li key={at}>
              <span>{wordsOf(change, page, against)}</span>
              <a href={rowsBehind(change, page, program)}>Rows behind</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function wordsOf(change: ProgramChange, { currency }: ProgramPage, against: string): ReactNode {
  const money = (amountMinor: number): string =>
    currency === null ? '–' : formatMoney({ amountMinor: Math.round(amountMinor), currency });
  switch (change.kind) {
    case 'unusual-day': {
      const day = parseDay(change.day);
      const amount = change.metric === 'revenue' ? money : formatCount;
      const more = change.value > change.usual;
      return (
        <>
          <strong>{day === null ? change.day : formatDayInWords(day)}</strong> had{' '}
          {more ? 'far more' : 'far fewer'} {change.metric === 'revenue' ? 'sales' : 'clicks'} than
          that weekday usually has: {amount(change.value)} instead of {amount(change.usual)}
        </>
      );
    }
    case 'revenue-fell':
      return (
        <>
          <strong>Revenue fell {formatPercent(1 - change.value / change.previous, 0)}</strong> in
          the week {daysInWords(change)}: {money(change.value)} after {money(change.previous)}
        </>
      );
    case 'reversals-doubled':
      return (
        <>
          <strong>Reversals more than doubled</strong>: {formatPercent(change.value)} of decided
          value, {formatPercent(change.previous)} in {against}
        </>
      );
    case 'partner-stopped':
      return (
        <>
          <strong>{change.partner}</strong> sold nothing; {money(change.previous)} in {against}
        </>
      );
    case 'partner-left-top':
      return (
        <>
          <strong>{change.partner}</strong> left the ten largest: {money(change.value)} after{' '}
          {money(change.previous)}
        </>
      );
    case 'no-clicks':
      return (
        <>
          <strong>No click</strong> {daysInWords(change)}, although there were some the week before:
          check the tracking
        </>
      );
  }
}

function rowsBehind(change: ProgramChange, { name }: ProgramPage, program: string): string {
  const filters: ExploreSettings['filters'] = [
    { dimension: 'program', value: program, label: name },
  ];
  const base: ExploreSettings = { ...firstSettings, filters };
  switch (change.kind) {
    case 'unusual-day':
      return addressOf({
        ...base,
        metrics: ['revenue', 'orders', 'clicks'],
        by: ['partner'],
        filters: [...filters, { dimension: 'day', value: change.day, label: change.day }],
      });
    case 'partner-stopped':
    case 'partner-left-top':
      return addressOf({
        ...base,
        by: ['month'],
        sort: { by: 'name', direction: 'ascending' },
        filters: [...filters, { dimension: 'partner', value: change.id, label: change.partner }],
      });
    case 'reversals-doubled':
      return addressOf({
        ...base,
        metrics: ['reversalRate', 'revenue', 'orders'],
        by: ['partner'],
        statuses: ['declined'],
        sort: { by: 'value', metric: 'revenue', direction: 'descending' },
      });
    default:
      return addressOf({
        ...base,
        metrics: ['revenue', 'orders', 'clicks'],
        by: ['day'],
        sort: { by: 'name', direction: 'descending' },
      });
  }
}
