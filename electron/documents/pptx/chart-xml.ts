import { ink, muted, rule } from '../layout/look';
import type { ChartSpec, LabelSpec, PlaceSpec, PointSpec, SeriesSpec } from './chart-spec';
import { emu, plainColor, xml } from './units';

const [categoryAxis, valueAxis] = ['111111111', '222222222'];
const fonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

/**
 * The part of a presentation that holds a chart: every element in the order of the schema (ISO/IEC 29500-1, 21.2), each
 * label with the document's own words, its numbers in the workbook beside it.
 */
export function chartXml(spec: ChartSpec): string {
  const type = spec.kind === 'lines' ? lineChart(spec) : barChart(spec);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:lang val="${xml(spec.language)}"/><c:roundedCorners val="0"/>` +
    '<c:chart><c:autoTitleDeleted val="1"/>' +
    `<c:plotArea>${manualLayout(spec.plot, true)}${type}${categoryAxisXml(spec)}${valueAxisXml(spec)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>` +
    legend(spec) +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    `<c:txPr>${textProperties(9.5, ink, false, spec.language)}</c:txPr>` +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  );
}

function barChart(spec: ChartSpec): string {
  const series = spec.series.map((one, index) => seriesXml(spec, one, index)).join('');
  return (
    `<c:barChart><c:barDir val="${spec.kind === 'bars' ? 'bar' : 'col'}"/><c:grouping val="${spec.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>` +
    `${series}<c:gapWidth val="${String(Math.round(spec.gap))}"/><c:overlap val="${spec.stacked ? '100' : '0'}"/>` +
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>`
  );
}

function lineChart(spec: ChartSpec): string {
  const series = spec.series.map((one, index) => seriesXml(spec, one, index)).join('');
  return (
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>` +
    `<c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:lineChart>`
  );
}

function seriesXml(spec: ChartSpec, series: SeriesSpec, index: number): string {
  const lines = spec.kind === 'lines';
  const column = columnName(index + 1);
  const count = spec.categories.length;
  const look = lines
    ? `<a:ln w="${String(emu(1.75))}" cap="rnd">${fill(series.color)}<a:round/></a:ln>`
    : `${fill(series.color)}<a:ln><a:noFill/></a:ln>`;
  return (
    `<c:ser><c:idx val="${String(index)}"/><c:order val="${String(index)}"/>` +
    `<c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    `<c:spPr>${look}</c:spPr>` +
    (lines ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>') +
    series.points.map((point) => pointXml(point, lines)).join('') +
    labelsXml(series.labels, spec.language) +
    `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${String(count + 1)}</c:f><c:strCache><c:ptCount val="${String(count)}"/>${spec.categories
      .map((name, place) => `<c:pt idx="${String(place)}"><c:v>${xml(name)}</c:v></c:pt>`)
      .join('')}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${String(count + 1)}</c:f><c:numCache><c:formatCode>${xml(spec.format ?? 'General')}</c:formatCode><c:ptCount val="${String(count)}"/>${series.values
      .map((value, place) =>
        value === null ? '' : `<c:pt idx="${String(place)}"><c:v>${String(value)}</c:v></c:pt>`,
      )
      .join('')}</c:numCache></c:numRef></c:val>` +
    (lines ? '<c:smooth val="0"/>' : '') +
    '</c:ser>'
  );
}

function pointXml(point: PointSpec, lines: boolean): string {
  const dashes = '<a:prstDash val="sysDash"/>';
  const look = lines
    ? `<a:ln w="${String(emu(1.75))}" cap="rnd">${fill(point.fill)}${dashes}<a:round/></a:ln>`
    : point.outline === undefined
      ? `${fill(point.fill)}<a:ln><a:noFill/></a:ln>`
      : `${fill(point.fill)}<a:ln w="${String(emu(1))}">${fill(point.outline)}${dashes}</a:ln>`;
  return (
    `<c:dPt><c:idx val="${String(point.index)}"/>` +
    (lines ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>') +
    `<c:bubble3D val="0"/><c:spPr>${look}</c:spPr></c:dPt>`
  );
}

const shown = (value: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? '1' : '0'}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function labelsXml(labels: readonly LabelSpec[], language: string): string {
  return `<c:dLbls>${labels.map((label) => labelXml(label, language)).join('')}${shown(false)}</c:dLbls>`;
}

function labelXml(label: LabelSpec, language: string): string {
  const moved =
    label.down === undefined
      ? ''
      : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${part(label.down)}"/></c:manualLayout></c:layout>`;
  const look = runProperties(label.size, label.color, label.bold);
  return (
    `<c:dLbl><c:idx val="${String(label.index)}"/>${moved}` +
    `<c:tx><c:rich><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}</a:defRPr></a:pPr><a:r><a:rPr lang="${xml(language)}" ${look}</a:rPr><a:t>${xml(label.words)}</a:t></a:r></a:p></c:rich></c:tx>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="${label.position}"/>${shown(true)}</c:dLbl>`
  );
}

function categoryAxisXml(spec: ChartSpec): string {
  const bars = spec.kind === 'bars';
  return (
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="${bars ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${bars ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr><a:ln w="${String(emu(0.75))}">${fill(rule)}</a:ln></c:spPr>` +
    `<c:txPr>${textProperties(bars ? 10 : 9.5, bars ? ink : muted, false, spec.language)}</c:txPr>` +
    `<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${spec.namedEvery === undefined ? '' : `<c:tickLblSkip val="${String(spec.namedEvery)}"/>`}<c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxisXml(spec: ChartSpec): string {
  const bars = spec.kind === 'bars';
  return (
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/><c:max val="${String(spec.most)}"/><c:min val="${String(spec.least)}"/></c:scaling><c:delete val="1"/>` +
    `<c:axPos val="${bars ? 't' : 'l'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:crossAx val="${categoryAxis}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function legend(spec: ChartSpec): string {
  if (spec.legend === null) return '';
  return (
    `<c:legend><c:legendPos val="t"/>${manualLayout(spec.legend, false)}<c:overlay val="0"/>` +
    `<c:txPr>${textProperties(9, ink, false, spec.language)}</c:txPr></c:legend>`
  );
}

function manualLayout({ x, y, width, height }: PlaceSpec, inner: boolean): string {
  return (
    `<c:layout><c:manualLayout>${inner ? '<c:layoutTarget val="inner"/>' : ''}<c:xMode val="edge"/><c:yMode val="edge"/>` +
    `<c:x val="${part(x)}"/><c:y val="${part(y)}"/><c:w val="${part(width)}"/><c:h val="${part(height)}"/></c:manualLayout></c:layout>`
  );
}

function textProperties(size: number, color: string, bold: boolean, language: string): string {
  return `<a:bodyPr rot="0"/><a:lstStyle/><a:p><a:pPr><a:defRPr ${runProperties(size, color, bold)}</a:defRPr></a:pPr><a:endParaRPr lang="${xml(language)}"/></a:p>`;
}

/** Attributes and children of a run; the caller opens and closes the element around them. */
function runProperties(size: number, color: string, bold: boolean): string {
  return `sz="${String(Math.round(size * 100))}" b="${bold ? '1' : '0'}">${fill(color)}${fonts}`;
}

function fill(color: string | null): string {
  return color === null
    ? '<a:noFill/>'
    : `<a:solidFill><a:srgbClr val="${plainColor(color)}"/></a:solidFill>`;
}

function part(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

/** A, B, … Z, AA of a sheet's column, counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
