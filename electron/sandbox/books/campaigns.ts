import {
  amount,
  between,
  BOOK_CLIENTS,
  byRole,
  partnerAt,
  pick,
  row,
  turn,
  type BookRow,
  type Setting,
} from './setting';

/** Campaigns, codes, assets, placements and brand guides. */
export function campaignRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) => {
    const guide = row(
      'brand-guide',
      {
        name: `Brand guide of ${client.name}`,
        client: client.name,
        state: 'current',
        tone: 'Plain and warm; the product first, the price second.',
        must: 'The full name of the brand. The wording of the disclosure.',
        may: 'Own pictures, own tests, comparisons with sources.',
        never: 'Cheapest, guaranteed, official shop. Prices older than a week.',
        protectedTerms: [client.name],
        approver: client.contact.name,
        from: day(-300),
        reviewOn: day(30 + place * 11),
        responsible: client.manager,
      },
      `guide ${String(place)}`,
    );
    return [guide, ...[-50, -4, 40, -105].flatMap((start, at) => oneCampaign(start, at))];

    function oneCampaign(start: number, at: number): BookRow[] {
      const random = chance(40, place, at);
      const key = `campaign ${String(place)} ${String(at)}`;
      const state = turn(['ended', 'live', 'planned', 'ended'], at);
      const own = turn(programs, at);
      const partner = partnerAt(setting, own, at + 1);
      const budget = between(random, 8, 28) * 100;
      const code = `${client.name
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 5)
        .toUpperCase()}${String(10 + at * 5)}`;
      const asset = `asset ${String(place)} ${String(at)}`;
      const over = state === 'ended';
      return [
        row(
          'campaign',
          {
            name: `${turn(['Autumn offers', 'Holiday season', 'Spring range', 'Summer sale'], at)}, ${own.name}`,
            client: client.name,
            program: own.name,
            state,
            from: day(start),
            to: day(start + 28),
            budget: amount(budget, own),
            expected: amount(budget * 9, own),
            offer: `${String(10 + at * 5)} percent for readers of partners`,
            responsible: client.manager,
            priority: `#priority ${String(place)}`,
            brief: 'Ten partners show the range in the first week, the code follows in the second.',
            partners: [...new Set([partner, partnerAt(setting, own, at + 4)])],
            readyBy: day(start - 6),
            ...(over
              ? {
                  spent: amount(budget * 0.94, own),
                  sales: amount(budget * between(random, 6, 12), own),
                  result: 'Two of three placements paid back; the newsletter was the best.',
                }
              : {}),
          },
          key,
        ),
        row(
          'promo-code',
          {
            code,
            client: client.name,
            program: own.name,
            partner,
            state: turn(['expired', 'live', 'requested', 'expired'], at),
            offer: `${String(10 + at * 5)} percent off the first order`,
            discount: 10 + at * 5,
            validFrom: day(start),
            validTo: day(start + 28),
            responsible: byRole('associate-account-manager'),
            newCustomersOnly: true,
            exclusive: at !== 2,
            stacks: false,
            campaign: `#${key}`,
          },
          `code ${String(place)} ${String(at)}`,
        ),
        row(
          'asset',
          {
            name: `${turn(['Banner', 'E-mail', 'Landing page', 'Video'], at)} for ${own.name}`,
            client: client.name,
            program: own.name,
            type: turn(['banner', 'email', 'landing-page', 'video'], at),
            state: turn(['expired', 'live', 'in-review', 'expired'], at),
            sizes: at === 0 ? ['300 × 250', '728 × 90'] : [],
            language: turn(['German', 'English', 'Spanish', 'English', 'French'], place),
            validFrom: day(start),
            validTo: day(start + 28),
            responsible: turn(['Noor Haddad', 'Mateo Rossi'], place),
            neededBy: day(start - 8),
            campaign: `#${key}`,
            guide: `#guide ${String(place)}`,
            ...(at !== 2 ? { approvedBy: client.contact.name, approvedOn: day(start - 9) } : {}),
            landingPage: `${client.website}/offers`,
          },
          asset,
        ),
        ...[0, 1].map((version) =>
          row('asset-version', {
            name: `Version ${String(version + 1)}`,
            asset: `#${asset}`,
            state: version === 1 ? (at !== 2 ? 'approved' : 'in-review') : 'refused',
            madeOn: day(start - 16 + version * 4),
            madeBy: turn(['Noor Haddad', 'Mateo Rossi'], place),
            file: `${code.toLowerCase()}-v${String(version + 1)}.png`,
            changes: version === 0 ? 'First draft' : 'Larger price, disclosure line added',
          }),
        ),
        ...(at !== 2
          ? [
              row('distribution', {
                what: 'The approved version with the tracking link',
                asset: `#${asset}`,
                partner,
                program: own.name,
                givenOn: day(start - 3),
                via: 'email',
                usedSince: day(start),
              }),
            ]
          : []),
        row('placement', {
          name: `${turn(['Newsletter slot', 'Home page tile', 'Article', 'Newsletter slot'], at)} at ${partner}`,
          partner,
          program: own.name,
          campaign: `#${key}`,
          type: turn(['newsletter', 'home-page', 'article', 'newsletter'], at),
          state: turn(['judged', 'live', 'negotiating', 'judged'], at),
          from: day(start + 2),
          to: day(start + 9),
          fee: amount(between(random, 4, 18) * 25, own),
          responsible: client.manager,
          expected: amount(budget, own),
          code: `#code ${String(place)} ${String(at)}`,
          asset: `#${asset}`,
          ...(at === 2
            ? {}
            : {
                clicks: between(random, 300, 2_400),
                orders: between(random, 12, 90),
                sales: amount(budget * between(random, 1, 3), own),
              }),
          ...(over ? { verdict: pick(random, ['paid-back', 'paid-back', 'not-paid-back']) } : {}),
        }),
      ];
    }
  });
}
