import type PptxGenJS from 'pptxgenjs';
import type { DocumentModel } from '../../../shared/documents/model';
import type { Canvas } from '../layout/canvas';
import { bodyTop, contentWidth, hairline, ink, margin, muted, page } from '../layout/look';
import { coverLogo, footLogo } from '../layout/logo';
import type { Box } from '../layout/marks';
import { titlePlace } from '../layout/placing';
import { cleanLine } from '../text/runs';
import { lineBox, plainBox } from './text';
import { inches, plainColor } from './units';

/** Names of the two layouts, as PowerPoint offers them for new slides. */
export const masterNames = { cover: 'Cover', content: 'Content' } as const;

/** What every slide of a layout shares: where its title stands, the foot, the mark of sample data, the page number. */
export function defineMasters(pptx: PptxGenJS, model: DocumentModel, canvas: Canvas): void {
  pptx.defineSlideMaster({
    title: masterNames.content,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: inches(margin.left),
            y: inches(titlePlace.baseline - titlePlace.leading * 0.79),
            w: inches(contentWidth + 2),
            h: inches(bodyTop - titlePlace.baseline + 16),
            align: 'left',
            fontSize: titlePlace.size,
            bold: true,
            color: plainColor(ink),
            ...plainBox,
          },
          text: '',
        },
      },
      ...foot(model, canvas, footLogo(canvas)),
    ],
    slideNumber: pageNumber(),
  });
  pptx.defineSlideMaster({
    title: masterNames.cover,
    background: { color: 'FFFFFF' },
    objects: [
      {
        rect: {
          x: 0,
          y: 0,
          w: inches(page.width),
          h: inches(6),
          fill: { color: plainColor(canvas.brand) },
        },
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: inches(margin.left),
            y: inches(92),
            w: inches(contentWidth + 2),
            h: inches(86),
            align: 'left',
            fontSize: 44,
            bold: true,
            color: plainColor(ink),
            ...plainBox,
          },
          text: '',
        },
      },
      ...logoObject(canvas, coverLogo(canvas)),
      ...foot(model, canvas, null),
    ],
    slideNumber: pageNumber(),
  });
}

type MasterObjects = NonNullable<PptxGenJS.SlideMasterProps['objects']>;

function foot(model: DocumentModel, canvas: Canvas, logo: Box | null): MasterObjects {
  const left = logo === null ? margin.left : logo.x + logo.width + 10;
  const room = margin.left + contentWidth * 0.76 - left;
  const footer = canvas.typesetter.fit(cleanLine(model.footer), 400, 8, room - 2);
  return [
    {
      line: {
        x: inches(margin.left),
        y: inches(508),
        w: inches(contentWidth),
        h: 0,
        line: { color: plainColor(hairline), width: 0.5 },
      },
    },
    ...logoObject(canvas, logo),
    {
      text: {
        text: footer,
        options: {
          ...lineBox({ x: left, baseline: 522, width: room, leading: 11 }),
          ...plainBox,
          fontSize: 8,
          color: plainColor(muted),
          lang: model.language,
        },
      },
    },
    ...(model.sample ? sampleMark(model, canvas) : []),
  ];
}

function sampleMark(model: DocumentModel, canvas: Canvas): MasterObjects {
  const words = model.sampleMark ?? 'Sample data';
  const width = canvas.typesetter.width(words, 600, 8) + 14;
  return [
    {
      text: {
        text: words,
        options: {
          x: inches(page.width - margin.right - 28 - width),
          y: inches(512.5),
          w: inches(width),
          h: inches(13.5),
          margin: 0,
          align: 'center',
          valign: 'middle',
          shape: 'roundRect',
          rectRadius: inches(3),
          fill: { color: 'FFF6E0' },
          line: { color: 'E0B860', width: 0.5 },
          fontSize: 8,
          bold: true,
          color: '8A5A00',
          lang: model.language,
        },
      },
    },
  ];
}

function logoObject({ theme: { logo } }: Canvas, box: Box | null): MasterObjects {
  if (logo === undefined || box === null) return [];
  const drawn = logo.type === 'image/svg+xml' ? logo.raster : logo.base64;
  if (drawn === undefined) return [];
  const type = logo.type === 'image/svg+xml' ? 'image/png' : logo.type;
  return [
    {
      image: {
        data: `${type};base64,${drawn}`,
        x: inches(box.x),
        y: inches(box.y),
        w: inches(box.width),
        h: inches(box.height),
      },
    },
  ];
}

function pageNumber(): PptxGenJS.SlideNumberProps {
  return {
    x: inches(page.width - margin.right - 24),
    y: inches(513),
    w: inches(24),
    h: inches(12),
    margin: 0,
    align: 'right',
    valign: 'middle',
    fontSize: 8,
    color: plainColor(muted),
  };
}
