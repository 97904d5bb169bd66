import { onDemand } from '../../ui/on-demand';

export const ConnectScreen = onDemand(
  async () => (await import('./connect/connect-screen')).ConnectScreen,
);
export const FirstStart = onDemand(
  async () => (await import('./first-start/first-start')).FirstStart,
);
export const HistoryScreen = onDemand(
  async () => (await import('./history/history-screen')).HistoryScreen,
);
export const ImportsScreen = onDemand(
  async () => (await import('./imports/imports-screen')).ImportsScreen,
);
export const Overlaps = onDemand(async () => (await import('./sync/overlaps')).Overlaps);
export const PersonalDataScreen = onDemand(
  async () => (await import('./privacy/personal-data-screen')).PersonalDataScreen,
);
export const Recovery = onDemand(async () => (await import('./safety/recovery')).Recovery);
export const SettingsScreen = onDemand(
  async () => (await import('./settings/settings-screen')).SettingsScreen,
);
export const SetUpScreen = onDemand(
  async () => (await import('./set-up/set-up-screen')).SetUpScreen,
);
export const SyncScreen = onDemand(async () => (await import('./sync/sync-screen')).SyncScreen);
export const TrashScreen = onDemand(
  async () => (await import('./history/trash-screen')).TrashScreen,
);
