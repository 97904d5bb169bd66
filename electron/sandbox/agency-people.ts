/** The agency's own people, with the seven roles of such a house. */
export const TEAM = [
  { name: 'Helena Marsh', role: 'director', email: 'helena@deskagency.example' },
  { name: 'Jonas Brandt', role: 'senior-account-manager', email: 'jonas@deskagency.example' },
  { name: 'Priya Mehta', role: 'senior-account-manager', email: 'priya@deskagency.example' },
  { name: 'Callum Byrne', role: 'account-manager', email: 'callum@deskagency.example' },
  { name: 'Sofía Vega', role: 'account-manager', email: 'sofia@deskagency.example' },
  { name: 'Levi Okafor', role: 'associate-account-manager', email: 'levi@deskagency.example' },
  {
    name: 'Freya Lind',
    role: 'affiliate-recruitment-specialist',
    email: 'freya@deskagency.example',
  },
  { name: 'Emil Novak', role: 'data-analyst', email: 'emil@deskagency.example' },
  { name: 'Noor Haddad', role: 'creative', email: 'noor@deskagency.example' },
  { name: 'Mateo Rossi', role: 'creative', email: 'mateo@deskagency.example' },
] as const;

/**
 * A client's fiscal calendar. `months`: the fiscal year begins with that month. `weeks`: quarters of 13 weeks in the pattern named; the year
 * ends on the `yearEndsOn` weekday that is last in, or nearest to the end of, `yearEndMonth`; a 53rd week lengthens the last month.
 */
export type Calendar =
  | {
      readonly kind: 'months';
      readonly fiscalYearStartMonth: number;
      readonly firstWeekday: 'monday' | 'sunday';
    }
  | {
      readonly kind: 'weeks';
      readonly pattern: '4-4-5' | '4-5-4' | '5-4-4';
      readonly yearEndMonth: number;
      readonly yearEndsOn: 'saturday' | 'sunday';
      readonly yearEndRule: 'last' | 'nearest';
      readonly firstWeekday: 'monday' | 'sunday';
    };

/** A client as the agency knows it. `affiliateShare` is what its programs bring of its own sales, about. */
interface ClientFacts {
  readonly name: string;
  readonly legalName: string;
  readonly industry: string;
  readonly country: string;
  readonly website: string;
  readonly calendar: Calendar;
  readonly manager: string;
  readonly support: readonly string[];
  readonly affiliateShare: number;
  readonly color: string;
  readonly contact: { readonly name: string; readonly title: string };
}

const MONDAY_YEAR: Calendar = { kind: 'months', fiscalYearStartMonth: 1, firstWeekday: 'monday' };

/** What no network knows about the eight clients. */
export const CLIENTS: readonly ClientFacts[] = [
  {
    name: 'Nordlicht Outdoor',
    legalName: 'Nordlicht Outdoor GmbH',
    industry: 'Outdoor',
    country: 'DE',
    website: 'https://nordlicht-outdoor.example',
    calendar: MONDAY_YEAR,
    manager: 'Jonas Brandt',
    support: ['Levi Okafor', 'Noor Haddad'],
    affiliateShare: 0.14,
    color: '#1f5c4d',
    contact: { name: 'Linnea Sato', title: 'Head of Performance' },
  },
  {
    name: 'Harrow & Finch',
    legalName: 'Harrow & Finch Ltd',
    industry: 'Fashion',
    country: 'GB',
    website: 'https://harrowfinch.example',
    calendar: {
      kind: 'weeks',
      pattern: '4-5-4',
      yearEndMonth: 1,
      yearEndsOn: 'saturday',
      yearEndRule: 'nearest',
      firstWeekday: 'sunday',
    },
    manager: 'Callum Byrne',
    support: ['Levi Okafor', 'Mateo Rossi'],
    affiliateShare: 0.09,
    color: '#6b2d5c',
    contact: { name: 'Idris Whitfield', title: 'Digital Marketing Director' },
  },
  {
    name: 'Casa Lumbre',
    legalName: 'Casa Lumbre S.L.',
    industry: 'Home',
    country: 'ES',
    website: 'https://casalumbre.example',
    calendar: { kind: 'months', fiscalYearStartMonth: 4, firstWeekday: 'monday' },
    manager: 'Sofía Vega',
    support: ['Mateo Rossi'],
    affiliateShare: 0.11,
    color: '#b4532a',
    contact: { name: 'Tomás Castillo', title: 'E-commerce Manager' },
  },
  {
    name: 'Brightwater Beauty',
    legalName: 'Brightwater Beauty Inc.',
    industry: 'Beauty',
    country: 'US',
    website: 'https://brightwater-beauty.example',
    calendar: {
      kind: 'weeks',
      pattern: '4-4-5',
      yearEndMonth: 12,
      yearEndsOn: 'saturday',
      yearEndRule: 'last',
      firstWeekday: 'sunday',
    },
    manager: 'Callum Byrne',
    support: ['Freya Lind', 'Noor Haddad'],
    affiliateShare: 0.21,
    color: '#255f85',
    contact: { name: 'Zoë Hughes', title: 'VP Growth' },
  },
  {
    name: 'Vélo Atelier',
    legalName: 'Vélo Atelier SAS',
    industry: 'Cycling',
    country: 'FR',
    website: 'https://velo-atelier.example',
    calendar: { kind: 'months', fiscalYearStartMonth: 7, firstWeekday: 'monday' },
    manager: 'Sofía Vega',
    support: ['Noor Haddad'],
    affiliateShare: 0.07,
    color: '#c0392b',
    contact: { name: 'Amélie Moreau', title: 'Responsable acquisition' },
  },
  {
    name: 'Petalpost',
    legalName: 'Petalpost Ltd',
    industry: 'Gifts',
    country: 'GB',
    website: 'https://petalpost.example',
    calendar: {
      kind: 'weeks',
      pattern: '5-4-4',
      yearEndMonth: 6,
      yearEndsOn: 'sunday',
      yearEndRule: 'last',
      firstWeekday: 'monday',
    },
    manager: 'Jonas Brandt',
    support: ['Levi Okafor'],
    affiliateShare: 0.26,
    color: '#b03a6f',
    contact: { name: 'Clara Laurent', title: 'Marketing Manager' },
  },
  {
    name: 'Ledgerly',
    legalName: 'Ledgerly Inc.',
    industry: 'Software',
    country: 'US',
    website: 'https://ledgerly.example',
    calendar: { kind: 'months', fiscalYearStartMonth: 2, firstWeekday: 'sunday' },
    manager: 'Priya Mehta',
    support: ['Freya Lind'],
    affiliateShare: 0.16,
    color: '#2f4b7c',
    contact: { name: 'Arjun Kowalski', title: 'Director of Partnerships' },
  },
  {
    name: 'Stackpilot Group',
    legalName: 'Stackpilot Group plc',
    industry: 'Software',
    country: 'GB',
    website: 'https://stackpilot.example',
    calendar: { kind: 'months', fiscalYearStartMonth: 10, firstWeekday: 'monday' },
    manager: 'Priya Mehta',
    support: ['Emil Novak'],
    affiliateShare: 0.12,
    color: '#3b6e57',
    contact: { name: 'Hana Ferreira', title: 'Chief Revenue Officer' },
  },
];
