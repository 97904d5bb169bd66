import type { DocumentModel } from '../../../shared/documents/model';
import { quietFill, seriesColor } from '../layout/look';
import { plainColor, xml } from './units';

/**
 * One part of a package as its schema wants it and as this document is: shapes counted once, one set of properties to a
 * paragraph, notes in paragraphs, the document's language and dates, and no mention of parts that aren't there.
 */
export function repairPart(
  name: string,
  part: string,
  model: DocumentModel,
  isThere: (name: string) => boolean,
): string {
  const moment = new Date(model.cutOff).toISOString().replace(/\.\d+Z$/, 'Z');
  let text = part
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
    .replaceAll('PptxGenJS', 'Quarterdeck')
    .replace(/(\slang=")en-US"/g, `$1${xml(model.language)}"`);
  if (name === '[Content_Types].xml')
    text = text.replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, target: string) =>
      isThere(target) ? override : '',
    );
  if (name.endsWith('.rels'))
    text = text.replace(/\s*<Relationship [^>]*\/>/g, (relation) =>
      /sharedStrings|tables\//.test(relation) && !isThere('xl/sharedStrings.xml') ? '' : relation,
    );
  if (/^ppt\/(slides|slideLayouts)\//.test(name)) text = repairSlide(text);
  if (name.startsWith('ppt/notesSlides/')) text = notesInParagraphs(text);
  if (name === 'docProps/app.xml') text = propertiesOf(text, model);
  if (name === 'ppt/presentation.xml') text = sectionIds(text);
  return text;
}

/** Shapes get one number each, and a paragraph keeps its first properties only. */
function repairSlide(text: string): string {
  let count = 0;
  return text
    .replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${String((count += 1))}"`)
    .replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
      let first = true;
      return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (properties) => {
        const kept = first;
        first = false;
        return kept ? properties : '';
      });
    });
}

function notesInParagraphs(text: string): string {
  return text.replace(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>/,
    (_, properties: string, words: string) =>
      words
        .split(/\r?\n/)
        .map((line) => `<a:p><a:r>${properties}<a:t>${line}</a:t></a:r>`)
        .join('</a:p>'),
  );
}

/** The list of titles that file managers show. */
function propertiesOf(text: string, model: DocumentModel): string {
  const titles = model.slides.map(({ title }) => `<vt:lpstr>${xml(title)}</vt:lpstr>`).join('');
  return text
    .replace(/(<vt:lpstr>Slide \d+<\/vt:lpstr>)+/, titles)
    .replace('<vt:lpstr>Calibri</vt:lpstr>', '<vt:lpstr>Arial</vt:lpstr>');
}

/** Sections are told apart by an id; these count instead of being drawn by lot. */
function sectionIds(text: string): string {
  let count = 0;
  return text.replace(/(<p14:section name="[^"]*" id=")\{[^}]*\}/g, (_, before: string) => {
    count += 1;
    return `${before}{00000000-0000-4000-8000-${String(count).padStart(12, '0')}}`;
  });
}

/**
 * The theme: Arial with a font for every script, the document's colours for what a person adds later. A presentation can't
 * bring the font of the PDF along; Arial, or one of its widths, is wherever presentations are opened, and sets the same
 * words a little narrower than the pages were measured for.
 */
export function themeXml(text: string, { theme }: DocumentModel): string {
  const accents = [
    theme.accent,
    theme.second ?? quietFill,
    ...[0, 1, 2, 3].map((place) => seriesColor(place, theme)),
  ];
  const colored = accents.reduce(
    (whole, color, index) =>
      whole.replace(
        new RegExp(`(<a:accent${String(index + 1)}><a:srgbClr val=")[0-9A-F]{6}`),
        `$1${plainColor(color)}`,
      ),
    text,
  );
  const fonts = (kind: 'major' | 'minor'): string =>
    `<a:${kind}Font><a:latin typeface="Arial" panose="020B0604020202020204"/><a:ea typeface=""/><a:cs typeface=""/>${scriptFonts}</a:${kind}Font>`;
  return colored
    .replace(
      /(<a:(?:hlink|folHlink)><a:srgbClr val=")[0-9A-F]{6}/g,
      `$1${plainColor(theme.accent)}`,
    )
    .replace(/<a:majorFont>.*?<\/a:majorFont>/s, fonts('major'))
    .replace(/<a:minorFont>.*?<\/a:minorFont>/s, fonts('minor'))
    .replaceAll('Office Theme', 'Quarterdeck');
}

/** Fonts that Windows and Office bring along, by script; where they lack, the system chooses. */
const scriptFonts = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', 'Segoe UI'],
  ['Hebr', 'Segoe UI'],
  ['Thai', 'Leelawadee UI'],
  ['Deva', 'Nirmala UI'],
  ['Grek', 'Segoe UI'],
  ['Cyrl', 'Segoe UI'],
  ['Viet', 'Segoe UI'],
]
  .map(([script = '', face = '']) => `<a:font script="${script}" typeface="${face}"/>`)
  .join('');
