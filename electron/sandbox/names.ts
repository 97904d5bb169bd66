import { entry } from './random';

/** A name as its owner writes it, and the same in letters that a domain can have. */
interface BrandName {
  readonly name: string;
  readonly slug: string;
}

interface Script {
  readonly countries: readonly string[];
  /** Each word as [as written, in Latin letters]. */
  readonly first: readonly (readonly [string, string])[];
  readonly second: readonly (readonly [string, string])[];
  readonly joiner: string;
}

const FIRST =
  'Trail Spar Luna Nova Bonus Amber Cedar Copper Daily Echo Fable Ginger Harbor Iris Juniper Kindle Lark Maple North Olive Pepper Quill River Saffron Thistle Urban Velvet Willow Yonder Zephyr Bright Clever Fern Golden Hazel Indigo Marble Pixel Rustic Silver'.split(
    ' ',
  );
const SECOND =
  'Notes Fox Deals Journal Points Circle Guide Basket Letters Radar Scout Atlas Corner Diary Finder Garden Habit Index Kitchen Ledger Market Nest Orbit Parade Quest Review Studio Table Union Voucher Weekly Works Yard Collective Compass Digest Edit Frame Loop Post'.split(
    ' ',
  );
const PLACES =
  'Leeds Porto Lyon Gent Turin Bergen Malmo Utrecht Austin Denver Boston Seville Cork Graz Basel Bremen Kiel Tampa Reno Perth Bath York Derby Nantes Lille Parma Siena Vigo Faro Delft'.split(
    ' ',
  );

const SCRIPTS: readonly Script[] = [
  {
    countries: ['GR'],
    first: [
      ['Καλές', 'kales'],
      ['Μεγάλες', 'megales'],
      ['Νέες', 'nees'],
      ['Έξυπνες', 'exypnes'],
      ['Μικρές', 'mikres'],
    ],
    second: [
      ['Αγορές', 'agores'],
      ['Προσφορές', 'prosfores'],
      ['Διαδρομές', 'diadromes'],
      ['Ιδέες', 'idees'],
      ['Γεύσεις', 'gefseis'],
    ],
    joiner: ' ',
  },
  {
    countries: ['BG', 'UA'],
    first: [
      ['Добър', 'dobar'],
      ['Весел', 'vesel'],
      ['Умен', 'umen'],
      ['Северен', 'severen'],
      ['Градски', 'gradski'],
    ],
    second: [
      ['Избор', 'izbor'],
      ['Пазар', 'pazar'],
      ['Дневник', 'dnevnik'],
      ['Компас', 'kompas'],
      ['Клуб', 'klub'],
    ],
    joiner: ' ',
  },
  {
    countries: ['AE'],
    first: [
      ['دليل', 'daleel'],
      ['سوق', 'souq'],
      ['عالم', 'alam'],
      ['بيت', 'bayt'],
      ['نادي', 'nadi'],
    ],
    second: [
      ['التوفير', 'tawfeer'],
      ['العروض', 'orood'],
      ['السفر', 'safar'],
      ['الجمال', 'jamal'],
      ['الهدايا', 'hadaya'],
    ],
    joiner: ' ',
  },
  {
    countries: ['IL'],
    first: [
      ['מדריך', 'madrich'],
      ['עולם', 'olam'],
      ['בית', 'bayit'],
      ['שוק', 'shuk'],
      ['יומן', 'yoman'],
    ],
    second: [
      ['המבצעים', 'mivtzaim'],
      ['הטיולים', 'tiyulim'],
      ['האופנה', 'ofna'],
      ['המתנות', 'matanot'],
      ['החיסכון', 'hisachon'],
    ],
    joiner: ' ',
  },
  {
    countries: ['IN'],
    first: [
      ['सस्ता', 'sasta'],
      ['नया', 'naya'],
      ['अच्छा', 'accha'],
      ['शहर', 'shahar'],
      ['मेरा', 'mera'],
    ],
    second: [
      ['बाज़ार', 'bazaar'],
      ['सफ़र', 'safar'],
      ['तोहफ़ा', 'tohfa'],
      ['रसोई', 'rasoi'],
      ['साथी', 'saathi'],
    ],
    joiner: ' ',
  },
  {
    countries: ['TH'],
    first: [
      ['ตลาด', 'talad'],
      ['บ้าน', 'baan'],
      ['โลก', 'lok'],
      ['เพื่อน', 'phuean'],
      ['สวน', 'suan'],
    ],
    second: [
      ['ของขวัญ', 'khongkhwan'],
      ['นักเดินทาง', 'nakdoenthang'],
      ['ส่วนลด', 'suanlot'],
      ['ความงาม', 'khwamngam'],
      ['จักรยาน', 'jakkayan'],
    ],
    joiner: '',
  },
  {
    countries: ['TW', 'CN'],
    first: [
      ['好', 'hao'],
      ['優惠', 'youhui'],
      ['山野', 'shanye'],
      ['城市', 'chengshi'],
      ['每日', 'meiri'],
    ],
    second: [
      ['生活', 'shenghuo'],
      ['指南', 'zhinan'],
      ['筆記', 'biji'],
      ['選物', 'xuanwu'],
      ['點數', 'dianshu'],
    ],
    joiner: '',
  },
  {
    countries: ['JP'],
    first: [
      ['まいにち', 'mainichi'],
      ['おトク', 'otoku'],
      ['キラキラ', 'kirakira'],
      ['のんびり', 'nonbiri'],
      ['みんなの', 'minnano'],
    ],
    second: [
      ['ポイント', 'point'],
      ['ノート', 'note'],
      ['マルシェ', 'marche'],
      ['ガイド', 'guide'],
      ['クーポン', 'coupon'],
    ],
    joiner: '',
  },
];

/** How many scripts other than Latin there are names in. */
export const SCRIPT_COUNT = SCRIPTS.length;

/** The `index`-th Latin brand name; different indexes give different names (48,000 and more). */
export function latinName(index: number): BrandName {
  // Stepping by a number prime to the table's size visits every pair once, without neighbors alike.
  const pairs = FIRST.length * SECOND.length;
  const pair = (index * 631) % pairs;
  const round = Math.floor(index / pairs);
  const words = [entry(FIRST, pair % FIRST.length), entry(SECOND, Math.floor(pair / FIRST.length))];
  if (round > 0) words.push(entry(PLACES, (round - 1) % PLACES.length));
  if (round > PLACES.length) words.push(String(1 + Math.floor((round - 1) / PLACES.length)));
  return { name: words.join(' '), slug: words.join('-').toLowerCase() };
}

/** The `index`-th name of a script other than Latin (0 to `SCRIPT_COUNT` - 1) and a country it is read in. */
export function scriptName(
  script: number,
  index: number,
): BrandName & { readonly country: string } {
  const { first, second, joiner, countries } = entry(SCRIPTS, script);
  const pairs = first.length * second.length;
  const pair = (index * 7) % pairs;
  const [one, oneLatin] = entry(first, pair % first.length);
  const [two, twoLatin] = entry(second, Math.floor(pair / first.length));
  const round = Math.floor(index / pairs);
  const number = round === 0 ? '' : String(round + 1);
  return {
    name: `${one}${joiner}${two}${number === '' ? '' : ` ${number}`}`,
    slug: `${oneLatin}-${twoLatin}${number}`,
    country: entry(countries, index % countries.length),
  };
}

const GIVEN =
  'Mara Jonas Amélie Tomás Ines Oskar Priya Noor Callum Sofía Levi Hana Emil Zoë Arjun Freya Mateo Linnea Idris Clara'.split(
    ' ',
  );
const FAMILY =
  'Lind Okafor Brandt Moreau Castillo Novak Whitfield Rossi Nakamura Haddad Jensen Mehta Kowalski Ferreira Byrne Öztürk Sato Laurent Vega Hughes'.split(
    ' ',
  );

/** An invented person's given and family name. */
export function personName(index: number): { readonly first: string; readonly last: string } {
  return {
    first: entry(GIVEN, index % GIVEN.length),
    last: entry(FAMILY, (Math.floor(index / GIVEN.length) + index * 3) % FAMILY.length),
  };
}
