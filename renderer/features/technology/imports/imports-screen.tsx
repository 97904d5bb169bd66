import { Button, Select } from '@mantine/core';
import { isFileResource } from '../../../../shared/domain/file-sources';
import { cancelWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { notifyUndone } from '../../../app/undo';
import { formatBytes, formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { FailureState } from '../../../ui/states';
import { WorkProgress } from '../../../ui/work-progress';
import { ColumnTable } from './column-table';
import { DryRun } from './dry-run';
import { ExportPart } from './export-part';
import { FileDrop } from './file-drop';
import { FileSettings } from './file-settings';
import { ImportList } from './import-list';
import { importKinds, pluralOf, rowsWords } from './import-words';
import { useImport, type ImportFlow } from './use-import';

/** Spreadsheets in, everything out, and what was brought in before. */
export function ImportsScreen() {
  const flow = useImport();
  const { state } = flow;
  const isBusy = useActivity(({ running }) => (running.import ?? running.export) !== undefined);
  return (
    <div className="page imports">
      <header className="page-head">
        <div>
          <h1>Import & export</h1>
          <p className="quiet">
            Spreadsheets become records, exports of networks become figures; an import is taken back
            in one step.
          </p>
        </div>
        {state.shape === null ? null : (
          <div className="page-actions">
            <Button variant="default" disabled={isBusy} onClick={flow.restart}>
              Another file
            </Button>
          </div>
        )}
      </header>
      <Running />
      {state.failure ? (
        <FailureState title="The file can’t be brought in" failure={state.failure} />
      ) : null}
      {state.result ? <Result flow={flow} /> : <Steps flow={flow} isBusy={isBusy} />}
      {state.shape === null ? (
        <>
          <section className="imports-part" aria-label="Export">
            <h2>Export</h2>
            <ExportPart />
          </section>
          <section className="imports-part" aria-label="Brought in before">
            <h2>Brought in before</h2>
            <ImportList />
          </section>
        </>
      ) : null}
    </div>
  );
}

function Steps({ flow, isBusy }: { readonly flow: ImportFlow; readonly isBusy: boolean }) {
  const { shape, proposal, mapping, id, plan } = flow.state;
  if (shape === null || proposal === null) {
    return <FileDrop disabled={isBusy} onFile={flow.choose} />;
  }
  const missing = proposal.targets.filter(
    ({ key, required }) => required && !mapping.includes(key),
  );
  const { programs } = proposal;
  const needsProgram =
    programs !== null && flow.state.program === null && !mapping.includes('program');
  return (
    <>
      <section className="imports-part" aria-label="The file">
        <h2>{shape.name}</h2>
        <p className="quiet">
          {rowsWords(shape.rows)} in {formatCount(shape.columns.length)} columns,{' '}
          {formatBytes(shape.bytes)}
          {shape.totalsRow === null ? '' : `; row ${shape.totalsRow} adds them up`}
          {proposal.recognized === null ? '' : `; ${proposal.recognized}`}.
        </p>
        <FileSettings shape={shape} disabled={isBusy} onSay={flow.say} />
      </section>
      {id !== null && plan !== null ? (
        <DryRun
          key={id}
          id={id}
          plan={plan}
          headers={shape.columns.map(({ header }) => header)}
          labels={new Map(proposal.targets.map(({ key, label }) => [key, label]))}
          disabled={isBusy}
          onDecide={flow.decide}
          onWrite={flow.write}
          onBack={flow.back}
        />
      ) : (
        <section className="imports-part" aria-label="Columns">
          <div className="imports-into">
            <Select
              label="Becomes"
              searchable
              allowDeselect={false}
              data={[...importKinds]}
              value={proposal.into}
              disabled={isBusy}
              onChange={(kind) => {
                if (kind !== null) flow.into(kind);
              }}
            />
            {programs === null ? null : (
              <Select
                label={mapping.includes('program') ? 'Rows that name no program' : 'Program'}
                placeholder={programs.length === 0 ? 'There is no program yet' : 'Choose'}
                searchable
                data={programs.map(({ id: value, name: label }) => ({ value, label }))}
                value={flow.state.program}
                disabled={isBusy}
                onChange={(program) => {
                  if (program !== null) flow.ofProgram(program);
                }}
              />
            )}
            <Button
              disabled={isBusy || needsProgram || mapping.every((target) => target === null)}
              onClick={flow.check}
            >
              See what will happen
            </Button>
          </div>
          {missing.length === 0 ? null : (
            <p className="quiet">
              No column for {missing.map(({ label }) => label).join(', ')}:{' '}
              {programs === null ? 'rows that would be new' : 'rows'} are rejected without it.
            </p>
          )}
          <ColumnTable
            shape={shape}
            targets={proposal.targets}
            mapping={mapping}
            disabled={isBusy}
            onMap={flow.map}
          />
        </section>
      )}
    </>
  );
}

function Running() {
  const { shell, activity } = useDesk();
  const work = useActivity(({ running }) => running.import ?? running.export);
  if (work === undefined) return null;
  const isReading = work.step?.words.startsWith('Reading') === true;
  return (
    <WorkProgress
      title={work.kind === 'import' ? 'Import' : 'Export'}
      unit={isReading ? 'bytes' : 'rows'}
      words={work.step?.words ?? 'Beginning'}
      done={work.step?.done ?? 0}
      total={work.step?.total ?? null}
      cancelling={work.cancelling}
      onCancel={() => cancelWork(activity, shell, work.kind)}
    />
  );
}

function Result({ flow }: { readonly flow: ImportFlow }) {
  const { data, shell } = useDesk();
  const { result } = flow.state;
  if (result === null) return null;
  const left = result.rejected + result.conflicts;
  const takeBack = (): void => {
    data
      .call('imports.undo', { id: result.id })
      .then(notifyUndone, showFailure)
      .then(flow.restart, showFailure);
  };
  const saveLeft = (): void => {
    const asked = { id: result.id, name: `${result.file} left out` };
    shell.call('imports.saveLeft', asked).catch(showFailure);
  };
  return (
    <section className="imports-part" aria-label="Result" role="status">
      <h2>{result.file} is in</h2>
      <p>
        {isFileResource(result.into)
          ? `${pluralOf(result.into)}: ${rowsWords(result.created)} count now`
          : `${pluralOf(result.into)}: ${formatCount(result.created)} new, ${formatCount(result.updated)} changed, ${formatCount(result.skipped)} had nothing new`}
        {left === 0 ? '.' : `, ${rowsWords(left)} left out.`}
      </p>
      <div className="imports-actions">
        <Button onClick={flow.restart}>Done</Button>
        {isFileResource(result.into) ? (
          <Button variant="default" component="a" href={hrefOf({ area: 'sync' })}>
            See all sources
          </Button>
        ) : null}
        {result.entry === '' ? null : (
          <Button variant="default" onClick={takeBack}>
            Take it back
          </Button>
        )}
        {left === 0 ? null : (
          <Button variant="default" onClick={saveLeft}>
            Save the rows that were left out…
          </Button>
        )}
      </div>
    </section>
  );
}
