import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomicallySync } from '../files';

const settingsSchema = z.object({
  secondFolder: z.string().nullable().default(null),
  lastBackup: z.object({ at: z.number(), file: z.string() }).nullable().default(null),
  lastDrill: z
    .object({ at: z.number(), file: z.string(), records: z.number(), documents: z.number() })
    .nullable()
    .default(null),
});
type Settings = z.infer<typeof settingsSchema>;

/** What a person chose and did about the safety of this desk; kept beside the copies, not in the store. */
export interface SafetySettings {
  readonly current: Settings;
  change(part: Partial<Settings>): void;
}

/** Reads the settings; a damaged file is as good as none. */
export function openSafetySettings(path: string): SafetySettings {
  let current = settingsSchema.parse(readJson(path));
  return {
    get current() {
      return current;
    },
    change: (part) => {
      const next = { ...current, ...part };
      writeFileAtomicallySync(path, `${JSON.stringify(next, null, 2)}\n`);
      current = next;
    },
  };
}

function readJson(path: string): unknown {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}
