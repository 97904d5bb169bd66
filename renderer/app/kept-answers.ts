/**
 * The first screen's last answers, kept by the page for the next start: it paints them at once and asks anew beside it.
 * An answer belongs to the build that made it, so that its shape is always the one that this build reads.
 */
export interface KeptAnswers {
  /** The answer that an earlier run had to this question, or undefined. */
  readonly read: (question: string) => unknown;
  /** Keeps an answer; those that this run doesn't keep again are gone with the next start. */
  readonly keep: (question: string, answer: unknown) => void;
}

interface Kept {
  readonly build: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

const place = 'first-answers';
/** Answers change many times a second while a sync runs; one of them is enough. */
const writeAfterMilliseconds = 1_000;

/** Opens what was kept in this storage by the same build. */
export function openKeptAnswers(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  build: string,
): KeptAnswers {
  const before = readKept(storage, build);
  const answers: Record<string, unknown> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    timer = undefined;
    try {
      storage.setItem(place, JSON.stringify({ build, answers } satisfies Kept));
    } catch {
      // A full disk costs the next start half a second and nobody an answer.
    }
  }

  return {
    read: (question) => before[question],
    keep: (question, answer) => {
      answers[question] = answer;
      timer ??= setTimeout(write, writeAfterMilliseconds);
    },
  };
}

function readKept(storage: Pick<Storage, 'getItem'>, build: string): Kept['answers'] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? 'null');
    return isKept(kept) && kept.build === build ? kept.answers : {};
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  if (!('build' in value) || !('answers' in value)) return false;
  return typeof value.answers === 'object' && value.answers !== null;
}
