const types = {
  text: 'text',
  'long-text': 'long text',
  integer: 'whole number',
  number: 'number',
  money: 'money',
  day: 'date',
  instant: 'moment',
  flag: 'yes or no',
  link: 'link',
  order: 'order',
  structure: 'parts',
};

/** The kinds of records in the words of their definitions, as Markdown: what each is for, where it lives, its fields. */
export function describeKinds(kinds) {
  const areas = [...new Set(kinds.map(({ area }) => area))].sort();
  return [
    '# Kinds of records',
    '',
    'Written by `node build/scripts/record-kinds.mjs` from the definitions in `shared/records/`. Names in `code` are those of the command line, of exports and of imports. A field in **bold** is required; ° marks what never reaches a client.',
    '',
    ...areas.flatMap((area) => [
      `## ${area.charAt(0).toUpperCase()}${area.slice(1)}`,
      '',
      ...kinds.filter((kind) => kind.area === area).flatMap((kind) => describeKind(kind, kinds)),
    ]),
  ].join('\n');
}

function describeKind(kind, kinds) {
  const users = kinds.filter(({ fields }) =>
    Object.values(fields).some(({ to }) => to === kind.kind),
  );
  const facts = [
    homeWords(kind.home),
    `serves ${kind.serves.join(', ')}`,
    ...(kind.owner === 'network' ? ['written only by syncs'] : []),
    ...(kind.state ? [`stands in \`${kind.state.field}\``] : []),
    ...(kind.due ? [`due by \`${kind.due}\``] : []),
    ...(kind.responsible ? [`the work of \`${kind.responsible}\``] : []),
    ...(users.length > 0 ? [`named by ${users.map((user) => `\`${user.kind}\``).join(', ')}`] : []),
  ];
  return [
    `### ${kind.label} \`${kind.kind}\``,
    '',
    `${kind.purpose} Such as: ${kind.example}`,
    '',
    `${facts.join('; ')}.`,
    '',
    Object.entries(kind.fields)
      .map(([name, field]) => fieldWords(name, field))
      .join(' · '),
    '',
  ];
}

function homeWords(home) {
  if (home === 'list') return 'A list of its own';
  if (home === 'screen') return 'In screens made for it';
  return `On its \`${home.inside}\``;
}

function fieldWords(name, field) {
  const shown = field.required === true ? `**\`${name}\`**` : `\`${name}\``;
  return `${shown}${field.internal === true ? '°' : ''} ${typeWords(field)}`;
}

function typeWords({ type, to, choices, unit }) {
  if (to === '*') return 'one record of any kind';
  if (to !== undefined) return type === 'set' ? `several \`${to}\`` : `one \`${to}\``;
  if (choices !== undefined) return `one of ${choices.join(', ')}`;
  const words = type === 'set' ? 'words' : types[type];
  return unit === undefined ? words : `${words} (${unit})`;
}
