import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { KindDefinition, RecordValues } from '../../../shared/records/definition';
import { kinds } from '../../../shared/records/index';

type Shapes = Record<string, { readonly version: number; readonly fields: Record<string, string> }>;
interface Script {
  readonly shapesOf: (kinds: readonly KindDefinition[]) => Shapes;
  readonly breaks: (before: Shapes, now: Shapes) => string[];
  readonly lackingSteps: (
    kinds: readonly Pick<KindDefinition, 'kind' | 'version' | 'upgrades'>[],
  ) => string[];
}

// A script of the build has no types.
const script = (await import(
  pathToFileURL(path.resolve('build/scripts/lib/record-shapes.mjs')).href
)) as Script;
const kept = JSON.parse(await readFile(path.resolve('build/record-shapes.json'), 'utf8')) as Shapes;

describe('the shapes of stored records', () => {
  it('are still read: a change that breaks them raises the version of its kind', () => {
    expect(script.breaks(kept, script.shapesOf(kinds))).toEqual([]);
    expect(script.lackingSteps(kinds)).toEqual([]);
  });

  it('are written down as the definitions are', () => {
    expect(kept, 'run node build/scripts/record-kinds.mjs').toEqual(script.shapesOf(kinds));
  });

  const before: Shapes = {
    deal: {
      version: 1,
      fields: { name: 'required text', state: 'choice: open, done', client: 'reference to client' },
    },
  };
  const changed = (fields: Record<string, string>, version = 1): string[] =>
    script.breaks(before, { deal: { version, fields: { ...before['deal']?.fields, ...fields } } });

  it('break by what is gone, retyped, led elsewhere or newly required, and not by what is added', () => {
    expect(changed({ note: 'long-text', state: 'choice: open, won, done' })).toEqual([]);
    expect(changed({ state: 'choice: open' })).toEqual([
      'deal.state: done can no longer be chosen',
    ]);
    expect(changed({ name: 'required number' })).toEqual(['deal.name: it was text and is number']);
    expect(changed({ client: 'reference to program' })).toEqual([
      'deal.client: it led to client and leads to program',
    ]);
    expect(changed({ state: 'required choice: open, done' })).toEqual([
      'deal.state: it is required now',
    ]);
    expect(changed({ size: 'required integer' })).toEqual(['deal.size: it is required now']);
    expect(script.breaks(before, { deal: { version: 1, fields: {} } })).toHaveLength(3);
    expect(script.breaks(before, {})).toEqual(['deal: the kind is gone']);
    expect(changed({ state: 'choice: open' }, 2)).toEqual([]);
  });

  it('change with a version that has its step; what is a set stays one', () => {
    const step = { words: 'Deals are open', upgrade: (values: RecordValues) => values };
    const raised = { kind: 'deal', version: 2 };
    expect(script.lackingSteps([raised])).toEqual([
      'deal: version 2 has 0 upgrade steps before it',
    ]);
    expect(script.lackingSteps([{ ...raised, upgrades: [step] }])).toEqual([]);
    expect(changed({ state: 'set' }, 2)).toEqual([
      'deal.state: what becomes or stops being a set gets a new name',
    ]);
    const later = { deal: { version: 2, fields: {} } };
    expect(script.breaks(later, before)).toEqual(['deal: version 2 is known already']);
  });
});
