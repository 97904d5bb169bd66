import { IconRefresh, IconSearch, IconSettings, IconSunrise } from '@tabler/icons-react';
import { MyDayScreen } from '../../features/team';
import {
  ConnectScreen,
  HistoryScreen,
  ImportsScreen,
  PersonalDataScreen,
  SettingsScreen,
  SetUpScreen,
  SyncScreen,
  TrashScreen,
} from '../../features/technology';
import { list, type Area } from './area';

/* What is about the whole desk: what is due, what comes in, what is kept. */

export const search: Area = {
  label: 'Search',
  icon: IconSearch,
  entries: [{ label: 'Search', to: { area: 'search' } }],
  letter: 'f',
  stands: 'bar',
  screens: {},
};

export const myDay: Area = {
  label: 'My day',
  icon: IconSunrise,
  entries: [{ label: 'My day', to: { area: 'my-day' } }],
  letter: 'd',
  stands: 'top',
  screens: { 'my-day': { title: 'My day', draw: () => <MyDayScreen /> } },
};

export const sync: Area = {
  label: 'Sync',
  icon: IconRefresh,
  entries: [
    { label: 'Sync', to: { area: 'sync' } },
    { label: 'Import & export', to: { area: 'imports' } },
    { label: 'History', to: { area: 'history' } },
    { label: 'Trash', to: { area: 'trash' } },
  ],
  letter: 's',
  stands: 'foot',
  screens: {
    sync: { title: 'Sync', draw: () => <SyncScreen /> },
    imports: { title: 'Import & export', draw: () => <ImportsScreen /> },
    history: { title: 'History', draw: () => <HistoryScreen /> },
    trash: { title: 'Trash', draw: () => <TrashScreen /> },
    'set-up': { title: 'Set-up', draw: ({ step }) => <SetUpScreen step={step} /> },
    connect: {
      title: 'Connect a network',
      draw: ({ connection }) => <ConnectScreen key={connection} connection={connection} />,
    },
  },
};

export const settings: Area = {
  label: 'Settings',
  icon: IconSettings,
  entries: [
    { label: 'Settings', to: { area: 'settings' } },
    list('custom-field', 'Fields of our own'),
    list('pipeline-stage', 'Pipeline stages'),
    list('partner-subtype', 'Partner types'),
    list('commission-type', 'Commission types'),
    list('violation-type', 'Violation types'),
  ],
  letter: ',',
  stands: 'foot',
  screens: {
    settings: { title: 'Settings', draw: () => <SettingsScreen /> },
    'personal-data': { title: 'Personal data', draw: () => <PersonalDataScreen /> },
  },
};
