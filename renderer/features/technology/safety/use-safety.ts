import { useEffect, useState } from 'react';
import type { SafetyState } from '../../../../shared/ipc/safety';
import { useDesk } from '../../../app/desk';
import { showFailure } from '../../../ui/notify';

export interface SafetyView {
  /** Undefined until main has told. */
  readonly state: SafetyState | undefined;
  /** Asks main again, such as after something was done. */
  readonly refresh: () => void;
}

/** How this desk is protected, as main tells it. */
export function useSafety(): SafetyView {
  const { shell } = useDesk();
  const [state, setState] = useState<SafetyState>();
  const [asked, setAsked] = useState(0);
  useEffect(() => shell.on('safety.state', setState), [shell]);
  useEffect(() => {
    shell.call('safety.state', {}).then(setState, showFailure);
  }, [shell, asked]);
  return {
    state,
    refresh: () => {
      setAsked((times) => times + 1);
    },
  };
}
