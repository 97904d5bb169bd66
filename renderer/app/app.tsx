import { PortfolioScreen, ReviewScreen, ReviewsScreen } from '../features/clients';
import { ConnectScreen, FirstStart, SyncScreen } from '../features/technology';
import { useActivity, useDeskQuery } from './desk';
import { ClosedDesk } from './closed-desk';
import { useRoute } from './routes';
import { Shell } from './shell';

/** The frame with the screen of the current place; an empty desk begins with the first start. */
export function App() {
  const isFirstStart = useFirstStart();
  const known = useDeskQuery('connections.list', {});
  // Without its store nothing in the frame would have anything to show.
  if (known.value === undefined && known.failure) return <ClosedDesk failure={known.failure} />;
  return <Shell>{isFirstStart ? <FirstStart /> : <Screen />}</Shell>;
}

function Screen() {
  const route = useRoute();
  switch (route.area) {
    case 'portfolio':
      return <PortfolioScreen />;
    case 'reviews':
      return <ReviewsScreen />;
    case 'review':
      return <ReviewScreen id={route.id} />;
    case 'sync':
      return <SyncScreen />;
    case 'connect':
      return <ConnectScreen key={route.connection} connection={route.connection} />;
  }
}

/** Nothing is connected yet, or the sample that was chosen there is still being read. */
function useFirstStart(): boolean {
  const { area } = useRoute();
  const known = useDeskQuery('connections.list', {});
  const isReadingSample = useActivity(({ running }) => running.sample !== undefined);
  if (area !== 'portfolio') return false;
  return isReadingSample || known.value?.length === 0;
}
