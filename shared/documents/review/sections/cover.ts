import { parseDay, weekKey } from '../../../kernel/days';
import type { Chart, Slide } from '../../model';
import { isOver } from '../compare';
import type { Composition } from '../composition';
import type { ReviewData } from '../data';
import { contentSlide, cutOffDay, gridRow, spanWords } from '../slides';
import { counted, listed, longDate, modelName } from '../wording';

/** The cover: client, period, and the weekly rhythm of the client's largest currency behind them. */
export function cover({ data }: Composition): Slide[] {
  const chart = rhythm(data);
  const models = data.sections.map((section) => modelName(section.model)).join(' and ');
  const programs =
    data.programs.length <= 4
      ? listed(data.programs.map((program) => program.name))
      : counted(data.programs.length, `${models} program`);
  const over = isOver(data) ? '' : ` The period is not over.`;
  return [
    {
      ...contentSlide({
        id: 'cover',
        part: 'Quarterly business review',
        title: data.client.name,
        rows: chart ? [gridRow([[12, { kind: 'chart', heading: chart.description, chart }]])] : [],
        source: programs === '' ? '' : `Affiliate programs: ${programs}`,
        basis: `Figures as read on ${longDate(cutOffDay(data))}.${over}`,
      }),
      layout: 'cover',
      subtitle: `${data.period.name} · ${spanWords(data.period.from, data.period.to)}`,
    },
  ];
}

function rhythm(data: ReviewData): Chart | null {
  const section = data.sections[0];
  const currency = section?.currencies[0];
  if (!section || currency === undefined) return null;
  const weeks = section.weeks.filter((line) => line.currency === currency);
  if (weeks.length < 8) return null;
  const first = weekKey(parseDay(data.period.from) ?? 0);
  const last = weekKey(parseDay(data.period.to) ?? 0);
  const inPeriod = (week: string): boolean => week >= first && week <= last;
  const model = data.sections.length > 1 ? ` of the ${modelName(section.model)} programs` : '';
  return {
    type: 'rhythm',
    stacked: false,
    categories: weeks.map((line) => line.week),
    series: [
      {
        name: 'Before',
        color: 'quiet',
        points: weeks.map((line) => ({
          value: inPeriod(line.week) ? null : line.revenue,
          words: '',
        })),
      },
      {
        name: data.period.name,
        color: 'accent',
        points: weeks.map((line) => ({
          value: inPeriod(line.week) ? line.revenue : null,
          words: '',
        })),
      },
    ],
    unfinished: [],
    description: `Weekly tracked revenue${model} in ${currency}; ${data.period.name} in color`,
  };
}
