import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from './support/sources';

const folder = path.join(project, 'renderer', 'styles');
const styles = readdirSync(folder).filter((name) => name.endsWith('.css'));

test('no style asks what an element holds: every element that is drawn anywhere would be asked', () => {
  expect(styles.length).toBeGreaterThan(10);
  const asking = styles.filter((name) =>
    readFileSync(path.join(folder, name), 'utf8').includes(':has('),
  );
  expect(asking).toEqual([]);
});
