import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppInfo, TokenStoreState } from '../../shared/ipc/channels';
import type { DeskShell } from './desk-shell';

/** What main has told about this application and machine; null until it has. */
export interface MainState {
  readonly info: AppInfo | null;
  readonly tokenStore: TokenStoreState | null;
}

export type MainStateStore = StoreApi<MainState>;

/** Makes the store, asks main once and then listens. */
export function createMainState(shell: DeskShell): MainStateStore {
  const store = createStore<MainState>(() => ({ info: null, tokenStore: null }));
  shell.on('tokenStore.state', (tokenStore) => store.setState({ tokenStore }));
  void refreshMainState(store, shell);
  return store;
}

/** Asks main again, such as after a profile became a sample. A failure leaves what was known. */
export async function refreshMainState(store: MainStateStore, shell: DeskShell): Promise<void> {
  const [info, tokenStore] = await Promise.allSettled([
    shell.call('app.info', {}),
    shell.call('tokenStore.state', {}),
  ]);
  if (info.status === 'fulfilled') store.setState({ info: info.value });
  if (tokenStore.status === 'fulfilled') store.setState({ tokenStore: tokenStore.value });
}
