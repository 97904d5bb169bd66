import {
  certainScore,
  type GroupedKind,
  type Match,
  type MatchList,
  type MatchQuestion,
  type MatchSide,
} from '../../../shared/domain/matches';
import { parseDay, utcDay, type Day } from '../../../shared/kernel/days';
import { matchId } from '../../../shared/records/partners/match';
import { currentCore } from '../core/current';
import { joinedInto } from '../joined-partners';
import { keptRecords, textIn, type KeptRecords } from '../kept-records';
import type { Values } from '../kept-sheet';
import { loadPartnerBase, type PartnerBase } from '../lists/base';
import { pause } from '../pause';
import { MatchIndex, type IndexedRecord } from './match-index';
import { judge, leastScore, type Recognized } from './score';
import { traitsOf, type Belongings } from './traits';

type RecordsById = Awaited<ReturnType<KeptRecords['all']>>;

/** Everything that suggestions are made from, as it is now. */
interface Ground {
  readonly revision: string;
  readonly base: PartnerBase;
  readonly belongings: (id: string) => Belongings;
  readonly decisions: RecordsById;
  readonly today: Day;
}

const index = new MatchIndex();
let kept: { readonly revision: string; readonly matches: Promise<readonly Match[]> } | null = null;

/** Open suggestions of one question, the best first. */
export async function listMatches(question: MatchQuestion, limit: number): Promise<MatchList> {
  const ground = await readGround();
  if (kept?.revision !== ground.revision) {
    const matches = findMatches(ground);
    kept = { revision: ground.revision, matches };
    // What failed is tried again by the next question.
    matches.catch(() => {
      kept = null;
    });
  }
  const all = await kept.matches;
  const ofQuestion = (asked: MatchQuestion): readonly Match[] =>
    all.filter((match) => match.question === asked);
  const asked = ofQuestion(question);
  return {
    matches: asked.slice(0, limit),
    open: {
      partner: ofQuestion('partner').length,
      company: ofQuestion('company').length,
      belongs: ofQuestion('belongs').length,
    },
    certain: asked.filter(({ isCertain }) => isCertain).length,
  };
}

async function readGround(): Promise<Ground> {
  const core = currentCore();
  const [sites, contacts, decisions] = ['partner-site', 'contact', 'match'].map((kind) =>
    keptRecords(core, kind),
  ) as [KeptRecords, KeptRecords, KeptRecords];
  const [base, siteRecords, contactRecords, decided] = await Promise.all([
    loadPartnerBase(),
    sites.all(),
    contacts.all(),
    decisions.all(),
  ]);
  const today = utcDay(core.chance.now());
  const addresses = byPartner(siteRecords, 'address');
  const emails = byPartner(contactRecords, 'email');
  return {
    revision: [base.revision, sites.revision, contacts.revision, decisions.revision, today].join(
      '|',
    ),
    base,
    belongings: (id) => ({ addresses: addresses.get(id) ?? none, emails: emails.get(id) ?? none }),
    decisions: decided,
    today,
  };
}

const none: readonly string[] = [];

function byPartner(records: RecordsById, field: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const values of records.values()) {
    const [partner, text] = [textIn(values, 'partner'), textIn(values, field)];
    if (partner === null || text === null) continue;
    const known = found.get(partner);
    if (known === undefined) found.set(partner, [text]);
    else known.push(text);
  }
  return found;
}

async function findMatches(ground: Ground): Promise<readonly Match[]> {
  const { base } = ground;
  await index.update(recordsOf(ground), pause);
  const recognized = new Map<string, Recognized>();
  const recognize = (kind: GroupedKind, id: string, values: Values): Recognized => {
    const known = recognized.get(id);
    if (known !== undefined) return known;
    const made = { values, traits: traitsOf(kind, values, ground.belongings(id)) };
    recognized.set(id, made);
    return made;
  };
  const best = new Map<string, Match>();
  for (const pair of index.alike()) {
    const [one, other] = pair.map((id) => entityOf(base, id));
    if (one === undefined || other === undefined || one.id === other.id) continue;
    const question = questionOf(base, one, other);
    if (question === null) continue;
    const [first, second] =
      one.kind === 'company' && question === 'belongs' ? [other, one] : [one, other];
    const judged = judge(
      question,
      recognize(first.kind, first.record, first.values),
      recognize(second.kind, second.record, second.values),
    );
    if (judged.score < leastScore || judged.reasons.length === 0) continue;
    if (isDecided(ground, first, second)) continue;
    const id = matchId(first.id, second.id);
    const known = best.get(id);
    if (known !== undefined && known.score >= judged.score) continue;
    const [keep, part] =
      question === 'belongs' || !isBetterKnown(base, second, first)
        ? [first, second]
        : [second, first];
    best.set(id, {
      question,
      pair: id,
      one: sideOf(base, keep),
      other: sideOf(base, part),
      ...judged,
      isCertain: judged.score >= certainScore,
    });
  }
  return [...best.values()].sort(
    (left, right) => right.score - left.score || left.one.name.localeCompare(right.one.name, 'en'),
  );
}

function* recordsOf({ base, belongings }: Ground): Iterable<IndexedRecord> {
  for (const [id, values] of base.partners) {
    yield { id, kind: 'partner', values, belongings: belongings(id) };
  }
  for (const [id, values] of base.companies) {
    yield { id, kind: 'company', values, belongings: belongings(id) };
  }
}

/** A record and what it is shown as: a partner that is part of another one is that one. */
interface Entity {
  readonly id: string;
  readonly kind: GroupedKind;
  readonly record: string;
  readonly values: Values;
}

function entityOf(base: PartnerBase, record: string): Entity | undefined {
  const values = base.partners.get(record);
  if (values !== undefined) {
    const id = joinedInto(record, base.joined);
    return base.partners.has(id) ? { id, kind: 'partner', record, values } : undefined;
  }
  const company = base.companies.get(record);
  return company && { id: record, kind: 'company', record, values: company };
}

function questionOf(base: PartnerBase, one: Entity, other: Entity): MatchQuestion | null {
  if (one.kind === other.kind) return one.kind;
  const partner = one.kind === 'partner' ? one : other;
  // Whose company is known needs no other.
  return textIn(base.partners.get(partner.id), 'company') === null ? 'belongs' : null;
}

function isDecided({ decisions, today }: Ground, one: Entity, other: Entity): boolean {
  return [matchId(one.id, other.id), matchId(one.record, other.record)].some((id) => {
    const values = decisions.get(id);
    const decision = textIn(values, 'decision');
    if (decision !== 'later') return decision === 'different';
    return (parseDay(textIn(values, 'until') ?? '') ?? today) > today;
  });
}

/** Of two the one with more accounts stands for both, then the one of which more is known, then the older. */
function isBetterKnown(base: PartnerBase, one: Entity, other: Entity): boolean {
  const weight = ({ id, kind, values }: Entity): number => {
    const accounts = kind === 'partner' ? accountsOf(base, id) : 0;
    return accounts * 100 + Object.keys(values).length;
  };
  return weight(one) - weight(other) > 0 || (weight(one) === weight(other) && one.id < other.id);
}

/** How many network accounts a partner has with all its parts. */
export function accountsOf(base: PartnerBase, id: string): number {
  // What is nobody's key stands for itself.
  return base.keysOf(id).filter((key) => key !== id).length;
}

function sideOf(base: PartnerBase, { id, kind }: Entity): MatchSide {
  const values = (kind === 'partner' ? base.partners : base.companies).get(id);
  return {
    id,
    name: textIn(values, 'name') ?? id,
  };
}
