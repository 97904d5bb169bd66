import {
  addQuarters,
  fiscalQuarterOf,
  type FiscalQuarter,
} from '../../../../shared/domain/calendar';
import type { Day } from '../../../../shared/kernel/days';
import { clientCalendarSchema, defaultCalendar } from '../../../../shared/records/clients/client';
import { formatDayRange } from '../../../ui/times';

/** A fiscal quarter as a choice; its value is what `reviews.export` takes. */
export interface ReviewChoice {
  readonly value: string;
  readonly label: string;
}

const finishedQuarters = 8;

/**
 * The client's last eight finished fiscal quarters, newest first, then the running one to date. A calendar that isn't
 * there or can't be read is the common year.
 */
export function reviewPeriods(calendarValue: unknown, today: Day): readonly ReviewChoice[] {
  const calendar = clientCalendarSchema.safeParse(calendarValue).data ?? defaultCalendar;
  const running = fiscalQuarterOf(calendar, today);
  const finished = Array.from({ length: finishedQuarters }, (_, index) =>
    addQuarters(calendar, running, -1 - index),
  );
  return [
    ...finished.map(choiceOf),
    { ...choiceOf(running), label: `${nameOf(running)} · to date` },
  ];
}

function choiceOf(quarter: FiscalQuarter): ReviewChoice {
  return {
    value: quarter.label,
    label: `${nameOf(quarter)} · ${formatDayRange(quarter.from, quarter.to)}`,
  };
}

function nameOf({ year, quarter }: FiscalQuarter): string {
  return `Q${quarter} FY${year}`;
}
