import { describe, expect, it } from 'vitest';
import { breakLongBlocks } from '../../../electron/documents/layout/long-blocks';
import { layOutDocument } from '../../../electron/documents/layout/slide';
import { Typesetter } from '../../../electron/documents/text/typesetter';
import { documentModelSchema } from '../../../shared/documents/model';
import type {
  NotePart,
  PartnerWeeks,
  WeekFigures,
  WeeklyNoteData,
} from '../../../shared/documents/weekly-note/data';
import { wordingOf } from '../../../shared/documents/review/wording';
import {
  documentLanguages,
  type DocumentLanguage,
} from '../../../shared/documents/review/words/locales';
import { noteMail } from '../../../shared/documents/weekly-note/mail';
import { moversOf } from '../../../shared/documents/weekly-note/movers';
import { composeNote } from '../../../shared/documents/weekly-note/note';
import { notePage } from '../../../shared/documents/weekly-note/page';
import { lastFinishedWeek, noteWeeks, weekName } from '../../../shared/documents/weekly-note/week';
import { noteWordingOf } from '../../../shared/documents/weekly-note/wording';
import { formatDay, parseDay } from '../../../shared/kernel/days';
import { defaultCalendar } from '../../../shared/records/clients/client';

function week(revenue: number, over: Partial<WeekFigures> = {}): WeekFigures {
  return {
    revenue,
    orders: Math.round(revenue / 5_000),
    clicks: Math.round(revenue / 150),
    commission: Math.round(revenue / 12),
    newCustomers: null,
    ...over,
  };
}

function partner(name: string, now: WeekFigures | null, before: WeekFigures | null): PartnerWeeks {
  return { name, now, before };
}

const retail: NotePart = {
  model: 'retail',
  currency: 'EUR',
  now: week(1_230_000),
  before: week(1_000_000),
  lastYear: week(1_100_000),
  partners: [
    partner('Riser', week(400_000, { clicks: 4_000 }), week(200_000, { clicks: 2_000 })),
    partner('Faller', week(60_000, { orders: 5, clicks: 900 }), week(100_000, { clicks: 900 })),
    partner('Gone', week(0, { orders: 0, clicks: 412 }), week(170_000)),
    partner('New <b>', week(50_000), null),
    partner('Level', week(30_000), week(30_000)),
  ],
};

function data(over: Partial<WeeklyNoteData> = {}): WeeklyNoteData {
  return {
    client: { id: 'c', name: 'Nordlicht & Söhne' },
    look: { accent: '#AA3300', second: null, logo: null, footer: null, language: 'en-GB' },
    week: { from: '2026-11-09', to: '2026-11-15' },
    before: { from: '2026-11-02', to: '2026-11-08' },
    lastYear: { from: '2025-11-10', to: '2025-11-16' },
    parts: [retail],
    gaps: [],
    goals: [
      {
        metric: 'revenue',
        model: 'retail',
        currency: 'EUR',
        program: '',
        period: { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
        pace: 0.934,
        reason: null,
      },
    ],
    kept: [{ words: 'Recruit two blogs', dueOn: '2026-11-12' }],
    open: [
      { words: 'Approve the gift guide', dueOn: '2026-11-10' },
      { words: 'Send the new banners', dueOn: '2026-11-20' },
    ],
    texts: { opening: null, done: ['Called the top five'], needed: [] },
    networks: ['Awin'],
    cutOff: Date.UTC(2026, 10, 16, 5),
    sample: false,
    ...over,
  };
}

const typesetter = new Typesetter('resources/fonts');
const english = noteWordingOf('en-GB');

describe('the weeks of a note', () => {
  it('follow the client’s own first weekday', () => {
    const sunday = { ...defaultCalendar, firstWeekday: 7 };
    const today = parseDay('2026-11-18') ?? 0;
    expect(formatDay(lastFinishedWeek(defaultCalendar, today))).toBe('2026-11-09');
    expect(formatDay(lastFinishedWeek(sunday, today))).toBe('2026-11-08');
    const weeks = noteWeeks(sunday, parseDay('2026-11-14') ?? 0);
    expect(weeks.week).toEqual({ from: '2026-11-08', to: '2026-11-14' });
    expect(weeks.before).toEqual({ from: '2026-11-01', to: '2026-11-07' });
    // The same weekdays: a Sunday to a Saturday again.
    expect(weeks.lastYear).toEqual({ from: '2025-11-09', to: '2025-11-15' });
  });

  it('have short names, also over months and years', () => {
    const plain = (language: DocumentLanguage, from: string, to: string): string =>
      weekName(wordingOf(language), { from, to }).replaceAll('\u00A0', ' ');
    const names = (from: string, to: string): string[] =>
      documentLanguages.map((language) => plain(language, from, to));
    expect(names('2026-11-09', '2026-11-15')).toEqual([
      'Nov 9–15, 2026',
      '9–15 Nov 2026',
      '9.–15. November 2026',
      '9–15 novembre 2026',
    ]);
    expect(names('2026-11-30', '2026-12-06')).toEqual([
      'Nov 30 – Dec 6, 2026',
      '30 Nov – 6 Dec 2026',
      '30. November – 6. Dezember 2026',
      '30 novembre – 6 décembre 2026',
    ]);
    expect(plain('en-GB', '2025-12-29', '2026-01-04')).toBe('29 Dec 2025 – 4 Jan 2026');
  });
});

describe('risers and fallers', () => {
  const { risers, fallers } = moversOf(english, [retail]);

  it('are the largest changes of either sign with the figure that explains them', () => {
    expect(risers.map(({ partner: name }) => name)).toEqual(['Riser', 'New <b>']);
    expect(fallers.map(({ partner: name }) => name)).toEqual(['Gone', 'Faller']);
    expect(risers[0]?.reason).toMatch(/^clicks from 2,000 to 4,000/);
    expect(fallers[0]?.reason).toBe('no order from 412\u00A0clicks, after 34 the week before');
    expect(fallers[1]?.reason).toMatch(/^conversion from 2\.2% to 0\.6%/);
    expect(risers[1]?.reason).toBe('10\u00A0orders, after none the week before');
  });

  it('are ranked within their own currency, and say nothing of a week that was not read', () => {
    const yen: NotePart = {
      ...retail,
      currency: 'JPY',
      now: week(90_000_000),
      before: week(90_500_000),
      partners: [partner('Large in yen', week(60_000_000), week(60_500_000))],
    };
    expect(moversOf(english, [retail, yen]).fallers.map(({ partner: name }) => name)).toEqual([
      'Gone',
      'Faller',
      'Large in yen',
    ]);
    expect(moversOf(english, [{ ...retail, before: null }])).toEqual({ risers: [], fallers: [] });
  });
});

describe('a weekly note', () => {
  it('states the week in one sentence, against last week and last year', () => {
    const note = composeNote(data());
    expect(note.verdict.replaceAll('\u00A0', ' ')).toBe(
      'Tracked revenue rose 23.0% on last week, to €12.3 k, +11.8% on the same week last year.',
    );
    expect(note.subject).toMatch(/^Nordlicht & Söhne, week of 9–15.Nov.2026: revenue up 23\.0%$/);
    expect(note.pace[0]?.words).toMatch(/^93% of the pace needed$/);
    expect(note.done).toEqual(['Recruit two blogs', 'Called the top five']);
    expect(note.needed.map((words) => words.replaceAll('\u00A0', ' '))).toEqual([
      'Approve the gift guide (was due 10 Nov 2026)',
      'Send the new banners (due 20 Nov 2026)',
    ]);
  });

  it('is in the language of the client’s documents, in page, mail and subject', () => {
    const gaps = [
      {
        program: 'DE',
        causes: [{ code: 'unread-rows' as const, resource: 'transactions', rows: 1 }],
      },
    ];
    const told = documentLanguages.map((language) => {
      const input = data({ look: { ...data().look, language }, gaps, sample: true });
      const note = composeNote(input);
      const page = notePage(input);
      const mail = noteMail(note);
      expect(mail.html).toContain(`<html lang="${language}">`);
      expect(page.language).toBe(language);
      expect(page.slides[0]?.source).toBe(note.gaps);
      expect(mail.text).toContain(note.gaps);
      for (const heading of [note.labels.risers, note.labels.fallers, note.labels.needed]) {
        expect(mail.text).toContain(heading);
        expect(mail.html).toContain(`>${heading}</h2>`);
        expect(JSON.stringify(page.slides)).toContain(heading);
      }
      return [note.subject, note.verdict, note.pace[0]?.words, note.fallers[0]?.reason]
        .join(' | ')
        .replaceAll('\u00A0', ' ');
    });
    expect(told[0]).toContain('week of Nov 9–15, 2026: revenue up 23.0%');
    expect(told[2]).toBe(
      'Nordlicht & Söhne, Woche vom 9.–15. November 2026: Umsatz +23,0 % | ' +
        'Der getrackte Umsatz stieg zur Vorwoche um 23,0 % auf 12,3 Tsd. € (+11,8 % zur gleichen Vorjahreswoche). | ' +
        '93 % des nötigen Tempos | keine Bestellung trotz 412 Klicks, nach 34 in der Vorwoche',
    );
    expect(told[3]).toBe(
      'Nordlicht & Söhne, semaine du 9–15 novembre 2026 : chiffre d’affaires en hausse de 23,0 % | ' +
        'Le chiffre d’affaires suivi progresse de 23,0 % sur une semaine, à 12,3 k€ (+11,8 % par rapport à la même semaine de l’an dernier). | ' +
        '93 % du rythme nécessaire | aucune commande malgré 412 clics, contre 34 la semaine précédente',
    );
    expect(new Set(told).size).toBe(documentLanguages.length);
  });

  it('keeps models and currencies apart', () => {
    const b2b: NotePart = { ...retail, model: 'b2b', currency: 'USD', partners: [] };
    const note = composeNote(data({ parts: [retail, b2b] }));
    expect(note.verdict).toContain('Retail, EUR: Tracked revenue rose');
    expect(note.verdict).toContain('B2B, USD: Tracked revenue rose');
    expect(new Set(note.rows.map(({ part }) => part))).toEqual(
      new Set(['Retail, EUR', 'B2B, USD']),
    );
  });

  it('fits on its one page, however much there is to say', () => {
    const long = 'Kundenbindungsprogramm mit sehr langem Namen und noch mehr Worten';
    const busy = (part: NotePart, currency: string): NotePart => ({
      ...part,
      currency,
      partners: Array.from({ length: 8 }, (_, index) =>
        partner(
          `${String(index)} ${long}`,
          week(90_000 * (index + 1), { orders: 5, clicks: 900 }),
          week(400_000, { clicks: 7_000 }),
        ),
      ),
    });
    const b2b: NotePart = { ...retail, model: 'b2b' };
    for (const language of documentLanguages) {
      const [goal] = data().goals;
      const page = notePage(
        data({
          look: { ...data().look, language },
          parts: [busy(retail, 'EUR'), busy(retail, 'GBP'), busy(b2b, 'USD')],
          goals: Array.from({ length: 7 }, () => ({ ...goal!, program: long })),
          kept: Array.from({ length: 7 }, () => ({ words: long, dueOn: '2026-11-12' })),
          open: Array.from({ length: 7 }, () => ({ words: long, dueOn: '2026-11-12' })),
          texts: { opening: long, done: [], needed: [] },
          gaps: [{ program: long, causes: [] }],
        }),
      );

      const laidOut = layOutDocument(breakLongBlocks(page, typesetter), typesetter);
      expect(laidOut.pages, language).toHaveLength(1);
      expect(laidOut.overflows, language).toEqual([]);
    }
  });

  it('says n/a where a week is not known, never zero', () => {
    const note = composeNote(data({ parts: [{ ...retail, before: null }] }));
    expect(note.verdict).not.toContain('last week');
    expect(note.rows[0]).toMatchObject({ before: '–', beforeChange: { words: 'n/a' } });
  });

  it('has a page and a mail of the same words', () => {
    const input = data();
    const note = composeNote(input);
    const page = documentModelSchema.parse(notePage(input));
    expect(page.slides).toHaveLength(1);
    const mail = noteMail(note);
    const pageWords = JSON.stringify(page);
    expect(mail.text).toContain(note.verdict);
    for (const words of [note.message, 'Gone', 'Called the top five', 'Riser']) {
      expect(mail.text).toContain(words);
      expect(pageWords).toContain(words);
    }
    expect(mail.html).toContain('New &lt;b&gt;');
    expect(mail.html).not.toContain('New <b>');
    expect(mail.html).toContain('Nordlicht &amp; Söhne');
  });
});
