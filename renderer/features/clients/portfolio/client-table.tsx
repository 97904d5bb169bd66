import type { GoalStanding, ShareStanding } from '../../../../shared/ipc/portfolio-standing';
import { ChangeWords, FigureWords, Why } from '../../../ui/figure';
import { formatAmount, formatPercent } from '../../../ui/format';
import type { ClientTotals } from './client-lines';
import { PaceWords } from './pace-words';

interface ClientTableProps {
  readonly clients: readonly ClientTotals[];
  readonly model: string;
  readonly previousLabel: string;
  /** Undefined while they are being worked out. */
  readonly goals: readonly GoalStanding[] | undefined;
  readonly shares: readonly ShareStanding[] | undefined;
}

/** The clients of one model, most urgent first, one line per currency: their share of the client's own sales and their pace. */
export function ClientTable({ clients, model, previousLabel, goals, shares }: ClientTableProps) {
  const isB2b = model === 'b2b';
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat portfolio-clients">
        <caption className="visually-hidden">
          Clients with their share of sales, tracked revenue, change and pace
        </caption>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">
              <span className="visually-hidden">Currency</span>
            </th>
            <th scope="col" className="number">
              {isB2b ? 'Share of new customers' : 'Share of client’s sales'}
              <small>affiliate</small>
            </th>
            <th scope="col" className="number">
              Tracked<small>with pending</small>
            </th>
            <th scope="col" className="number">
              Change<small>vs {previousLabel}</small>
            </th>
            <th scope="col" className="number">
              Validated<small>approved</small>
            </th>
            <th scope="col" className="number">
              Pace<small>to goal</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {clients.map(({ clientId, client, currency, reason, isFirst, ...totals }) => (
            <tr key={`${clientId} ${currency ?? ''}`}>
              <th scope="row" className="name" title={isFirst ? client : undefined}>
                {isFirst ? (
                  <span className="strong">{client}</span>
                ) : (
                  <span className="visually-hidden">{client}, further</span>
                )}
                {reason === '' ? null : (
                  <span className="sub">
                    <span className="bad">{reason}</span>
                  </span>
                )}
              </th>
              <td className="currency">{currency ?? '–'}</td>
              <td className="number">
                <ShareWords
                  share={shares?.find(
                    (each) =>
                      each.client === clientId &&
                      each.model === model &&
                      (each.currency === currency || each.currency === null),
                  )}
                  isRead={shares !== undefined}
                  isShown={!isB2b || isFirst}
                />
              </td>
              <td className="number strong">
                <FigureWords figure={totals.tracked} format={formatAmount} />
              </td>
              <td className="number">
                <ChangeWords figure={totals.change} />
              </td>
              <td className="number">
                <FigureWords figure={totals.validated} format={formatAmount} />
              </td>
              <td className="number">
                {goals === undefined ? null : (
                  <PaceWords
                    goal={
                      goals.find(
                        (goal) =>
                          goal.program === null &&
                          goal.client === clientId &&
                          goal.model === model &&
                          goal.currency === currency,
                      ) ?? null
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ShareWordsProps {
  readonly share: ShareStanding | undefined;
  readonly isRead: boolean;
  /** New customers have no currency: they are said once for a client. */
  readonly isShown: boolean;
}

function ShareWords({ share, isRead, isShown }: ShareWordsProps) {
  if (!isRead || !isShown) return null;
  if (share === undefined) return <Why words="n/a" reason="client total missing" />;
  return share.ratio === null ? (
    <Why words="n/a" reason={share.reason} />
  ) : (
    <>{formatPercent(share.ratio)}</>
  );
}
