import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { PlaceInList } from '../../../shared/domain/record-list';
import { formatCount } from '../../ui/format';
import { useKeys, type KeyBinding } from '../keys';
import { goTo, type Route } from '../routes';
import { changePlace, listPlace } from './list-place';

interface RecordWalkProps {
  readonly id: string;
  /** Where the record stands in its list; undefined until that is known. */
  readonly place: PlaceInList | undefined;
  /** The list's name among the places, whose line follows the record; null for a list that keeps none. */
  readonly list: string | null;
  readonly toList: Route;
  readonly pageOf: (id: string) => Route;
  /** What the sheet of keys calls such a page. */
  readonly title: string;
}

/**
 * The way through a list, page by page: to the next and the previous record of the list as it is filtered, sorted and grouped,
 * and back to it. A record that has left the list while it was looked at still leads to its neighbors of then.
 */
export function RecordWalk({ id, place, list, toList, pageOf, title }: RecordWalkProps) {
  const known = useLastPlace(id, place);
  const line = place?.line ?? null;
  useEffect(() => {
    if (list === null || line === null) return;
    // Back in the list the keyboard is on what was looked at last, and so is a panel that was open.
    const panel = listPlace(list).open === null ? {} : { open: id };
    changePlace(list, { cursor: line, anchor: line, ...panel });
  }, [list, line, id]);
  const step = (to: string | null | undefined): (() => void) | null =>
    to === null || to === undefined ? null : () => goTo(pageOf(to));
  const [previous, next] = [step(known?.previous), step(known?.next)];
  useKeys(title, [
    ...binding('j', 'Next of the list', next),
    ...binding('k', 'Previous of the list', previous),
    { keys: 'escape', words: 'Back to the list', run: () => goTo(toList) },
  ]);
  return (
    <>
      {known === undefined ? null : (
        <div className="record-walk" role="group" aria-label="In the list">
          <span className="quiet">{placeWords(known, place)}</span>
          <Step label="Previous record" run={previous}>
            <IconChevronUp size={16} stroke={1.6} aria-hidden="true" />
          </Step>
          <Step label="Next record" run={next}>
            <IconChevronDown size={16} stroke={1.6} aria-hidden="true" />
          </Step>
        </div>
      )}
      <Button variant="default" size="xs" onClick={() => goTo(toList)}>
        Back to the list
      </Button>
    </>
  );
}

/** `12 of 340`, or that the record is not in the list any more. */
function placeWords(known: PlaceInList, now: PlaceInList | undefined): string {
  if (now?.number === null) return 'no longer in the list';
  return known.number === null ? '' : `${formatCount(known.number)} of ${formatCount(known.count)}`;
}

/** The place of a record, or the last one that it had; undefined for one that was never in the list. */
function useLastPlace(id: string, place: PlaceInList | undefined): PlaceInList | undefined {
  const [last, setLast] = useState<{ readonly id: string; readonly place: PlaceInList } | null>(
    null,
  );
  if (place !== undefined && place.number !== null) {
    if (last?.place !== place || last.id !== id) setLast({ id, place });
    return place;
  }
  return last?.id === id ? last.place : undefined;
}

function binding(keys: string, words: string, run: (() => void) | null): readonly KeyBinding[] {
  return run === null ? [] : [{ keys, words, run }];
}

interface StepProps {
  readonly label: string;
  readonly run: (() => void) | null;
  readonly children: ReactNode;
}

function Step({ label, run, children }: StepProps) {
  return (
    <Tooltip label={label} withinPortal={false}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        disabled={run === null}
        onClick={run ?? undefined}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
