import type { GroupedKind } from '../../../shared/domain/matches';
import { ownDomain, ownMailbox } from '../core/kinship';
import { membersIn, textIn } from '../kept-records';
import type { Values } from '../kept-sheet';

/**
 * What a record can be recognized by. A trait is a key and the part it has in the record: two records with a key in common
 * may be one, and the parts say why (`site:trail.com` as the site of one and in the e-mail of the other).
 */
export interface Trait {
  readonly key: string;
  readonly part: 'site' | 'mail' | 'mailbox' | 'handle' | 'tax' | 'name' | 'stem' | 'site-name';
}

/** What else is known of a record from others that belong to it. */
export interface Belongings {
  /** Addresses of its sites and channels. */
  readonly addresses: readonly string[];
  /** E-mail addresses of its contacts. */
  readonly emails: readonly string[];
}

/** The traits of a partner or a company. Shared hosts, link hubs and mailbox providers are none. */
export function traitsOf(
  kind: GroupedKind,
  values: Values,
  belongings: Belongings,
): readonly Trait[] {
  const traits = new Map<string, Trait>();
  const add = (part: Trait['part'], space: string, word: string | null): void => {
    if (word === null || word === '') return;
    const trait = { key: `${space}:${word}`, part };
    traits.set(`${part} ${trait.key}`, trait);
  };
  const addresses = [
    textIn(values, 'domain'),
    textIn(values, 'website'),
    ...membersIn(values, 'sites'),
    ...belongings.addresses,
  ];
  for (const address of addresses) {
    const domain = ownDomain(address);
    add('site', 'site', domain);
    add('handle', 'handle', handleOf(address));
    const [label = ''] = (domain ?? '').split('.');
    add('site-name', 'name', squashed(label));
  }
  for (const email of [textIn(values, 'email'), ...belongings.emails]) {
    const mailbox = ownMailbox(email);
    add('mailbox', 'mailbox', mailbox);
    if (mailbox !== null) add('mail', 'site', ownDomain(mailbox.slice(mailbox.indexOf('@') + 1)));
  }
  for (const name of [textIn(values, 'name'), textIn(values, 'legalName')]) {
    add('name', 'name', nameKey(name));
    if (kind === 'company') add('stem', 'name', nameKey(name, tradeWords));
  }
  add('tax', 'tax', squashed(textIn(values, 'taxId') ?? ''));
  return [...traits.values()];
}

/** Everything of a record that `traitsOf` reads: as long as it is the same, the traits are. */
export function tellingText(values: Values, belongings: Belongings): string {
  const texts = ['name', 'legalName', 'domain', 'website', 'email', 'taxId'].map(
    (field) => textIn(values, field) ?? '',
  );
  return [
    ...texts,
    ...membersIn(values, 'sites'),
    ...belongings.addresses,
    ...belongings.emails,
  ].join('\n');
}

/** Where a page belongs to whoever has its name, and the first part of its path isn't the name. */
const socialNetworks: Readonly<Record<string, string>> = {
  'instagram.com': 'instagram',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
  'facebook.com': 'facebook',
  'fb.com': 'facebook',
  'twitter.com': 'x',
  'x.com': 'x',
  'pinterest.com': 'pinterest',
  'pinterest.de': 'pinterest',
  'pinterest.co.uk': 'pinterest',
  'linkedin.com': 'linkedin',
  'twitch.tv': 'twitch',
  'threads.net': 'threads',
  'bsky.app': 'bluesky',
};
const prefixes = new Set(['c', 'user', 'channel', 'in', 'company', 'profile', 'pages']);
/** First words of paths that lead to no one's page. */
const noNames = new Set(
  'watch shorts playlist results p reel reels explore hashtag share sharer search login groups events video live'.split(
    ' ',
  ),
);

/** `https://www.instagram.com/Trail_Notes/` → `instagram/trail_notes`; null for anything that is no one's page. */
export function handleOf(address: string | null): string | null {
  const match = /^(?:https?:\/\/)?(?:www\.|m\.)?([a-z0-9.-]+)\/([^?#]+)/i.exec(
    address?.trim() ?? '',
  );
  const network = socialNetworks[match?.[1]?.toLowerCase() ?? ''];
  if (match === null || network === undefined) return null;
  const words = (match[2] ?? '').split('/').filter(Boolean);
  const [first = '', second = ''] = words;
  const word = (prefixes.has(first.toLowerCase()) ? second : first).replace(/^@/, '').toLowerCase();
  return word.length < 2 || noNames.has(word) ? null : `${network}/${word}`;
}

/** Words that say what form a company has, or where it is, and nothing about who it is. */
const emptyWords = new Set(
  `and und et the gmbh mbh ag kg ohg ug co cokg ek ltd limited llc llp lp inc incorporated corp corporation plc company sa sas sarl srl
  spa bv nv oy ab as aps pty sl sro doo kft zoo`.split(/\s+/),
);
/** Words that a company adds to the name of its brand. */
const tradeWords = new Set(
  'publishing publishers verlag media medien group holding holdings ventures'.split(' '),
);
const places = new Set(
  `uk gb us usa de dach eu fr es it nl at ch se dk no pl ca au germany deutschland france espana spain italia italy austria
  osterreich schweiz switzerland nederland netherlands international global online official`.split(
    /\s+/,
  ),
);
const endings = new Set(
  'com net org de co uk io fr es it nl eu at ch info shop blog app'.split(' '),
);

/**
 * What is left of a name when its spelling doesn't count: `The Trail-Notes Ltd.` and `Trail Notes UK` are `trailnotes`. Null
 * for what is too short or too plain to tell anybody apart.
 */
export function nameKey(
  name: string | null,
  alsoEmpty: ReadonlySet<string> = new Set(),
): string | null {
  if (name === null) return null;
  const isSite = /\S\.\S/.test(name);
  const words = plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter(
    (word, at) => at === 0 || !(emptyWords.has(word) || alsoEmpty.has(word)),
  );
  if (telling[0] === 'the' && telling.length > 1) telling.shift();
  while (telling.length > 1 && isAside(telling.at(-1) ?? '', isSite)) telling.pop();
  const key = telling.join('');
  return key.length < 4 || /^\p{N}+$/u.test(key) ? null : key;
}

function isAside(word: string, isSite: boolean): boolean {
  return places.has(word) || (isSite && endings.has(word));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase();
}

/** Letters and digits alone; null when they are too few. */
function squashed(text: string): string | null {
  const key = plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return key.length < 4 ? null : key;
}
