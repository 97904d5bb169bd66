import { afterEach, describe, expect, it } from 'vitest';
import type { DataSource } from '../../../renderer/app/data-cache';
import { RecordEditor } from '../../../renderer/app/records/record-editing';
import { customFieldName } from '../../../shared/records/custom-field';
import { registerCustomFields } from '../../../shared/records/index';
import { record } from '../desk-record';

const data: DataSource = {
  call: () => Promise.reject(new Error('Nothing is asked for.')),
  onEvent: () => () => undefined,
};

describe('a form', () => {
  afterEach(() => registerCustomFields([]));

  it('has the fields of the agency’s own that came to be while it stands open', () => {
    const editor = new RecordEditor(data, { kind: 'client', record: null });
    const field = record('custom-field', 'abc', {
      name: 'Shoe size',
      kind: 'client',
      type: 'text',
    });
    const name = customFieldName(field.id);
    expect(editor.definition.fields[name]).toBeUndefined();
    registerCustomFields([field]);
    expect(editor.definition.fields[name]?.label).toBe('Shoe size');
  });

  it('writes the target of a share in percent', () => {
    const goal = record('goal', 'g', { metric: 'shareOfSales', target: 0.09 });
    const editor = new RecordEditor(data, { kind: 'goal', record: goal });
    editor.type('target', 'a lot');
    editor.leave('target');
    expect(editor.error('target')).toBe('It must be a share in percent, such as 12.');
  });
});
