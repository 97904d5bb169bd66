import type { ComposedDocument } from './build-review';
import type { DraftText, Finding } from './draft';

const placeholders = /\b(?:TBD|TODO|TBC|XXX+|lorem ipsum)\b|\[[^\]]*\]|\{\{?[^}]*\}?\}|\?\?\?/i;

/** What can be seen in people's texts alone: tokens that stand for nothing, placeholders. */
export function inspectTexts({ sections }: Pick<ComposedDocument, 'sections'>): Finding[] {
  return sections.flatMap((section) =>
    section.state !== 'shown'
      ? []
      : section.slots.flatMap(({ slot, name, own, unknown }): Finding[] => {
          const at = { section: section.id, slot, blocking: true };
          const found = placeholders.exec(wordsOf(own ?? []));
          return [
            ...unknown.map((figure) => ({
              ...at,
              code: 'UNKNOWN_FIGURE' as const,
              sentence: `The text ‘${name}’ names a figure that this review does not have (${figure}). Take it out or choose another.`,
            })),
            ...(found === null
              ? []
              : [
                  {
                    ...at,
                    code: 'PLACEHOLDER' as const,
                    sentence: `The text ‘${name}’ still holds ‘${found[0]}’, which reads like a placeholder. Write what belongs there.`,
                  },
                ]),
          ];
        }),
  );
}

function wordsOf(text: DraftText): string {
  return text.map((piece) => ('words' in piece ? piece.words : '0')).join('');
}
