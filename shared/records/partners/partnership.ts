import type { KindDefinition } from '../definition';
import { instant, reference, text } from '../fields';

/** A partner's account in one program as the network reports it; a roster row of desk-facts, written only by ingest. */
export const partnership: KindDefinition = {
  kind: 'partnership',
  label: 'Partnership',
  plural: 'Partnerships',
  owner: 'network',
  area: 'partners',
  serves: ['R1'],
  home: 'screen',
  purpose: 'A partner’s account in one program, as the network reports it.',
  example: 'Publisher 481516 in the German program',
  version: 1,
  nameField: 'name',
  fields: {
    source: reference('Connection', 'connection', { required: true }),
    networkId: text('Id on the network', { required: true, searched: true }),
    name: text('Name', { searched: true }),
    primaryType: text('Type in the network’s words'),
    email: text('E-mail', { searched: true, internal: true }),
    domain: text('Site', { searched: true }),
    seenAt: instant('Last seen'),
    leftAt: instant('Left'),
  },
  columns: ['source', 'networkId', 'name', 'primaryType', 'email', 'domain', 'seenAt', 'leftAt'],
  sort: { field: 'name', direction: 'ascending' },
};
