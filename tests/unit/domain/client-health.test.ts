import { describe, expect, it } from 'vitest';
import { judgeClient, type ClientSigns } from '../../../shared/domain/client-health';

const now = Date.UTC(2026, 10, 22, 12);
const well: ClientSigns = {
  pace: { name: 'Revenue', ratio: 1.04 },
  failed: [],
  oldestSync: now - 3_600_000,
  connections: 2,
  ourLate: 0,
  theirLate: 0,
  lastContact: '2026-11-20',
  violations: 0,
  graveViolations: 0,
};

function judged(change: Partial<ClientSigns>, silence: number | null = 2) {
  const { level, reasons } = judgeClient({ ...well, ...change }, { now, silence });
  return [level, ...reasons.map(({ words }) => words)];
}

describe('the health of a client', () => {
  it('is good when nothing speaks against it, and unknown when nothing can be measured', () => {
    expect(judged({})).toEqual(['good']);
    expect(judged({ pace: null })).toEqual(['good']);
    expect(judged({ pace: null, connections: 0, oldestSync: null })).toEqual(['unknown']);
  });

  it('follows the gravest sign and names all of them, the graver first', () => {
    expect(judged({ pace: { name: 'Revenue', ratio: 0.899 } })).toEqual([
      'risk',
      'Revenue: 89 % of pace',
    ]);
    expect(judged({ pace: { name: 'Revenue', ratio: 0.95 } })[0]).toBe('watch');
    expect(judged({ theirLate: 2, failed: ['Shop DE'], violations: 1 })).toEqual([
      'risk',
      'sync failed: Shop DE',
      '1 open violation',
      '2 promises of theirs late',
    ]);
    expect(judged({ ourLate: 1 })).toEqual(['watch', '1 promise of ours late']);
    expect(judged({ ourLate: 3 })).toEqual(['risk', '3 promises of ours late']);
    expect(judged({ violations: 3, graveViolations: 1 })).toEqual(['risk', '1 grave violation']);
  });

  it('knows old figures and silence', () => {
    expect(judged({ oldestSync: now - 49 * 3_600_000 })).toEqual([
      'watch',
      'figures are 2 days old',
    ]);
    expect(judged({}, 31)).toEqual(['watch', 'no contact for 31 days']);
    expect(judged({}, 61)[0]).toBe('risk');
    expect(judged({}, null)).toEqual(['watch', 'no contact noted']);
  });
});
