import { beforeEach, expect, test } from 'vitest';
import { forgetErased, forgetInWindow } from '../../../renderer/app/window-memory';

/** What the page keeps between two starts, as it is kept: texts by name. */
class Memory {
  [name: string]: unknown;
}

let memory: Storage;

beforeEach(() => {
  const kept = new Memory();
  const methods = {
    getItem: (name: string): unknown => kept[name] ?? null,
    setItem: (name: string, text: string): void => {
      kept[name] = text;
    },
    removeItem: (name: string): void => {
      Reflect.deleteProperty(kept, name);
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(kept, name, { value, enumerable: false });
  }
  memory = kept as unknown as Storage;
  memory.setItem('quarterdeck.drafts', '{"note":"Call JANE  ROE"}');
  memory.setItem('first-answers', '[{"name":"Jane \\"J\\" Roe"}]');
  memory.setItem('quarterdeck.frame', '{"width":240}');
});

test('whoever is erased is forgotten, in whatever spelling, and nobody else', () => {
  forgetInWindow(['Somebody Else'], memory);
  expect(Object.keys(memory)).toHaveLength(3);
  forgetInWindow(['Jane Roe', 'Jane "J" Roe'], memory);
  expect(Object.keys(memory)).toEqual(['quarterdeck.frame']);
});

test('whoever was erased without a window is forgotten at its start, and texts are handed out only then', async () => {
  const asked: (readonly string[])[] = [];
  const nobody = (texts: readonly string[]): Promise<null> => {
    asked.push(texts);
    return Promise.resolve(null);
  };
  expect(await forgetErased(nobody, memory)).toBe(false);
  expect(asked).toEqual([[]]);
  const named = (texts: readonly string[]): Promise<boolean[]> =>
    Promise.resolve(texts.map((text) => /jane\s+("j" )?roe/i.test(text)));
  expect(await forgetErased(named, memory)).toBe(true);
  expect(Object.keys(memory)).toEqual(['quarterdeck.frame']);
  expect(await forgetErased(named, memory)).toBe(false);
});
