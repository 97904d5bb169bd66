import { Button, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, type ComponentProps } from 'react';
import { z } from 'zod';
import {
  documentModelSchema,
  slideSchema,
  type DocumentModel,
  type Slide,
} from '../../../../shared/documents/model';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { ChannelArguments } from '../../../../shared/ipc/channels';
import { AttachmentsSection } from '../../../app/attachments';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { usePlaceName } from '../../../app/place-name';
import { goTo } from '../../../app/routes';
import { useGradually } from '../../../ui/gradual';
import { showFailure } from '../../../ui/notify';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import { RecordHistory } from '../../records';
import { CompareToday } from './compare-today';
import { fileNameOf, formatBytes, frozenReviewOf, type FrozenReview } from './frozen-review';
import { ReviewWalk } from './review-walk';
import { BlankSlide, SlideView } from './slide-view';

type FileTarget = ChannelArguments<'reviews.saveCopy'>;

/** One frozen review: its file, its hash, and its pages on the screen. */
export function ReviewScreen({ id }: { readonly id: string }) {
  const answer = useDeskQuery('records.get', { kind: 'review', id });
  if (answer.failure) {
    return (
      <div className="page">
        <FailureState
          alone
          title="The review could not be read"
          failure={answer.failure}
          onRetry={answer.retry}
        />
      </div>
    );
  }
  if (answer.value === undefined) {
    return (
      <div className="page">
        <TableSkeleton rows={10} />
      </div>
    );
  }
  if (answer.value === null || answer.value.deleted) {
    return (
      <div className="page">
        <EmptyState
          alone
          title="This review is not here"
          action={<Button onClick={() => goTo({ area: 'reviews' })}>All reviews</Button>}
        >
          It was deleted and is in the trash, or it was made on another computer.
        </EmptyState>
      </div>
    );
  }
  return <ReviewPages record={answer.value} />;
}

function ReviewPages({ record }: { readonly record: DeskRecord }) {
  const review = frozenReviewOf(record);
  const stored = record.values['model'];
  const model = useMemo(() => frozenModelSchema.safeParse(stored), [stored]);
  usePlaceName(review.title);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{review.title}</h1>
          <p className="quiet">
            {review.days} · {review.pages} pages · {formatBytes(review.bytes)} · made{' '}
            {formatInstant(review.frozenAt)}
          </p>
          <p className="quiet review-hash">
            SHA-256 <span className="mono">{review.sha256}</span>
          </p>
          {review.pptx === null ? null : (
            <p className="quiet review-hash">
              PowerPoint, {formatBytes(review.pptx.bytes)}, SHA-256{' '}
              <span className="mono">{review.pptx.sha256}</span>
            </p>
          )}
        </div>
        <FileActions review={review} />
      </header>
      <Tabs defaultValue="pages" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="pages">Pages as sent</Tabs.Tab>
          <Tabs.Tab value="today">Compare with today</Tabs.Tab>
          <Tabs.Tab value="attachments">Attachments</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pages" className="review-panel">
          {model.success ? (
            <FrozenSlides model={model.data} />
          ) : (
            <EmptyState title="No preview">
              This review was made by another version of Quarterdeck. Its file is unchanged: open
              it.
            </EmptyState>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="today" className="review-panel">
          <CompareToday review={review.id} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className="review-panel">
          <RecordHistory kind="review" id={review.id} title="History of the review" isOpen />
        </Tabs.Panel>
        <Tabs.Panel value="attachments" className="review-panel">
          <AttachmentsSection record={review.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Hundreds of slides are looked at one by one, each when it is drawn; the first says whether this version knows them. */
const frozenModelSchema = documentModelSchema.extend({
  slides: z
    .array(z.custom<Slide>((value) => typeof value === 'object' && value !== null))
    .refine(([first]) => slideSchema.safeParse(first).success),
});

function FrozenSlides({ model }: { readonly model: DocumentModel }) {
  const isDrawn = useGradually(model.slides.length, 0);
  return (
    <div className="slides">
      {model.slides.map((slide, index) =>
        isDrawn(index) ? (
          <FrozenSlide key={slide.id} model={model} slide={slide} page={index + 1} />
        ) : (
          <BlankSlide key={slide.id} />
        ),
      )}
    </div>
  );
}

function FrozenSlide(props: ComponentProps<typeof SlideView>) {
  const { slide } = props;
  const isKnown = useMemo(() => slideSchema.safeParse(slide).success, [slide]);
  return isKnown ? <SlideView {...props} /> : <BlankSlide />;
}

/** Both files: open them, or save copies where the person says. */
function FileActions({ review }: { readonly review: FrozenReview }) {
  const { shell } = useDesk();
  const name = fileNameOf(review.title);
  const pdf: FileTarget = { sha256: review.sha256, name, format: 'pdf' };
  const pptx: FileTarget | null =
    review.pptx === null ? null : { sha256: review.pptx.sha256, name, format: 'pptx' };
  const save = async (target: FileTarget): Promise<void> => {
    try {
      const { file } = await shell.call('reviews.saveCopy', target);
      if (file !== null) notifications.show({ message: `Saved as ${file}` });
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  const open = (target: FileTarget): void => {
    shell.call('reviews.openFile', target).catch(showFailure);
  };
  return (
    <div className="page-actions">
      {pptx === null ? null : (
        <>
          <Button variant="default" onClick={() => void save(pptx)}>
            Save PowerPoint…
          </Button>
          <Button variant="default" onClick={() => open(pptx)}>
            Open PowerPoint
          </Button>
        </>
      )}
      <Button variant="default" onClick={() => void save(pdf)}>
        Save PDF…
      </Button>
      <Button onClick={() => open(pdf)}>Open PDF</Button>
      <ReviewWalk id={review.id} />
    </div>
  );
}
