import { useDeskQuery } from '../../../app/desk';
import { RecordWalk } from '../../../app/lists/record-walk';
import { partnersList } from '../list/list-state';
import { usePartnerQuestion } from '../list/use-partner-list';

/** The way through the list of partners. */
export function PartnerWalk({ id }: { readonly id: string }) {
  const { question } = usePartnerQuestion();
  const { value } = useDeskQuery('lists.partnerPlace', { question, id });
  return (
    <RecordWalk
      id={id}
      place={value}
      list={partnersList}
      toList={{ area: 'partners' }}
      pageOf={(other) => ({ area: 'partner', id: other })}
      title="Partner"
    />
  );
}
