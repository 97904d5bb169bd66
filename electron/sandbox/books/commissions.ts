import {
  BOOK_CLIENTS,
  partnerAt,
  row,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

/** What partners are paid, and the terms to which they agreed. */
export function commissionRows(setting: Setting): BookRow[] {
  return [...structures(setting), ...terms(setting)];
}

function structures(setting: Setting): BookRow[] {
  const { day } = setting;
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) =>
    programs.flatMap((program, at) => {
      const key = `structure ${String(place)} ${String(at)}`;
      const rate = program.rateBasisPoints / 100;
      const b2b = program.model === 'b2b';
      const more = Math.round(rate * 125) / 100;
      const rules = b2b
        ? [
            `${String(rate)} % of each payment for 12 months`,
            '$75 per qualified lead',
            '+5 points above 10 new customers a quarter',
          ]
        : [
            `new ${String(more)} %, returning ${String(rate)} %, net of VAT and shipping, without gift cards`,
            '+2 points above 100 approved orders a month, retroactive',
          ];
      const types = b2b
        ? [
            'commission-type:recurring',
            'commission-type:per-lead',
            'commission-type:tiered-by-volume',
          ]
        : ['commission-type:new-or-returning-customer', 'commission-type:tiered-by-volume'];
      const standard = [
        row(
          'commission-structure',
          {
            name: `Standard of ${program.name}`,
            program: program.name,
            state: 'current',
            from: day(-220),
            networkFee: program.network === 'awin' ? 30 : 20,
            amountBasis: 'net',
            responsible: client.manager,
            why: 'New customers are worth more than returning ones here.',
            approvedBy: client.contact.name,
            approvedOn: day(-235),
            toldOn: day(-228),
            toldHow: 'Newsletter and notice in the network',
          },
          key,
        ),
        ...rules.map((rule, line) =>
          row('commission-rule', {
            rule,
            structure: `#${key}`,
            type: turn(types, line),
            order: orderOf(line),
          }),
        ),
      ];
      if (at > 0) return standard;
      const proposed = `proposal ${String(place)}`;
      return [
        ...standard,
        row(
          'commission-structure',
          {
            name: `Content partners of ${program.name}`,
            program: program.name,
            group: 'Content partners',
            state: turn(['proposed', 'approved', 'draft'], place),
            from: day(30),
            to: day(120),
            networkFee: program.network === 'awin' ? 30 : 20,
            responsible: client.manager,
            why: 'Content partners bring buyers who had not known the brand.',
            measureOn: day(125),
          },
          proposed,
        ),
        row('commission-rule', {
          rule: `Content partners: ${String(more)} % of sale, net of VAT and shipping`,
          structure: `#${proposed}`,
          type: 'commission-type:share-of-sale',
          order: orderOf(0),
        }),
      ];
    }),
  );
}

function terms(setting: Setting): BookRow[] {
  const { day } = setting;
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) =>
    programs.slice(0, 2).flatMap((program, at) => {
      const key = `terms ${String(place)} ${String(at)}`;
      const clauses = {
        codePolicy:
          'Only codes that were given to the partner. Expired codes are taken down within two days.',
        disclosurePolicy:
          'Advertising is named as such before the first link, in the language of the page.',
        softwarePolicy: 'Browser software stands down; sub-networks name each source in a sub-id.',
        mailPolicy: 'E-mails only to readers who asked for them, with our approval of the text.',
        penalties:
          'First a warning, then no commission for the period, then the end of the partnership.',
      };
      return [
        row('terms-version', {
          name: `Terms 1 of ${program.name}`,
          program: program.name,
          state: 'replaced',
          from: day(-690),
          to: day(-181),
          wording:
            'Partners may promote the program on the sites that they named in their application.',
          searchPolicy: 'restricted',
          responsible: client.manager,
        }),
        row(
          'terms-version',
          {
            name: `Terms 2 of ${program.name}`,
            program: program.name,
            state: 'current',
            from: day(-180),
            changes:
              'Paid search is closed for the brand name. Clauses on browser software and sub-networks are new.',
            wording:
              'Partners may promote the program on the sites that they named in their application. They keep to the clauses below.',
            searchPolicy: 'closed',
            ...clauses,
            responsible: client.manager,
            reviewOn: day(10 + place * 13),
            approvedBy: client.contact.name,
            approvedOn: day(-190),
            noticeDays: 7,
          },
          key,
        ),
        ...[0, 1, 2, 3].map((turnOf) =>
          row('terms-acceptance', {
            acceptedBy: 'Publisher account',
            terms: `#${key}`,
            partner: partnerAt(setting, program, turnOf),
            acceptedOn: day(-178 + turnOf * 3),
            given: turnOf === 3 ? 'mail' : 'network',
          }),
        ),
      ];
    }),
  );
}
