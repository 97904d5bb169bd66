import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, text } from '../fields';

/** Proof that a partner has accepted a version of the terms. */
export const termsAcceptance: KindDefinition = {
  kind: 'terms-acceptance',
  label: 'Acceptance',
  plural: 'Acceptances',
  owner: 'person',
  area: 'strategy',
  serves: ['S5'],
  home: { inside: 'terms-version', by: 'terms' },
  purpose: 'Which partner accepted these terms, when and how.',
  example: 'Accepted by Mia Chen by e-mail on March 4',
  version: 1,
  nameField: 'acceptedBy',
  fields: {
    acceptedBy: text('Accepted by', { required: true, searched: true }),
    terms: reference('Terms', 'terms-version', { required: true }),
    partner: reference('Partner', 'partner', { required: true }),
    acceptedOn: day('Accepted on', { required: true, initial: 'today' }),
    given: choice('Given by', ['network', 'mail', 'signature', 'call'], {
      words: { network: 'Click in the network', mail: 'E-mail' },
    }),
    proof: longText('Proof', { searched: true }),
  },
  columns: ['partner', 'acceptedBy', 'acceptedOn', 'given', 'proof'],
  sort: { field: 'acceptedOn', direction: 'descending' },
  groups: [
    {
      label: 'Acceptance',
      fields: ['acceptedBy', 'terms', 'partner', 'acceptedOn', 'given', 'proof'],
    },
  ],
};
