import type { KindDefinition } from '../definition';
import { reference, text, timeZone } from '../fields';

/** A person at a client or at a partner. */
export const contact: KindDefinition = {
  kind: 'contact',
  label: 'Contact',
  plural: 'Contacts',
  owner: 'person',
  area: 'partners',
  serves: ['L2'],
  home: 'list',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    client: reference('Client', 'client'),
    partner: reference('Partner', 'partner'),
    role: text('Role', { searched: true }),
    email: text('E-mail', { searched: true }),
    phone: text('Phone', { searched: true }),
    timeZone: timeZone('Time zone'),
  },
  columns: ['name', 'client', 'partner', 'role', 'email', 'phone', 'timeZone'],
  sort: { field: 'name', direction: 'ascending' },
};
