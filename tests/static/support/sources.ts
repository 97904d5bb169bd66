import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The project's folder. */
export const project = path.resolve(__dirname, '..', '..', '..');

/** A use of something in the source text, as `file:line`, with the text of the node. */
export interface Use {
  readonly file: string;
  readonly place: string;
  readonly text: string;
}

/** The TypeScript files below the given folders of the project, as paths with forward slashes. */
export function sourcesBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/')),
  );
}

const parsed = new Map<string, ts.SourceFile>();

function parse(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(path.join(project, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** Every node of the files for which `matches` holds. Comments are no nodes, so they can name anything. */
export function findUses(
  files: readonly string[],
  matches: (node: ts.Node, source: ts.SourceFile) => boolean,
): Use[] {
  const uses: Use[] = [];
  for (const file of files) {
    const source = parse(file);
    const visit = (node: ts.Node): void => {
      if (matches(node, source)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        uses.push({ file, place: `${file}:${line + 1}`, text: node.getText(source) });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

/** The places of the uses that lie outside the folder that may have them. */
export function outside(uses: readonly Use[], folder: string): string[] {
  return uses.filter(({ file }) => !file.startsWith(`${folder}/`)).map(({ place }) => place);
}

/** True for `object.name` and `object['name']`. */
export function isMember(node: ts.Node, object: string, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.expression.getText() === object && node.name.text === name;
  }
  return (
    ts.isElementAccessExpression(node) &&
    node.expression.getText() === object &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === name
  );
}

/** True for an identifier, property or attribute of that name. */
export function isNamed(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return names.has(node.text);
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? names.has(node.argumentExpression.text)
    : false;
}
