import { useCallback, useState } from 'react';
import type {
  FieldChoice,
  FileShape,
  ImportPlan,
  ImportProposal,
  ImportResult,
  SaidSettings,
} from '../../../../shared/ipc/imports';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';
import { runWork } from '../../../app/activity';
import { useDesk } from '../../../app/desk';

/** One file on its way in, as far as it has come. */
export interface ImportState {
  /** By what main knows the file. */
  readonly file: string | null;
  readonly shape: FileShape | null;
  readonly said: SaidSettings;
  readonly proposal: ImportProposal | null;
  readonly mapping: readonly (string | null)[];
  /** Of figures: the program of rows that name none. */
  readonly program: string | null;
  readonly id: string | null;
  readonly plan: ImportPlan | null;
  readonly result: ImportResult | null;
  readonly failure: DeskFailure | null;
}

const nothing: ImportState = {
  file: null,
  shape: null,
  said: {},
  proposal: null,
  mapping: [],
  program: null,
  id: null,
  plan: null,
  result: null,
  failure: null,
};

const bytesAtOnce = 1_000_000;

export interface ImportFlow {
  readonly state: ImportState;
  readonly choose: (file: File) => void;
  /** Reads the file anew with what somebody has said about it. */
  readonly say: (said: SaidSettings) => void;
  readonly into: (kind: string) => void;
  readonly map: (column: number, target: string | null) => void;
  /** Says of which program rows are that name none. */
  readonly ofProgram: (program: string) => void;
  readonly check: () => void;
  readonly decide: (row: number | null, field: string | null, choice: FieldChoice | null) => void;
  readonly write: (withoutRejected: boolean) => void;
  readonly back: () => void;
  readonly restart: () => void;
}

/** Takes a file from the person's hand to the result; every step can be gone back. */
export function useImport(): ImportFlow {
  const { data, shell, activity } = useDesk();
  const [state, setState] = useState<ImportState>(nothing);
  const change = useCallback((next: Partial<ImportState>) => {
    setState((before) => ({ ...before, failure: null, ...next }));
  }, []);
  const attempt = (work: () => Promise<void>): void => {
    work().catch((thrown: unknown) => {
      const failure = toFailure(thrown);
      if (failure.code !== 'CANCELLED') change({ failure });
    });
  };
  /** Long work of main, with its progress in the window; a failure is told beside its cause. */
  const run = async <Value>(work: () => Promise<Value>): Promise<Value | null> => {
    const outcome: { failure?: unknown } = {};
    const value = await runWork(activity, shell, 'import', () =>
      work().catch((thrown: unknown) => {
        outcome.failure = thrown;
        return null;
      }),
    );
    if ('failure' in outcome) throw outcome.failure;
    return value;
  };

  const inspect = async (file: string, said: SaidSettings, kind: string | null): Promise<void> => {
    const shape = await run(() => shell.call('imports.inspect', { file, said }));
    if (shape === null) return;
    const proposal = await data.call('imports.propose', { file: shape, into: kind });
    const { mapping, program } = proposal;
    change({ file, shape, said, proposal, mapping, program, id: null, plan: null, result: null });
  };

  return {
    state,
    choose: (chosen) =>
      attempt(async () => {
        setState(nothing);
        let file: string | null = null;
        for (let start = 0; start < chosen.size || file === null; start += bytesAtOnce) {
          const piece = await chosen.slice(start, start + bytesAtOnce).arrayBuffer();
          const bytes = new Uint8Array(piece);
          ({ file } = await shell.call('imports.receive', { file, name: chosen.name, bytes }));
        }
        await inspect(file, {}, null);
      }),
    say: (said) =>
      attempt(async () => {
        if (state.file === null) return;
        await inspect(state.file, { ...state.said, ...said }, state.proposal?.into ?? null);
      }),
    into: (kind) =>
      attempt(async () => {
        if (state.shape === null) return;
        const proposal = await data.call('imports.propose', { file: state.shape, into: kind });
        const { mapping, program } = proposal;
        change({ proposal, mapping, program, plan: null });
      }),
    map: (column, target) => {
      const mapping = state.mapping.map((each, at) =>
        at === column ? target : each === target ? null : each,
      );
      change({ mapping, plan: null });
    },
    ofProgram: (program) => change({ program, plan: null }),
    check: () =>
      attempt(async () => {
        const { file, shape, proposal, mapping } = state;
        if (file === null || shape === null || proposal === null) return;
        const id = proposal.unfinished ?? crypto.randomUUID();
        const { into } = proposal;
        const begin = { id, into, file: shape, mapping: [...mapping], program: state.program };
        const plan = await run(() => shell.call('imports.plan', { file, begin }));
        if (plan !== null) change({ id, plan });
      }),
    decide: (row, field, choice) =>
      attempt(async () => {
        if (state.id === null) return;
        change({ plan: await data.call('imports.decide', { id: state.id, row, field, choice }) });
      }),
    write: (withoutRejected) =>
      attempt(async () => {
        const { id } = state;
        if (id === null) return;
        const result = await run(() => shell.call('imports.write', { id, withoutRejected }));
        if (result !== null) change({ result });
      }),
    back: () => change({ id: null, plan: null }),
    restart: () => setState(nothing),
  };
}
