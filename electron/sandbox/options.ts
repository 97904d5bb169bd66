import { z } from 'zod';
import { isoDay, dayOf, parseDay } from './days';

export const FAULT_LEVELS = ['none', 'some', 'heavy'] as const;
export type FaultLevel = (typeof FAULT_LEVELS)[number];

const optionsSchema = z.strictObject({
  size: z.enum(['small', 'large']),
  seed: z.int().min(0).max(0xffff_ffff),
  faults: z.enum(FAULT_LEVELS).default('none'),
  /** Calls a minute and token; the documented pace of Awin by default. */
  limit: z.int().min(1).max(1_000_000).default(20),
  /** 0 takes any free port. */
  port: z.int().min(0).max(65_535).default(0),
  /** `yyyy-MM-dd`: the data end the day before. Fixed for the life of the server. */
  today: z
    .string()
    .refine((text) => parseDay(text) !== undefined, 'no date of the form yyyy-MM-dd')
    .default(() => isoDay(dayOf(Date.now()))),
  /** How long a stalled request is held before its connection is closed. */
  stallMs: z.int().min(1).max(25_000).default(25_000),
});

/** What a caller may say; everything but size and seed has a default. */
export type SandboxOptions = z.input<typeof optionsSchema>;
/** The same with the defaults filled in. */
export type SandboxSettings = z.output<typeof optionsSchema>;

/** Checks options that come from outside; throws a `ZodError` that names the wrong one. */
export function readOptions(options: unknown): SandboxSettings {
  return optionsSchema.parse(options);
}
