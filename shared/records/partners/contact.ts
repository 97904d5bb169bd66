import type { KindDefinition } from '../definition';
import { choice, flag, link, longText, reference, text, timeZone } from '../fields';

/** A person at a client or at a partner. */
export const contact: KindDefinition = {
  kind: 'contact',
  label: 'Contact',
  plural: 'Contacts',
  owner: 'person',
  area: 'partners',
  serves: ['L2'],
  home: 'list',
  purpose: 'People at partners and at clients, and how to reach them.',
  example: 'Head of partnerships at a cashback site, best by phone before noon',
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
    language: text('Language'),
    reach: choice('Best reached by', ['email', 'phone', 'linkedin', 'message'], {
      words: { email: 'E-mail', linkedin: 'LinkedIn' },
    }),
    linkedin: link('LinkedIn', { searched: true }),
    lawfulBasis: choice('Lawful basis', ['contract', 'consent', 'legitimate-interest'], {
      internal: true,
    }),
    dataSource: text('Source of the data', { internal: true }),
    doNotContact: flag('Must not be contacted', { internal: true }),
    approves: flag('Approves for the client', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'client', 'partner', 'role', 'email', 'phone', 'timeZone', 'language'],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Contact',
      fields: [
        'name',
        'client',
        'partner',
        'role',
        'email',
        'phone',
        'timeZone',
        'language',
        'reach',
        'linkedin',
      ],
    },
    {
      label: 'Privacy and notes',
      fields: ['lawfulBasis', 'dataSource', 'doNotContact', 'approves', 'note'],
    },
  ],
};
