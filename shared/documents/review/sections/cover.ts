import { parseDay, weekKey } from '../../../kernel/days';
import type { Chart, Slide } from '../../model';
import { isOver } from '../compare';
import type { Composition } from '../composition';
import { contentSlide, cutOffDay, gridRow, spanWords } from '../slides';

/** The cover: client, period, and the weekly rhythm of the client's largest currency behind them. */
export function cover(review: Composition): Slide[] {
  const { data, w } = review;
  const chart = rhythm(review);
  const models = w.listed(data.sections.map((section) => w.t.models[section.model]));
  const programs =
    data.programs.length <= 4
      ? w.listed(data.programs.map((program) => program.name))
      : w.counted(data.programs.length, w.t.nouns.programsOf(models));
  const read = w.t.cover.readOn(w.longDate(cutOffDay(data)));
  return [
    {
      ...contentSlide({
        id: 'cover',
        part: w.t.cover.kind,
        title: data.client.name,
        rows: chart ? [gridRow([[12, { kind: 'chart', heading: chart.description, chart }]])] : [],
        source: programs === '' ? '' : w.t.cover.programs(programs),
        basis: isOver(data) ? read : `${read} ${w.t.cover.running}`,
      }),
      layout: 'cover',
      subtitle: `${w.period(data.period)} · ${spanWords(review, data.period.from, data.period.to)}`,
    },
  ];
}

function rhythm({ data, w }: Composition): Chart | null {
  const section = data.sections[0];
  const currency = section?.currencies[0];
  if (!section || currency === undefined) return null;
  const first = weekKey(parseDay(data.period.from) ?? 0);
  const end = parseDay(data.period.to) ?? 0;
  // A last week that the period cuts is no week's figure.
  const last = weekKey(end - 6) === weekKey(end) ? weekKey(end) : weekKey(end - 7);
  const weeks = section.weeks.filter((line) => line.currency === currency && line.week <= last);
  if (weeks.length < 8) return null;
  const inPeriod = (week: string): boolean => week >= first && week <= last;
  const name = w.period(data.period);
  const bars = (wanted: boolean): { value: number | null; words: string }[] =>
    weeks.map((line) => ({
      value: inPeriod(line.week) === wanted ? line.revenue : null,
      words: '',
    }));
  return {
    type: 'rhythm',
    stacked: false,
    categories: weeks.map((line) => line.week),
    series: [
      { name: w.t.cover.before, color: 'quiet', points: bars(false) },
      { name, color: 'accent', points: bars(true) },
    ],
    unfinished: [],
    description: w.t.cover.rhythm(
      data.sections.length > 1 ? w.t.models[section.model] : null,
      currency,
      name,
    ),
  };
}
