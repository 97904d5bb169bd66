import { SidePanel } from '../../../app/side-panel';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { PartnerContent } from './partner-content';
import { usePartner } from './use-partner';

interface PartnerPanelProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onNext: (() => void) | undefined;
  readonly onPrevious: (() => void) | undefined;
}

/** One partner beside the list. */
export function PartnerPanel({ id, ...actions }: PartnerPanelProps) {
  const { view, failure, retry } = usePartner(id);
  return (
    <SidePanel title={view?.page.name ?? 'Partner'} {...actions}>
      {view === undefined ? (
        failure === undefined ? (
          <TableSkeleton rows={8} />
        ) : (
          <FailureState title="This partner can’t be shown" failure={failure} onRetry={retry} />
        )
      ) : (
        <PartnerContent key={view.page.id} view={view} layout="panel" />
      )}
    </SidePanel>
  );
}
