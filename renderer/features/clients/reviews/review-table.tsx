import { hrefOf, type Route } from '../../../app/routes';
import { Sign } from '../../../ui/figure';
import { unknownMark } from '../../../ui/format';
import { numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { formatBytes } from './frozen-review';
import { stateWords, type ReviewRow, type ReviewState } from './review-rows';

interface ReviewTableProps {
  readonly rows: readonly ReviewRow[];
  readonly onOpen: (row: ReviewRow) => void;
}

const tones: Readonly<Record<ReviewState, 'good' | 'caution' | 'neutral'>> = {
  open: 'neutral',
  draft: 'caution',
  checked: 'caution',
  finished: 'good',
};

/** Reviews by client; J and K go through the rows, Enter opens one. */
export function ReviewTable({ rows, onOpen }: ReviewTableProps) {
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat reviews">
        <caption className="visually-hidden">Reviews by client, what is to be done first</caption>
        <TableHead
          columns={[
            'Client',
            'Quarter',
            'State',
            'Changed',
            'By',
            numeric('Pages'),
            numeric('PDF'),
            'SHA-256',
          ]}
        />
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.key}
              row={row}
              isSameClient={rows[index - 1]?.clientId === row.clientId}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: ReviewRow;
  /** The line above says the client already. */
  readonly isSameClient: boolean;
  readonly onOpen: (row: ReviewRow) => void;
}

function Row({ row, isSameClient, onOpen }: RowProps) {
  const { frozen } = row;
  return (
    <tr>
      <th scope="row" className="strong">
        <span className={isSameClient ? 'visually-hidden' : ''}>{row.client}</span>
      </th>
      <td>
        <a
          data-row
          href={hrefOf(routeOf(row))}
          aria-label={`${row.client}, ${row.period}, ${stateWords[row.state]}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(row);
          }}
        >
          {row.period}
        </a>{' '}
        <span className="quiet">{row.days === row.period ? '' : row.days}</span>
      </td>
      <td>
        <Sign tone={tones[row.state]} words={stateWords[row.state]} />
      </td>
      <td>{row.changedAt === null ? unknownMark : formatInstant(row.changedAt)}</td>
      <td>
        {row.author}
        {row.checkedBy === '' ? null : <span className="sub">checked by {row.checkedBy}</span>}
      </td>
      <td className="number">{frozen?.pages ?? ''}</td>
      <td className="number">{frozen === null ? '' : formatBytes(frozen.bytes)}</td>
      <td className="mono" title={frozen?.sha256}>
        {frozen?.sha256.slice(0, 12) ?? ''}
      </td>
    </tr>
  );
}

/** Where a row leads; a quarter without a review leads to the list until its draft is made. */
function routeOf({ frozen, draft }: ReviewRow): Route {
  if (frozen !== null) return { area: 'review', id: frozen.id };
  return draft === null ? { area: 'reviews' } : { area: 'review-draft', id: draft };
}
