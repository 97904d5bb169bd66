import { metricDefinitions } from '../../../shared/domain/metrics';
import type {
  CoverageCause,
  CoverageLine,
  CoverageState,
  Metric,
  Query,
} from '../../../shared/domain/query';
import { formatDay, parseDay } from '../../../shared/kernel/days';
import { utcDayOfStart } from '../../../shared/kernel/zones';
import type { DayWindow, Resource } from '../../../shared/sync/batch';
import { connectorOf } from '../../../shared/sync/connectors';
import type { ProgramEntry } from '../directory';
import { answersOf, offers } from './known-days';
import { asked, complete, readState, stretch, within, type Finding } from './read-days';
import { linesOfDays } from './lines';
import type { ContestedDays, SourceSeries } from './series';

/** How far each asked metric of one source can be trusted over the asked days. */
export function coverageOf(
  query: Query,
  days: DayWindow,
  program: ProgramEntry,
  series: SourceSeries,
): CoverageLine[] {
  const counted = countedDays(days, program);
  // A program that another one follows by then, or that follows one until then, has nothing to say.
  if (counted.from > counted.to) return [];
  const handOver = handOverIn(days, program);
  return [...new Set(query.metrics)].map((metric) => ({
    program: program.program,
    source: `${program.network}:${program.account}`,
    metric,
    from: formatDay(counted.from),
    to: formatDay(counted.to),
    ...withHandOver(findingOf(metric, counted, program, series), handOver),
  }));
}

/** The days of a question on which a program counts. */
function countedDays({ from, to }: DayWindow, { succession }: ProgramEntry): DayWindow {
  if (succession === undefined) return { from, to };
  const { counted } = succession;
  return { from: Math.max(from, counted.from), to: Math.min(to, counted.to) };
}

/** Says whom a program follows, where its first day is one of the days. */
function handOverIn(days: DayWindow, { succession }: ProgramEntry): CoverageCause | null {
  const first = succession?.counted.from ?? -Infinity;
  const [before] = succession?.before ?? [];
  if (before === undefined || first <= days.from || first > days.to) return null;
  return { code: 'follows', program: before.program, from: formatDay(first) };
}

/** That one program follows another leaves a figure as complete as it is. */
function withHandOver(finding: Finding, cause: CoverageCause | null): Finding {
  if (cause?.code !== 'follows') return finding;
  const note = `until ${formatDay((parseDay(cause.from) ?? 0) - 1)} ${cause.program} counts, orders of both once`;
  return {
    state: finding.state,
    note: finding.note === undefined ? note : `${finding.note}; ${note}`,
    causes: [...(finding.causes ?? []), cause],
  };
}

function findingOf(
  metric: Metric,
  days: DayWindow,
  program: ProgramEntry,
  series: SourceSeries,
): Finding {
  const missing = notOffered(metric, days, program, series);
  if (missing !== null) return missing;
  const resources = resourcesOf(metric, program);
  // Rows are read by UTC days: a day of a zone east of Greenwich begins in the one before.
  const instants = { from: utcDayOfStart(days.from, program.timeZone), to: days.to };
  const findings = resources.map((resource) =>
    readState(resource, resource === 'traffic' ? days : instants, series),
  );
  if (resources.includes('traffic')) findings.push(reportDays(program));
  for (const { metric: lacking, ...window } of within(series.uncounted, days)) {
    if (needsMetric(metric, lacking)) findings.push(unsaid(lacking, window, days));
  }
  for (const contested of within(series.contested, days)) {
    if (resources.includes(contested.resource)) findings.push(undecided(contested, days, program));
  }
  if (countsCommission(metric) && hasAssumedCurrency(days, series)) {
    findings.push({
      state: 'assumed',
      note: 'rewards without a currency of their own are read as USD',
      causes: [{ code: 'assumed-currency', currency: 'USD' }],
    });
  }
  return worst(findings);
}

/** Says so where the network can't report by the days of the program's own zone. */
function reportDays({ network, timeZone }: ProgramEntry): Finding {
  const connector = connectorOf(network);
  if (connector === null || timeZone === 'UTC') return complete;
  const { label, reportZone } = connector;
  if (reportZone(timeZone) !== 'UTC') return complete;
  const note = `clicks are counted by days of UTC, because ${label} does not report by those of ${timeZone}`;
  return {
    state: 'assumed',
    note,
    causes: [{ code: 'days-of-utc', network: label, zone: timeZone }],
  };
}

/** Is a metric made of this one? */
function needsMetric(metric: Metric, part: 'clicks' | 'impressions'): boolean {
  return part === 'impressions'
    ? metric === 'impressions'
    : metric !== 'impressions' && metricDefinitions[metric].basis !== 'transactions';
}

/** The file that counts for these days has no column of the metric. */
function unsaid(metric: string, window: DayWindow, days: DayWindow): Finding {
  return {
    state: 'partial',
    note: `${metric} of ${stretch(window, days)} are not in the file`,
    causes: [{ code: 'not-read', resource: 'traffic', ...asked(window, days) }],
  };
}

/** Two sources have these days and nobody has said which one counts. */
function undecided(
  { resource, counts, ...window }: ContestedDays,
  days: DayWindow,
  { source, files }: ProgramEntry,
): Finding {
  const file = files.find((each) => each.source === counts)?.file;
  const by = counts === source || file === undefined ? 'the connection' : `'${file}'`;
  return {
    state: 'assumed',
    note: `${resource} of ${stretch(window, days)} come from two sources; ${by}, the earlier one, counts until somebody decides`,
    causes: [{ code: 'two-sources', resource, ...asked(window, days) }],
  };
}

/** What the source never gives, with the reason where there is one. */
function notOffered(
  metric: Metric,
  days: DayWindow,
  program: ProgramEntry,
  series: SourceSeries,
): Finding | null {
  const { basis } = metricDefinitions[metric];
  if (basis !== 'transactions' && !offers(program, 'traffic')) return { state: 'not-offered' };
  if (metric === 'impressions' && series.traffic.impressions === null) {
    return { state: 'not-offered' };
  }
  const isOfRenewals = metric === 'renewals' || metric === 'renewalRevenue';
  if (isOfRenewals && program.model === 'retail') return { state: 'not-offered' };
  const needsFee = metric === 'networkFee' || metric === 'roas';
  if (needsFee && !series.hasFees && series.orders.length > 0) {
    return {
      state: 'not-offered',
      note: 'the network does not say what it charges',
      causes: [{ code: 'fee-not-said' }],
    };
  }
  if (metric === 'leads' && offers(program, 'leads')) {
    const refused = within(answersOf(series, 'leads'), days).find((answer) => answer.notOffered);
    if (refused !== undefined) {
      return {
        state: 'not-offered',
        note: 'not in this subscription',
        causes: [{ code: 'not-subscribed' }],
      };
    }
  }
  return null;
}

function resourcesOf(metric: Metric, program: ProgramEntry): Resource[] {
  if (metric === 'leads' && offers(program, 'leads')) return ['leads'];
  const { basis } = metricDefinitions[metric];
  const resources: Resource[] = basis === 'traffic' ? [] : ['transactions'];
  if (basis !== 'transactions') resources.push('traffic');
  if (countsCommission(metric) && offers(program, 'rewards')) resources.push('rewards');
  return resources;
}

function countsCommission(metric: Metric): boolean {
  return ['commission', 'bonus', 'epc', 'effectiveCommissionRate', 'roas'].includes(metric);
}

function hasAssumedCurrency(days: DayWindow, { orders }: SourceSeries): boolean {
  const [first, end] = linesOfDays(orders.day, days.from, days.to);
  for (let line = first; line < end; line += 1) if ((orders.assumed[line] ?? 0) > 0) return true;
  return false;
}

const severity: readonly CoverageState[] = [
  'complete',
  'assumed',
  'partial',
  'not-offered',
  'failed',
];

function worst(findings: readonly Finding[]): Finding {
  const state = findings.reduce<CoverageState>(
    (sofar, finding) =>
      severity.indexOf(finding.state) > severity.indexOf(sofar) ? finding.state : sofar,
    'complete',
  );
  const notes = findings.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const causes = findings.flatMap((finding) => finding.causes ?? []);
  return notes.length === 0 ? { state } : { state, note: [...new Set(notes)].join('; '), causes };
}
