import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles';
import { startDataWorker } from './bridge/data-worker';

// The stores are opened while the window's own code, twenty times as much, is still being read.
const { port } = startDataWorker();
void import('./open-window').then(({ openWindow }) => openWindow(port));
