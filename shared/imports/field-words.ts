import type { FieldDefinition, KindDefinition } from '../records/definition';
import { comparableHeader } from './table-shape';

/**
 * What people call a field in their spreadsheets, by the field's name in the definitions. Lower case, no signs; the label
 * and the name of a field are among its words anyway.
 */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  id: ['record id', 'quarterdeck id'],
  name: [
    'full name',
    'contact name',
    'contact',
    'person',
    'company name',
    'brand',
    'title',
    'partner name',
    'publisher',
    'publisher name',
    'affiliate',
    'affiliate name',
    'media partner',
    'media partner name',
    'prospect',
    'creator',
    'influencer',
    'account name',
  ],
  title: ['name', 'subject', 'headline', 'summary'],
  email: [
    'mail',
    'email address',
    'e mail address',
    'contact email',
    'work email',
    'publisher email',
    'affiliate email',
    'primary email',
  ],
  phone: ['telephone', 'tel', 'mobile', 'phone number', 'cell'],
  domain: [
    'website',
    'web site',
    'site',
    'url',
    'web',
    'homepage',
    'site url',
    'website url',
    'main website',
    'primary website',
    'promotional website',
  ],
  site: ['website', 'url', 'domain', 'web site'],
  url: ['link', 'website', 'address', 'web address'],
  sites: ['websites', 'urls', 'domains', 'other sites', 'properties'],
  country: ['country code', 'region', 'market', 'territory', 'geo', 'location'],
  market: ['country', 'region', 'territory'],
  language: ['lang'],
  languages: ['language'],
  type: [
    'category',
    'partner type',
    'publisher type',
    'affiliate type',
    'promotional method',
    'kind',
  ],
  role: ['job title', 'position', 'function', 'job'],
  owner: ['account manager', 'assigned to', 'responsible', 'managed by', 'assignee'],
  responsible: ['owner', 'account manager', 'assigned to'],
  assignee: ['owner', 'assigned to', 'responsible'],
  tags: ['tag', 'labels', 'label', 'keywords'],
  about: ['notes', 'note', 'comment', 'comments', 'description', 'remarks', 'bio'],
  notes: ['note', 'comment', 'comments', 'remarks', 'about', 'description'],
  note: ['notes', 'comment', 'comments', 'remarks'],
  description: ['details', 'notes', 'about', 'text'],
  text: ['note', 'notes', 'comment', 'body', 'content', 'message'],
  body: ['text', 'content', 'note', 'notes'],
  company: ['organisation', 'organization', 'employer', 'business', 'company name', 'legal name'],
  client: ['advertiser', 'advertiser name', 'brand', 'merchant', 'merchant name', 'customer'],
  partner: [
    'publisher',
    'publisher name',
    'affiliate',
    'affiliate name',
    'media partner',
    'media partner name',
    'partner name',
    'creator',
    'influencer',
  ],
  program: ['programme', 'program name', 'programme name', 'campaign', 'advertiser program'],
  due: ['due date', 'deadline', 'by', 'due on', 'due by'],
  dueOn: ['due', 'due date', 'deadline'],
  from: ['start', 'start date', 'starts', 'starts on', 'begins', 'valid from'],
  to: ['end', 'end date', 'ends', 'ends on', 'until', 'valid until', 'valid to'],
  day: ['date'],
  date: ['day', 'on', 'when'],
  at: ['date', 'day', 'when', 'time'],
  state: ['status', 'stage'],
  status: ['state', 'stage'],
  stage: ['status', 'state', 'pipeline stage'],
  total: [
    'revenue',
    'sales',
    'total sales',
    'turnover',
    'net sales',
    'net revenue',
    'amount',
    'value',
  ],
  amount: ['value', 'sum', 'total', 'price', 'cost'],
  fee: ['cost', 'price', 'placement fee', 'amount'],
  month: ['period', 'date'],
  orders: ['number of orders', 'order count', 'transactions', 'total orders'],
  newCustomers: ['new customer orders', 'new buyers', 'acquired customers'],
  currency: ['currency code', 'ccy'],
  code: ['promo code', 'voucher', 'voucher code', 'coupon', 'coupon code', 'discount code'],
  linkedIn: ['linkedin', 'linkedin url', 'linkedin profile'],
  channel: ['medium', 'contact channel'],
  nextStep: ['next action', 'follow up', 'next'],
  networkId: [
    'publisher id',
    'affiliate id',
    'partner id',
    'partner key',
    'media partner id',
    'account id',
    'pid',
  ],
};

/** Everything by which a header may name this field, ready to be compared; the surest first. */
export function wordsOf(name: string, field: Pick<FieldDefinition, 'label'>): readonly string[] {
  return [comparableHeader(field.label), comparableHeader(name), ...(synonyms[name] ?? [])];
}

/** A field that values can be read into, with what the file may say about it. */
export interface ImportTarget {
  /** `id`, a field's name, or `…Currency` of a money field. */
  readonly key: string;
  readonly label: string;
  readonly words: readonly string[];
  readonly required: boolean;
  readonly type: FieldDefinition['type'] | 'id' | 'currency';
}

/** Is a record of this kind known by its accounts on networks? They are identities, not fields. */
export function hasAccounts({ kind }: Pick<KindDefinition, 'kind'>): boolean {
  return kind === 'partner';
}

/** Finds the partner that has the account; it is no field of the partner. */
const networkId: ImportTarget = {
  key: 'networkId',
  label: 'Id on a network',
  words: ['network id', 'partner network id', ...(synonyms['networkId'] ?? [])],
  required: false,
  type: 'id',
};

/** Where a column of a file can go in records of a kind, in the order of the definition. */
export function targetsOf(
  definition: Pick<KindDefinition, 'fields' | 'kind'>,
): readonly ImportTarget[] {
  const fields = Object.entries(definition.fields).flatMap(([key, field]): ImportTarget[] => {
    const target: ImportTarget = {
      key,
      label: field.label,
      words: wordsOf(key, field),
      required: field.required === true,
      type: field.type,
    };
    if (field.type !== 'money') return [target];
    const label = `${field.label}: currency`;
    const words = [
      comparableHeader(`${key}Currency`),
      ...target.words.map((word) => `${word} currency`),
    ];
    return [target, { key: `${key}Currency`, label, words, required: false, type: 'currency' }];
  });
  const id: ImportTarget = {
    key: 'id',
    label: 'Id in Quarterdeck',
    words: ['id', ...(synonyms['id'] ?? [])],
    required: false,
    type: 'id',
  };
  return hasAccounts(definition) ? [...fields, networkId, id] : [...fields, id];
}
