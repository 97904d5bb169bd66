import { useSafety } from './use-safety';

/** Says on the Sync screen that changes are not copied to disk, while that is so. */
export function SafetyNote() {
  const { state } = useSafety();
  const problem = state?.mirror.problem ?? state?.snapshotProblem ?? null;
  if (problem === null) return null;
  return (
    <p className="safety-note" role="alert">
      {problem}
    </p>
  );
}
