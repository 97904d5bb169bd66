import { z } from 'zod';
import { dimensionSchema, metricSchema } from '../../shared/domain/query';
import { networkSchema, programModelSchema, statusSchema } from '../../shared/domain/vocabulary';
import { parseAddress } from '../security/parse-address';

/** What one command takes. `words` stand without a dash, in this order, the ones with a question mark if they are said; option names are the flags in camel case. */
interface CommandSpec {
  readonly words: readonly string[];
  readonly values: readonly string[];
  readonly switches: readonly string[];
  /** False for the command that touches no profile. */
  readonly profile: boolean;
  readonly options: z.ZodType;
}

const text = z.string().min(1, 'must not be empty');

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
}

/** A list with commas of known words, each at most once. */
function listOf<Word extends string>(word: z.ZodType<Word, string>) {
  return z
    .string()
    .transform((value) => value.split(',').map((item) => item.trim()))
    .pipe(z.array(word).min(1))
    .refine((items) => new Set(items).size === items.length, 'names one thing twice');
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-07-01')
  .refine(isRealDay, 'is no day of the calendar');

function isRealDay(value: string): boolean {
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}

const seed = wholeNumber(0, 4_294_967_295).default(1);
const size = z.enum(['small', 'large']).default('small');

const webAddress = text.refine(
  (value) => /^https?:$/.test(parseAddress(value)?.protocol ?? ''),
  'must be an http or https address',
);

const timeZone = text.refine((value) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}, 'must be a time zone such as Europe/London');

const period = text.refine((value) => {
  if (/^(FY)?\d{4}-Q[1-4]$/.test(value)) return true;
  const [from = '', to = '', more] = value.split('..');
  const days = day.safeParse(from).success && day.safeParse(to).success;
  return days && more === undefined && from <= to;
}, 'must be a period such as 2026-Q3, FY2026-Q3 or 2026-07-01..2026-09-30');

/** Where a passphrase comes from; never an argument. */
const passphraseFlags = {
  values: ['passphrase-file'],
  options: {
    passphraseFile: text.exactOptional(),
    passphraseStdin: z.literal(true).exactOptional(),
  },
} as const;

const kind = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be a kind such as client or team-member');

export const commandSpecs = {
  sandbox: {
    words: [],
    values: ['size', 'seed', 'faults', 'limit', 'port'],
    switches: [],
    profile: false,
    options: z.strictObject({
      size,
      seed,
      faults: z.enum(['none', 'some', 'heavy']).default('none'),
      limit: wholeNumber(1, 100_000).exactOptional(),
      port: wholeNumber(0, 65_535).default(0),
    }),
  },
  explore: {
    words: [],
    values: ['size', 'seed'],
    switches: [],
    profile: true,
    options: z.strictObject({ size, seed }),
  },
  connect: {
    words: ['network'],
    values: [
      'account',
      'name',
      'client',
      'model',
      'address',
      'calls-per-minute',
      'since',
      'time-zone',
      'token-store',
    ],
    switches: ['token-stdin'],
    profile: true,
    options: z.strictObject({
      network: networkSchema,
      account: text.max(200),
      name: text.max(200).exactOptional(),
      client: text.max(200).exactOptional(),
      model: programModelSchema.exactOptional(),
      address: webAddress.exactOptional(),
      callsPerMinute: wholeNumber(1, 100_000).exactOptional(),
      since: day.exactOptional(),
      timeZone: timeZone.exactOptional(),
      tokenStore: z.enum(['keyring', 'file']).exactOptional(),
      tokenStdin: z.literal(true, 'must be given: the token is read from the standard input'),
    }),
  },
  sync: {
    words: [],
    values: ['connection'],
    switches: [],
    profile: true,
    options: z.strictObject({ connection: text.exactOptional() }),
  },
  query: {
    words: [],
    values: ['metrics', 'by', 'from', 'to', 'statuses'],
    switches: [],
    profile: true,
    options: z
      .strictObject({
        metrics: listOf(metricSchema),
        by: listOf(dimensionSchema).default([]),
        from: day,
        to: day,
        statuses: listOf(statusSchema).exactOptional(),
      })
      .refine(({ from, to }) => from <= to, 'the first day comes after the last.'),
  },
  review: {
    words: [],
    values: ['client', 'program', 'period', 'pdf', 'pptx'],
    switches: [],
    profile: true,
    options: z
      .strictObject({
        client: text.exactOptional(),
        program: text.exactOptional(),
        period,
        pdf: text.exactOptional(),
        pptx: text.exactOptional(),
      })
      .refine(
        ({ client, program }) => (client === undefined) !== (program === undefined),
        'give either --client or --program.',
      )
      .refine(
        ({ pdf, pptx }) => pdf !== undefined || pptx !== undefined,
        'say where to write it: --pdf FILE, --pptx FILE or both.',
      ),
  },
  import: {
    words: ['kind', 'file'],
    values: ['sheet', 'decimal', 'dates', 'currency', 'program', 'conflicts', 'rejected'],
    switches: ['dry-run'],
    profile: true,
    options: z.strictObject({
      kind,
      file: text,
      sheet: text.max(200).exactOptional(),
      decimal: z.enum(['point', 'comma']).exactOptional(),
      dates: z.enum(['dmy', 'mdy']).exactOptional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR')
        .exactOptional(),
      program: text.exactOptional(),
      conflicts: z.enum(['mine', 'theirs']).exactOptional(),
      rejected: text.exactOptional(),
      dryRun: z.literal(true).exactOptional(),
    }),
  },
  undo: {
    words: [],
    values: ['entry'],
    switches: [],
    profile: true,
    options: z.strictObject({ entry: text.exactOptional() }),
  },
  export: {
    words: ['kind?'],
    values: ['format', 'out'],
    switches: [],
    profile: true,
    options: z.strictObject({
      kind: kind.exactOptional(),
      format: z.enum(['csv', 'xlsx', 'json']).exactOptional(),
      out: text,
    }),
  },
  'as-of': {
    words: ['date'],
    values: ['kind', 'format', 'out'],
    switches: [],
    profile: true,
    options: z.strictObject({
      date: day,
      kind,
      format: z.enum(['csv', 'xlsx', 'json']).exactOptional(),
      out: text,
    }),
  },
  backup: {
    words: ['file'],
    values: passphraseFlags.values,
    switches: ['passphrase-stdin'],
    profile: true,
    options: z.strictObject({ file: text, ...passphraseFlags.options }),
  },
  restore: {
    words: ['file'],
    values: passphraseFlags.values,
    switches: ['passphrase-stdin', 'dry-run'],
    profile: true,
    options: z.strictObject({
      file: text,
      dryRun: z.literal(true).exactOptional(),
      ...passphraseFlags.options,
    }),
  },
  drill: {
    words: ['file'],
    values: passphraseFlags.values,
    switches: ['passphrase-stdin'],
    profile: true,
    options: z.strictObject({ file: text, ...passphraseFlags.options }),
  },
  verify: {
    words: [],
    values: [],
    switches: [],
    profile: true,
    options: z.strictObject({}),
  },
  status: {
    words: [],
    values: [],
    switches: [],
    profile: true,
    options: z.strictObject({}),
  },
} as const satisfies Record<string, CommandSpec>;

export type CommandName = keyof typeof commandSpecs;
export type CommandOptions<Name extends CommandName> = z.infer<
  (typeof commandSpecs)[Name]['options']
>;
