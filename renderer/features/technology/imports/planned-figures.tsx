import type { ImportPlan } from '../../../../shared/ipc/imports';
import { formatCount, formatCounted } from '../../../ui/format';
import { Sign } from '../../../ui/figure';
import { daysInWords } from '../../../ui/metric-words';
import { numeric, TableHead } from '../../../ui/table-head';

/** What a file of figures will bring: by program its days, rows and sums, and what somebody should know of it. */
export function PlannedFigures({
  figures,
}: {
  readonly figures: NonNullable<ImportPlan['figures']>;
}) {
  const { programs, partners, notices } = figures;
  return (
    <div className="planned-figures">
      {programs.length === 0 ? null : (
        <div className="grid-scroll">
          <table className="grid flat">
            <caption className="visually-hidden">Figures of the file by program</caption>
            <TableHead columns={['Program', 'Days', numeric('Rows'), 'Adds up to']} />
            <tbody>
              {programs.map(({ id, program, client, from, to, rows, sums, overlap }) => (
                <tr key={id}>
                  <th scope="row">
                    {program}
                    <span className="sub">{client}</span>
                  </th>
                  <td>
                    {daysInWords({ from, to })}
                    {overlap === null ? null : (
                      <div>
                        <Sign
                          tone="caution"
                          words={`${daysInWords(overlap)} also from ${overlap.with}`}
                        />
                      </div>
                    )}
                  </td>
                  <td className="number">{formatCount(rows)}</td>
                  <td>{sums.join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">
        {formatCounted(partners.known, 'partner', 'partners')} known,{' '}
        {formatCounted(partners.created, 'partner is', 'partners are')} new.
        {programs.some(({ overlap }) => overlap !== null)
          ? ' Of days that two sources have the earlier one counts, until you decide under Sync.'
          : ''}
      </p>
      {notices.map((notice) => (
        <p key={notice} className="dry-run-notice">
          {notice}
        </p>
      ))}
    </div>
  );
}
