import type { Measure, PartnerLevel, PartnerStatus } from '../../../shared/domain/partner-list';
import { utcDay } from '../../../shared/kernel/days';
import { partnershipId } from '../../../shared/records/partnership-file';
import type { SourceAccounts } from '../facts';
import type { PartnerBase } from './base';
import { membersIn, textIn } from '../kept-records';
import { membersOf, type Member } from './members';
import {
  folded,
  numberColumns,
  wordColumns,
  type NumberColumn,
  type PartnerTable,
  type WordColumn,
} from './table';

/** One line while it is being put together from its accounts. */
interface Line {
  readonly key: string;
  partner: string | null;
  company: string | null;
  readonly members: Member[];
  /** The partners whose records speak for this line, the main one first. */
  readonly partners: Set<string>;
}

/** Puts a level of the list together. `isEverything`: no program was chosen, so partners without an account are in it. */
export function buildPartnerTable(
  base: PartnerBase,
  figures: readonly SourceAccounts[],
  level: PartnerLevel,
  asked: Measure | null,
  isEverything: boolean,
): PartnerTable {
  const lines = linesOf(base, membersOf(base, figures), level, isEverything);
  const measures = measuresOf(figures);
  const isThere = measures.some(
    ({ model, currency }) => model === asked?.model && currency === asked.currency,
  );
  const measure = isThere ? asked : (measures[0] ?? null);
  const { length } = lines;
  const numbers = Object.fromEntries(
    numberColumns.map((column) => [column, new Float64Array(length).fill(NaN)]),
  ) as Record<NumberColumn, Float64Array>;
  const words = Object.fromEntries(
    wordColumns.map((column) => [column, new Array<readonly string[]>(length).fill([])]),
  ) as Record<WordColumn, (readonly string[])[]>;
  const name = new Array<string>(length).fill('');
  const domain = new Array<string | null>(length).fill(null);
  const searched = new Array<string>(length).fill('');
  for (const [at, line] of lines.entries()) {
    name[at] = nameOf(base, line);
    domain[at] = domainOf(base, line);
    wordsOf(base, line, level, (column, list) => (words[column][at] = list));
    numbersOf(line, measure, (column, value) => (numbers[column][at] = value));
    searched[at] = searchedOf(base, line, [
      name[at] ?? '',
      domain[at] ?? '',
      ...(words.accounts[at] ?? []),
      ...(words.company[at] ?? []),
      ...(words.tags[at] ?? []),
    ]);
  }
  return {
    length,
    measures,
    measure,
    keys: lines.map(({ key }) => key),
    partners: lines.map(({ partner }) => partner),
    name,
    domain,
    words,
    numbers,
    searched,
  };
}

function linesOf(
  base: PartnerBase,
  members: readonly Member[],
  level: PartnerLevel,
  isEverything: boolean,
): Line[] {
  const lines = new Map<string, Line>();
  const lineOf = (key: string, partner: string | null, company: string | null): Line => {
    const known = lines.get(key);
    if (known !== undefined) return known;
    const made: Line = { key, partner, company, members: [], partners: new Set() };
    lines.set(key, made);
    return made;
  };
  const companyOf = (partner: string | null): string | null => {
    const company = partner === null ? null : textIn(base.partners.get(partner), 'company');
    return company !== null && base.companies.has(company) ? company : null;
  };
  for (const member of members) {
    const { partner, key } = member;
    const company = companyOf(partner);
    if (level === 'company' && company === null) continue;
    const line =
      level === 'company'
        ? lineOf(company ?? '', null, company)
        : lineOf(level === 'partner' ? (partner ?? key) : key, partner, company);
    line.members.push(member);
    if (partner !== null) line.partners.add(partner);
  }
  if (!isEverything || level === 'account') return [...lines.values()];
  if (level === 'company') for (const id of base.companies.keys()) lineOf(id, null, id);
  for (const id of base.partners.keys()) {
    if (base.joined.has(id)) continue;
    const company = companyOf(id);
    if (level === 'partner') lineOf(id, id, company).partners.add(id);
    else if (company !== null) lineOf(company, null, company).partners.add(id);
  }
  return [...lines.values()];
}

function nameOf(base: PartnerBase, { partner, company, members, key }: Line): string {
  if (partner === null && company !== null)
    return textIn(base.companies.get(company), 'name') ?? key;
  const [first] = members;
  const own = partner === null ? null : textIn(base.partners.get(partner), 'name');
  return (
    own ?? members.find(({ listed }) => listed !== null)?.listed?.name ?? first?.networkId ?? key
  );
}

function domainOf(base: PartnerBase, { partner, company, members }: Line): string | null {
  const own = partner === null ? null : textIn(base.partners.get(partner), 'domain');
  if (own !== null) return own;
  if (company !== null && partner === null) return textIn(base.companies.get(company), 'domain');
  return members.find(({ listed }) => listed?.domain)?.listed?.domain ?? null;
}

function wordsOf(
  base: PartnerBase,
  line: Line,
  level: PartnerLevel,
  set: (column: WordColumn, words: readonly string[]) => void,
): void {
  const found = {
    type: new Set<string>(),
    country: new Set<string>(),
    owner: new Set<string>(),
    tier: new Set<string>(),
    tags: new Set<string>(),
  };
  const company = line.company === null ? null : textIn(base.companies.get(line.company), 'name');
  const take = (values: Parameters<typeof textIn>[0]): void => {
    for (const field of ['type', 'country', 'tier'] as const) {
      const word = textIn(values, field);
      if (word !== null) found[field].add(word);
    }
    const owner = textIn(values, 'owner');
    const person = owner === null ? null : textIn(base.team.get(owner), 'name');
    if (person !== null) found.owner.add(person);
    for (const tag of membersIn(values, 'tags')) found.tags.add(tag);
  };
  for (const partner of line.partners) take(base.partners.get(partner));
  const programs = new Set<string>();
  const networks = new Set<string>();
  const accounts = new Set<string>();
  for (const { program, networkId } of line.members) {
    programs.add(program.source);
    networks.add(program.network);
    accounts.add(networkId);
    if (base.files.size === 0) continue;
    const file = base.files.get(partnershipId(program.source, networkId));
    // In one program alone a partner may be of another type; in the list it is of its own unless it is looked at there.
    if (file !== undefined)
      take(found.type.size > 0 && level !== 'account' ? withoutType(file) : file);
  }
  set('type', [...found.type]);
  set('country', [...found.country]);
  set('owner', [...found.owner]);
  set('tier', [...found.tier]);
  set('tags', [...found.tags]);
  set('company', company === null || level === 'company' ? [] : [company]);
  set('networks', [...networks]);
  set('accounts', [...accounts]);
  set('status', [statusOf(line)]);
}

function withoutType(
  values: NonNullable<Parameters<typeof textIn>[0]>,
): Parameters<typeof textIn>[0] {
  const { type: _type, ...rest } = values;
  return rest;
}

function statusOf({ members }: Line): PartnerStatus {
  if (members.length === 0) return 'no-account';
  const listed = members.flatMap((member) => member.listed ?? []);
  if (listed.some(({ leftAt }) => leftAt === null)) return 'joined';
  if (listed.length > 0) return 'left';
  return members.every(({ isRosterRead }) => isRosterRead) ? 'left-early' : 'not-read';
}

function numbersOf(
  { members }: Line,
  measure: Measure | null,
  set: (column: NumberColumn, value: number) => void,
): void {
  set('programs', new Set(members.map(({ program }) => program.programId)).size);
  let lastSale = 0;
  let joined = Infinity;
  const sums = { revenue: 0, previous: 0, orders: 0, commission: 0, clicks: NaN };
  let counted = false;
  let comparable = true;
  for (const { figures, at, program, listed } of members) {
    lastSale = Math.max(lastSale, figures.days.lastSale[at] ?? 0);
    if (listed !== null && listed.joinedAt !== null) joined = Math.min(joined, listed.joinedAt);
    if (measure?.model !== program.model) continue;
    const currency = figures.currencies.indexOf(measure.currency);
    if (currency < 0 || !figures.current.isKnown) continue;
    counted = true;
    if (!figures.previous.isWhole || !figures.current.isWhole) comparable = false;
    const cell = at * figures.currencies.length + currency;
    if (at >= 0) {
      sums.revenue += figures.current.revenue[cell] ?? 0;
      sums.previous += figures.previous.revenue[cell] ?? 0;
      sums.orders += figures.current.orders[cell] ?? 0;
      sums.commission += figures.current.commission[cell] ?? 0;
    }
    // A source's clicks stand on the line of its own currency.
    if (figures.current.clicks === null || currency !== figures.ownCurrency) continue;
    sums.clicks = (Number.isNaN(sums.clicks) ? 0 : sums.clicks) + (figures.current.clicks[at] ?? 0);
  }
  if (lastSale > 0) set('lastSale', lastSale);
  if (joined !== Infinity) set('joined', utcDay(joined));
  if (!counted) return;
  set('revenue', sums.revenue);
  set('orders', sums.orders);
  set('commission', sums.commission);
  set('clicks', sums.clicks);
  if (comparable && sums.previous > 0) set('change', sums.revenue / sums.previous - 1);
}

function searchedOf(base: PartnerBase, { partners }: Line, words: readonly string[]): string {
  const more = [...partners].flatMap((id) => {
    const values = base.partners.get(id);
    return [...membersIn(values, 'sites'), textIn(values, 'email') ?? ''];
  });
  return folded([...words, ...more].join('\n'));
}

/** What figures there are: every model and currency in which something was sold, the most orders first. */
function measuresOf(figures: readonly SourceAccounts[]): Measure[] {
  const found = new Map<string, { measure: Measure; orders: number }>();
  for (const { program, currencies, current, previous } of figures) {
    const counts = currencies.map(() => 0);
    for (const { orders } of [current, previous]) {
      for (let at = 0; at < orders.length; at += 1) {
        const place = at % currencies.length;
        counts[place] = (counts[place] ?? 0) + (orders[at] ?? 0);
      }
    }
    for (const [place, currency] of currencies.entries()) {
      const orders = counts[place] ?? 0;
      if (currency === '' || orders === 0) continue;
      const key = `${program.model} ${currency}`;
      const known = found.get(key);
      if (known !== undefined) known.orders += orders;
      else found.set(key, { measure: { model: program.model, currency }, orders });
    }
  }
  return [...found.values()]
    .sort((one, other) => other.orders - one.orders)
    .map(({ measure }) => measure);
}
