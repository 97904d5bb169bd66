import { ChangeWords, FigureWords, Sign, Why } from '../../../ui/figure';
import { formatAmount, formatCount, unknownMark } from '../../../ui/format';
import { connectionInWords, networkName, ordersWord } from '../../../ui/words';
import type { ClientFigures, PortfolioLine, ProgramFigures } from './figures';

interface PortfolioTableProps {
  /** All of one model. */
  readonly clients: readonly ClientFigures[];
  readonly model: string;
  readonly previousLabel: string;
  /** ms UTC; freshness is told against it. */
  readonly now: number;
}

/** The programs of one model by client, one line per currency. */
export function PortfolioTable({ clients, model, previousLabel, now }: PortfolioTableProps) {
  const orders = ordersWord(model);
  return (
    <div className="grid-scroll whole-page">
      <table className="grid portfolio">
        <caption className="visually-hidden">
          Tracked and validated revenue, {orders.toLowerCase()}, commission and clicks of every
          program
        </caption>
        <colgroup>
          <col className="column-client" />
          <col className="column-program" />
          <col className="column-currency" />
          <col className="column-amount" />
          <col className="column-change" />
          <col className="column-amount" />
          <col className="column-count" />
          <col className="column-commission" />
          <col className="column-count" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Program</th>
            <th scope="col">
              <span className="visually-hidden">Currency</span>
            </th>
            <Heading label="Tracked" note="with pending" />
            <Heading label="Change" note={`vs ${previousLabel}`} />
            <Heading label="Validated" note="approved" />
            <Heading label={orders} note="tracked" />
            <Heading label="Commission" note="tracked" />
            <Heading label="Clicks" note="program" />
            <th scope="col">Data</th>
          </tr>
        </thead>
        {clients.map((client) => (
          <tbody key={client.client}>
            {client.programs.map((program, programIndex) =>
              program.lines.map((line, lineIndex) => (
                <tr key={`${program.connection.id} ${line.currency ?? ''}`}>
                  {programIndex === 0 && lineIndex === 0 ? (
                    <th scope="rowgroup" rowSpan={client.lineCount}>
                      {client.client}
                    </th>
                  ) : null}
                  <ProgramName program={program} first={lineIndex === 0} />
                  <FigureCells line={line} />
                  <td className="no-wrap">
                    {lineIndex === 0 ? <Freshness program={program} now={now} /> : null}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Heading({ label, note }: { readonly label: string; readonly note: string }) {
  return (
    <th scope="col" className="number">
      {label}
      <small>{note}</small>
    </th>
  );
}

interface ProgramNameProps {
  readonly program: ProgramFigures;
  readonly first: boolean;
}

function ProgramName({ program, first }: ProgramNameProps) {
  const name = program.connection.program;
  return (
    <th scope="row" className="name" title={name}>
      {first ? name : <span className="visually-hidden">{name}, in a further currency</span>}
    </th>
  );
}

function FigureCells({ line }: { readonly line: PortfolioLine }) {
  return (
    <>
      <td className="currency">
        {line.currency ?? <Why words={unknownMark} reason="No sale has told a currency yet." />}
      </td>
      <td className="number strong">
        <FigureWords figure={line.tracked} format={formatAmount} />
      </td>
      <td className="number">
        <ChangeWords figure={line.change} />
      </td>
      <td className="number">
        <FigureWords figure={line.validated} format={formatAmount} />
      </td>
      <td className="number">
        <FigureWords figure={line.orders} format={formatCount} />
      </td>
      <td className="number">
        <FigureWords figure={line.commission} format={formatAmount} />
      </td>
      <td className="number">
        <FigureWords figure={line.clicks} format={formatCount} />
      </td>
    </>
  );
}

/** How fresh the program's figures are; the whole sentence, with the network, is on hover. */
function Freshness({ program, now }: { readonly program: ProgramFigures; readonly now: number }) {
  const { connection, gap } = program;
  const { words, short, tone } = connectionInWords(connection, now);
  const network = networkName(connection.network);
  const isSure = gap === null || tone !== 'good';
  return (
    <span title={`${network}: ${words}${gap === null ? '' : `; ${gap}`}`}>
      <Sign tone={isSure ? tone : 'caution'} words={isSure ? short : 'incomplete'} />
    </span>
  );
}
