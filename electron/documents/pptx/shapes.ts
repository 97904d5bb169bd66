import type PptxGenJS from 'pptxgenjs';
import type { Mark } from '../layout/marks';
import { inches, plainColor } from './units';

const freeForm: string = 'custGeom';
/** The package draws it, but its types leave it out. */
const customGeometry = freeForm as PptxGenJS.SHAPE_NAME;

type Path = Extract<Mark, { kind: 'path' }>;

/** Marks of one colour as one free shape: the bars of a cover, the line of a card. */
export function addPaths(slide: PptxGenJS.Slide, marks: readonly Mark[], name: string): void {
  const byLook = new Map<string, Path[]>();
  for (const mark of marks) {
    if (mark.kind !== 'path') continue;
    const key = `${mark.fill ?? ''}/${mark.stroke ?? ''}/${String(mark.width ?? 0)}`;
    byLook.set(key, [...(byLook.get(key) ?? []), mark]);
  }
  for (const paths of byLook.values()) addFreeShape(slide, paths, name);
}

function addFreeShape(slide: PptxGenJS.Slide, paths: readonly Path[], name: string): void {
  const [look] = paths;
  const steps = paths.flatMap(({ path }) => stepsOf(path));
  const points = steps.filter((step): step is Extract<Step, { x: number }> => 'x' in step);
  if (!look || points.length < 2) return;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = { w: Math.max(...xs) - left, h: Math.max(...ys) - top };
  slide.addShape(customGeometry, {
    x: inches(left),
    y: inches(top),
    w: inches(Math.max(0.1, size.w)),
    h: inches(Math.max(0.1, size.h)),
    objectName: name,
    ...(look.fill === undefined ? {} : { fill: { color: plainColor(look.fill) } }),
    ...(look.stroke === undefined
      ? {}
      : { line: { color: plainColor(look.stroke), width: look.width ?? 1 } }),
    points: steps.map((step) =>
      'close' in step
        ? { close: true }
        : {
            x: inches(step.x - left),
            y: inches(step.y - top),
            ...(step.move ? { moveTo: true } : {}),
          },
    ),
  });
}

type Step = { readonly x: number; readonly y: number; readonly move: boolean } | { close: true };

/** The straight steps of an SVG path: M, L, H, V and Z, in page coordinates. */
function stepsOf(path: string): Step[] {
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([MLHVZ])([^MLHVZ]*)/g)) {
    const numbers = rest.split(/[\s,]+/).filter((word) => word !== '');
    if (command === 'Z') {
      steps.push({ close: true });
      continue;
    }
    if (command === 'H') x = Number(numbers[0]);
    else if (command === 'V') y = Number(numbers[0]);
    else [x, y] = [Number(numbers[0]), Number(numbers[1])];
    steps.push({ x, y, move: command === 'M' });
  }
  return steps;
}
