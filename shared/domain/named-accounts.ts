/*
 * Where a file gives a partner's name and no id, the name stands for the id on the network.
 */

const mark = 'name:';

/** The id that stands for a name, which is ready to be compared. */
export function accountOfName(name: string): string {
  return mark + name;
}

/** The same id with another name; an id of a network stays as it is. */
export function renamedAccount(id: string, rename: (name: string) => string): string {
  return id.startsWith(mark) ? mark + rename(id.slice(mark.length)) : id;
}

/** The same for the key of an identity, in which the network and whose id it is stand before it. */
export function renamedIdentity(key: string, rename: (name: string) => string): string {
  const [, before = '', id = ''] = /^([^:]*:[^:]*:)(.*)$/s.exec(key) ?? [];
  return before === '' ? key : before + renamedAccount(id, rename);
}
