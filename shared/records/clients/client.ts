import { z } from 'zod';
import { clientLogoSchema } from '../../documents/logo';
import { documentLanguages } from '../../documents/review/words/locales';
import type { KindDefinition } from '../definition';
import { choice, color, currency, longText, set, structure, text, timeZone } from '../fields';

const monthSchema = z.number().int().min(1).max(12);
/** ISO weekday: 1 Monday … 7 Sunday. */
const weekdaySchema = z.number().int().min(1).max(7);

/**
 * How a client divides its year. `months`: the fiscal year starts with a calendar month. `weeks`: quarters of thirteen
 * whole weeks in the named pattern; weeks and years start on `firstWeekday`. With the rule `nearest` the year starts on the
 * one nearest to the first of `startMonth` (its last day is then the one nearest to the end of the month before); with
 * `last` the year before ends on the last such day within the month before, so it starts on the first of `startMonth` or
 * up to six days earlier. Some years have a 53rd week, which belongs to the last month of the year.
 */
export const clientCalendarSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('months'),
    startMonth: monthSchema,
    firstWeekday: weekdaySchema,
  }),
  z.strictObject({
    kind: z.literal('weeks'),
    pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']),
    startMonth: monthSchema,
    firstWeekday: weekdaySchema,
    rule: z.enum(['nearest', 'last']),
  }),
]);
export type ClientCalendar = z.infer<typeof clientCalendarSchema>;

/** The calendar of a client that has not said otherwise: calendar years, weeks from Monday. */
export const defaultCalendar: ClientCalendar = { kind: 'months', startMonth: 1, firstWeekday: 1 };

/** A company that pays the agency to run its programs. */
export const client: KindDefinition = {
  kind: 'client',
  label: 'Client',
  plural: 'Clients',
  owner: 'person',
  area: 'clients',
  serves: ['S6', 'N4'],
  home: 'list',
  purpose: 'Companies whose programs we run: how to reach, bill and present them.',
  example: 'An outdoor shop from Hamburg with programs in three markets',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    legalName: text('Legal name', { searched: true }),
    vertical: text('Vertical'),
    website: text('Website', { searched: true }),
    currency: currency('Currency'),
    timeZone: timeZone('Time zone'),
    calendar: structure(
      'Calendar',
      clientCalendarSchema,
      'a calendar: the first month of the fiscal year, or a pattern of weeks with its first weekday',
    ),
    accent: color('Color in documents'),
    secondColor: color('Second color in documents'),
    logo: structure('Logo', clientLogoSchema, 'a PNG, JPEG or SVG picture of at most 200 kB'),
    documentFooter: text('Footer of documents'),
    documentLanguage: choice('Language of documents', documentLanguages),
    tags: set('Tags', { searched: true, internal: true }),
    strategy: longText('Strategy', { searched: true }),
    state: choice('State', ['prospective', 'starting', 'active', 'paused', 'ended']),
    country: text('Country'),
  },
  columns: [
    'name',
    'legalName',
    'vertical',
    'website',
    'currency',
    'timeZone',
    'calendar',
    'accent',
    'secondColor',
    'documentFooter',
    'documentLanguage',
    'tags',
    'state',
    'country',
  ],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Client',
      fields: [
        'name',
        'legalName',
        'vertical',
        'website',
        'state',
        'currency',
        'timeZone',
        'country',
        'tags',
      ],
    },
    { label: 'Strategy', fields: ['strategy'] },
    { label: 'Documents', fields: ['documentLanguage', 'documentFooter', 'accent', 'secondColor'] },
  ],
  state: { field: 'state', closed: ['ended'] },
};
