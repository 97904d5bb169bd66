import { expect, test } from 'vitest';
import { readComposed } from '../../../renderer/features/clients/reviews/editor/composed-review';
import type { Slide } from '../../../shared/documents/model';
import type { ComposedDraft } from '../../../shared/ipc/data-contract';

const slide = (id: string, title: string): string =>
  JSON.stringify({
    id,
    title,
    layout: 'content',
    part: '',
    subtitle: '',
    rows: [],
    source: '',
    basis: '',
  } satisfies Partial<Slide>);

function answer(slides: readonly string[], accent = '#0b5a72', figures = '[]'): ComposedDraft {
  return {
    draft: 'd1',
    client: 'c1',
    programs: ['p1'],
    period: { label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' },
    frame: {
      format: 1,
      title: 'Review',
      author: 'Quarterdeck',
      subject: '',
      language: 'en-US',
      cutOff: 0,
      sample: false,
      theme: { accent },
      footer: '',
    },
    slides,
    sections: [],
    figures,
  };
}

test('what an answer says again is the same object, so that only what changed is drawn', () => {
  const first = readComposed(undefined, answer([slide('a', 'One'), slide('b', 'Two')]));
  expect(first.model.slides.map(({ title }) => title)).toEqual(['One', 'Two']);
  const second = readComposed(first, answer([slide('a', 'One'), slide('b', 'Two, changed')]));
  expect(second.model.slides[0]).toBe(first.model.slides[0]);
  expect(second.model.slides[1]?.title).toBe('Two, changed');
  expect(second.model.theme).toBe(first.model.theme);
  expect(second.byKey).toBe(first.byKey);
});

test('slides that changed places, another look and other figures are seen', () => {
  const first = readComposed(undefined, answer([slide('a', 'One'), slide('b', 'Two')]));
  const figures = JSON.stringify([{ key: 'k', words: '1' }]);
  const second = readComposed(
    first,
    answer([slide('b', 'Two'), slide('a', 'One')], '#aa0000', figures),
  );
  expect(second.model.slides).toEqual([first.model.slides[1], first.model.slides[0]]);
  expect(second.model.theme.accent).toBe('#aa0000');
  expect(second.byKey.get('k')?.words).toBe('1');
});
