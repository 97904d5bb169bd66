import { useEffect, useState } from 'react';
import { toFailure } from '../../../shared/kernel/result';
import { useDesk } from '../desk';
import type { DeskShell } from '../desk-shell';
import { FileUnreadable } from './file-reader';

/** Why a file is not shown. */
export function Unshown({ problem }: { readonly problem: string }) {
  return (
    <p className="caution" role="alert">
      {problem}
    </p>
  );
}

/** Loads something once and lets go of it when it is shown no longer; `problem` is a plain sentence. */
export function useLoaded<Value>(
  load: (shell: DeskShell) => Promise<Value>,
  release: (value: Value) => void = () => undefined,
): {
  readonly value: Value | null;
  readonly problem: string | null;
} {
  const { shell } = useDesk();
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const loading = load(shell);
    loading.then(
      (loaded) => {
        if (!isGone) setValue(loaded);
      },
      (thrown: unknown) => {
        if (!isGone) setProblem(problemOf(thrown));
      },
    );
    return () => {
      isGone = true;
      loading.then(release, () => undefined);
    };
    // A file's content never changes: it is loaded once for as long as it is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shell]);
  return { value, problem };
}

/** Why a file can't be shown, in words. */
export function problemOf(thrown: unknown): string {
  if (thrown instanceof FileUnreadable) {
    return thrown.reason === 'too-slow'
      ? 'It takes too long to show this file here. Open it instead.'
      : 'This file can’t be shown here: it is damaged or protected. Open it instead.';
  }
  return toFailure(thrown).message;
}
