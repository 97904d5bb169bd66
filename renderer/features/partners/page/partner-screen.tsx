import { usePlaceName } from '../../../app/place-name';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { PartnerContent } from './partner-content';
import { PartnerWalk } from './partner-walk';
import { SamePartner } from './same-partner';
import { usePartner } from './use-partner';

/** One partner as a page. */
export function PartnerScreen({ id }: { readonly id: string }) {
  const { view, failure, retry } = usePartner(id);
  usePlaceName(view?.page.name ?? null);
  if (view === undefined) {
    return (
      <div className="page">
        {failure === undefined ? (
          <TableSkeleton rows={10} />
        ) : (
          <FailureState
            title="This partner can’t be shown"
            failure={failure}
            onRetry={retry}
            alone
          />
        )}
      </div>
    );
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{view.page.name}</h1>
        </div>
        <div className="page-actions">
          {view.page.record === null ? null : <SamePartner page={view.page} />}
          <PartnerWalk id={id} />
        </div>
      </header>
      <PartnerContent key={view.page.id} view={view} layout="page" />
    </div>
  );
}
