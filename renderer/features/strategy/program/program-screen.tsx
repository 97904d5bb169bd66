import { Button } from '@mantine/core';
import { AttachmentsSection } from '../../../app/attachments';
import { useDeskQuery } from '../../../app/desk';
import { isoRange } from '../../../app/period';
import { usePlaceName } from '../../../app/place-name';
import { hrefOf } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { formatDay } from '../../../../shared/kernel/days';
import { formatMoney } from '../../../ui/format';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { formatDayRange } from '../../../ui/times';
import { modelName, networkName } from '../../../ui/words';
import { addressOf, firstSettings } from '../../performance';
import { RecordHistory, Walk } from '../../records';
import { Changes } from './changes';
import { DataHealth } from './data-health';
import { Drivers } from './drivers';
import { FigureCards } from './figure-cards';
import { Goals } from './goals';
import { PartnerTypes, TopPartners } from './partners';
import { SuccessionButton, SuccessionNote } from './succession';
import { Terms } from './terms';
import { Trend } from './trend';

/** One program: its figures and what moved them, its partners, goals and terms, and how far its data can be trusted. */
export function ProgramScreen({ id }: { readonly id: string }) {
  const { period, today } = useScope();
  const record = useDeskQuery('records.get', { kind: 'program', id });
  const page = useDeskQuery('programs.page', {
    program: id,
    current: isoRange(period.current),
    previous: isoRange(period.previous),
    today: formatDay(today),
  });
  const name = record.value?.values['name'];
  usePlaceName(typeof name === 'string' ? name : null);
  const failure = page.failure ?? record.failure;
  if (failure) {
    return (
      <div className="page">
        <FailureState
          alone
          title="This program could not be shown"
          failure={failure}
          onRetry={() => {
            record.retry();
            page.retry();
          }}
        />
      </div>
    );
  }
  const { value } = page;
  if (value === undefined || record.value === undefined) {
    return (
      <div className="page" aria-busy="true">
        <TableSkeleton rows={14} />
      </div>
    );
  }
  const network = record.value?.values['network'];
  return (
    <div className="page program-page" aria-busy={page.pending}>
      <header className="page-head">
        <div>
          <h1>{value.name}</h1>
          <p className="quiet">
            {value.client} · {modelName(value.model)} ·{' '}
            {networkName(typeof network === 'string' ? network : '')}
          </p>
          <p className="quiet">
            {formatDayRange(period.current.from, period.current.to)}, against {period.previousLabel}
          </p>
        </div>
        <div className="page-actions">
          <Button
            component="a"
            size="xs"
            variant="default"
            href={addressOf({
              ...firstSettings,
              by: ['partner'],
              filters: [{ dimension: 'program', value: id, label: value.name }],
            })}
          >
            Explore its partners
          </Button>
          <SuccessionButton record={record.value} />
          <Button component="a" size="xs" variant="default" href={hrefOf({ area: 'sync' })}>
            Sync
          </Button>
          <Walk kind="program" id={id} />
        </div>
      </header>
      <div className="program-notes">
        <SuccessionNote page={value} />
        {value.others.length === 0 ? null : (
          <p className="caution">
            Amounts are in {value.currency ?? 'one currency'}. Not in them:{' '}
            {value.others.map(formatMoney).join(', ')} of revenue.
          </p>
        )}
      </div>
      <FigureCards page={value} against={period.previousLabel} />
      <div className="program-columns wide-first">
        <Trend page={value} period={period} />
        <Drivers page={value} against={period.previousLabel} />
      </div>
      <div className="program-columns">
        <div className="program-stack">
          <Changes page={value} program={id} against={period.previousLabel} />
          <PartnerTypes page={value} labels={period} />
          <Terms id={id} record={record.value} today={today} />
          <div className="panel">
            <AttachmentsSection record={id} />
          </div>
        </div>
        <div className="program-stack">
          <Goals page={value} today={today} />
          <TopPartners page={value} program={id} labels={period} />
          <DataHealth page={value} program={id} />
        </div>
      </div>
      <RecordHistory kind="program" id={id} title="History of the program" />
    </div>
  );
}
