import type { Query } from '../../../shared/domain/query';
import { DeskError } from '../../../shared/kernel/result';
import type { Directory, ProgramEntry } from '../directory';
import {
  compare,
  dayAxis,
  isDayDimension,
  isProgramDimension,
  partnerIndex,
  programAxis,
  type Axis,
  type PartnerIndex,
} from './dimensions';
import { knownDaysOf } from './known-days';
import { needsPartners, type DayRange, type SourceInScope } from './query-scope';
import type { SourceScan } from './source-scan';
import type { SourceSeries } from './series';

export interface Layout {
  /** In the order of the answer's columns: asked dimensions, then model, then currency. */
  readonly axes: readonly Axis[];
  /** Number of possible keys. */
  readonly size: number;
  readonly scanOf: (source: SourceInScope) => SourceScan;
}

/** Decides how a composite key is made: each axis has a stride, the last axis varies fastest. */
export function layOut(
  query: Query,
  range: DayRange,
  directory: Directory,
  sources: readonly SourceInScope[],
  perCurrency: boolean,
): Layout {
  const programs = sources.map(({ program }) => program);
  const partners = needsPartners(query)
    ? partnerIndex(
        directory,
        sources.map(({ series }) => series),
      )
    : null;
  const currencies = perCurrency ? currencyAxis(sources) : null;
  const names = [...new Set(query.by)];
  const parts = [...names, 'model' as const].map((name) => {
    if (isProgramDimension(name))
      return { kind: 'program' as const, ...programAxis(name, programs) };
    if (isDayDimension(name))
      return { kind: 'day' as const, ...dayAxis(name, range.from, range.to) };
    return { kind: 'partner' as const, axis: partnerAxis(partners, name) };
  });
  const axes = parts.map(({ axis }) => axis);
  if (currencies !== null) axes.push(currencies);
  const strides: number[] = [];
  let size = 1;
  for (const axis of [...axes].reverse()) {
    strides.unshift(size);
    size *= Math.max(1, axis.values.length);
  }
  if (size > Number.MAX_SAFE_INTEGER) {
    throw new DeskError(
      'BAD_QUERY',
      'This question has too many dimensions at once; leave one out.',
    );
  }
  const dayKey = new Float64Array(range.to - range.from + 1);
  let hasDays = false;
  for (const [at, part] of parts.entries()) {
    if (part.kind !== 'day') continue;
    hasDays = true;
    const stride = strides[at] ?? 1;
    for (let day = 0; day < dayKey.length; day += 1) {
      dayKey[day] = (dayKey[day] ?? 0) + (part.places[day] ?? 0) * stride;
    }
  }
  const currencyPlace = new Map(currencies?.values.map((word, place) => [word, place]));
  const scanOf = ({ program, series }: SourceInScope): SourceScan => {
    let base = 0;
    for (const [at, part] of parts.entries()) {
      if (part.kind === 'program') base += part.indexOf(program) * (strides[at] ?? 1);
    }
    const own = ownCurrency(program, series);
    const place = (currency: string): number =>
      currencyPlace.get(currency === '' ? own : currency) ?? 0;
    return {
      series,
      ...range,
      base,
      partnerKey: partners === null ? null : partnerKeys(axes, strides, partners, series),
      partnerMask: partners === null ? null : partnerMask(query, partners, series),
      partnerRows: names.includes('partner') ? null : sharedRows(axes, strides, partners, series),
      dayKey: hasDays ? dayKey : null,
      currencyKey: currencies === null ? null : Float64Array.from(series.currencies, place),
      ownCurrency: own === null ? series.currencies.indexOf('') : series.currencies.indexOf(own),
      ownCurrencyKey: currencyPlace.get(own) ?? 0,
      known: knownDaysOf(program, series, range.from, range.to),
    };
  };
  return { axes, size, scanOf };
}

function partnerAxis(partners: PartnerIndex | null, name: 'partner' | 'partnerType'): Axis {
  return partners?.[name] ?? { name, values: [null] };
}

function partnerKeys(
  axes: readonly Axis[],
  strides: readonly number[],
  partners: PartnerIndex,
  series: SourceSeries,
): Float64Array {
  const keys = new Float64Array(series.partnerships.length);
  const places = partners.places.get(series.source);
  for (const [at, { name }] of axes.entries()) {
    if (name !== 'partner' && name !== 'partnerType') continue;
    const of = name === 'partner' ? places?.partner : places?.type;
    const stride = strides[at] ?? 1;
    for (let code = 0; code < keys.length; code += 1) {
      keys[code] = (keys[code] ?? 0) + (of?.[code] ?? 0) * stride;
    }
  }
  return keys;
}

/** 1 for each partnership of a source that the question is narrowed to; null when it takes them all. */
function partnerMask(
  { partners, partnerTypes }: Query,
  index: PartnerIndex,
  { source, partnerships }: SourceSeries,
): Uint8Array | null {
  if (partners === undefined && partnerTypes === undefined) return null;
  const asked = new Set(partners);
  const types = new Set<string | null>(partnerTypes);
  const places = index.places.get(source);
  return Uint8Array.from(partnerships, (_, code) => {
    const id = index.partner.ids?.[places?.partner[code] ?? 0] ?? '';
    const type = index.partnerType.values[places?.type[code] ?? 0] ?? null;
    const isAsked = partners === undefined || asked.has(id);
    return isAsked && (partnerTypes === undefined || types.has(type)) ? 1 : 0;
  });
}

/** The few types that stand for many partners, or the one row of all; null when partners don't matter. */
function sharedRows(
  axes: readonly Axis[],
  strides: readonly number[],
  partners: PartnerIndex | null,
  { source, partnerships }: SourceSeries,
): SourceScan['partnerRows'] {
  if (partners === null) return null;
  const at = axes.findIndex(({ name }) => name === 'partnerType');
  const rowOf = partners.places.get(source)?.type;
  const axis = axes[at];
  if (rowOf === undefined || axis === undefined) {
    return { rowOf: new Uint32Array(partnerships.length), keys: Float64Array.of(0) };
  }
  const stride = strides[at] ?? 1;
  return { rowOf, keys: Float64Array.from(axis.values, (_, type) => type * stride) };
}

/** The program's own currency: what the record says, else what most of its sales are in. */
export function ownCurrency(program: ProgramEntry, series: SourceSeries): string | null {
  return (
    program.currency ??
    series.mainCurrency ??
    series.currencies.find((currency) => currency !== '') ??
    null
  );
}

function currencyAxis(sources: readonly SourceInScope[]): Axis {
  const words = new Set<string | null>();
  for (const { program, series } of sources) {
    words.add(ownCurrency(program, series));
    for (const currency of series.currencies) if (currency !== '') words.add(currency);
  }
  return { name: 'currency', values: [...words].sort(compare) };
}
