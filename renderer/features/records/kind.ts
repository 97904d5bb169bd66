import { useMemo } from 'react';
import type { KindDefinition } from '../../../shared/records/definition';
import { kindOf, registerCustomFields } from '../../../shared/records/index';
import { useDeskQuery } from '../../app/desk';

/** The definition of a kind with the fields that the agency added; undefined while those are being read. */
export function useKind(kind: string): KindDefinition | undefined {
  const { value } = useDeskQuery('records.list', { kind: 'custom-field' });
  return useMemo(() => {
    if (value === undefined) return undefined;
    registerCustomFields(value);
    return kindOf(kind);
  }, [value, kind]);
}

/** The fields that a person can change, in the order of the definition. */
export function editableFields({ fields, keyedBy }: KindDefinition): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const type = fields[name]?.type;
    const isHidden = type === 'structure' || type === 'order' || type === 'instant';
    return name !== keyedBy && !isHidden;
  });
}
