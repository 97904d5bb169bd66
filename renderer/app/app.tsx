import { Suspense } from 'react';
import { FirstStart } from '../features/technology';
import { TableSkeleton } from '../ui/states';
import { standingOf } from './standing';
import { ClosedDesk } from './closed-desk';
import { useActivity, useDeskQuery } from './desk';
import { useRoute } from './routes';
import { ScopeContext, useScopeView } from './scope';
import { Shell } from './shell';

/** The frame with the screen of the current place; an empty desk begins with the first start. */
export function App() {
  const route = useRoute();
  const isFirstStart = useFirstStart();
  const scope = useScopeView();
  const known = useDeskQuery('connections.list', {});
  // Without its store nothing in the frame would have anything to show.
  if (known.value === undefined && known.failure) return <ClosedDesk failure={known.failure} />;
  return (
    <ScopeContext value={scope}>
      <Shell>
        <Suspense fallback={<ScreenSkeleton />}>
          {isFirstStart ? (
            <FirstStart />
          ) : scope.known ? (
            standingOf(route).screen.draw()
          ) : (
            <ScreenSkeleton />
          )}
        </Suspense>
      </Shell>
    </ScopeContext>
  );
}

function ScreenSkeleton() {
  return (
    <div className="page">
      <TableSkeleton rows={14} />
    </div>
  );
}

/** Nothing is connected yet, or the sample that was chosen there is still being read. */
function useFirstStart(): boolean {
  const { area } = useRoute();
  const known = useDeskQuery('connections.list', {});
  const isReadingSample = useActivity(({ running }) => running.sample !== undefined);
  if (area !== 'portfolio') return false;
  return isReadingSample || known.value?.length === 0;
}
