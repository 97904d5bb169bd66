import {
  IconAffiliate,
  IconCalendarEvent,
  IconHeartHandshake,
  IconShieldCheck,
  IconUserPlus,
} from '@tabler/icons-react';
import { DuplicatesScreen, PartnerScreen, PartnersScreen } from '../../features/partners';
import { AttachmentScreen } from '../attachments/page';
import { list, type Area } from './area';

/* Partners, from the first contact to what they do for a program. */

export const partners: Area = {
  label: 'Partners',
  icon: IconAffiliate,
  entries: [
    { label: 'Partners', to: { area: 'partners' } },
    list('company', 'Companies'),
    list('contact', 'Contacts'),
    list('development-plan', 'Development plans'),
    list('introduction', 'Introductions'),
    { label: 'Possible duplicates', to: { area: 'duplicates' } },
  ],
  letter: 'a',
  stands: 'top',
  screens: {
    partners: { title: 'Partners', draw: () => <PartnersScreen /> },
    duplicates: { title: 'Possible duplicates', draw: () => <DuplicatesScreen /> },
    partner: { title: 'Partner', draw: ({ id }) => <PartnerScreen key={id} id={id} /> },
  },
};

export const recruitment: Area = {
  label: 'Recruitment',
  icon: IconUserPlus,
  entries: [
    list('prospect', 'Prospects'),
    list('outreach-campaign', 'Outreach'),
    list('sequence', 'Sequences'),
    list('message-template', 'Templates'),
    list('application', 'Applications'),
    list('suppression', 'Do not contact'),
  ],
  letter: 'u',
  stands: 'top',
  screens: {},
};

export const relationships: Area = {
  label: 'Relationships',
  icon: IconHeartHandshake,
  entries: [
    list('interaction', 'Interactions'),
    list('commitment', 'Commitments'),
    list('onboarding-plan', 'Onboarding'),
    list('newsletter', 'Newsletters'),
    list('note', 'Notes'),
  ],
  letter: 'l',
  stands: 'top',
  screens: {
    attachment: {
      title: 'Attachment',
      draw: ({ id }) => <AttachmentScreen key={id} id={id} />,
    },
  },
};

export const campaigns: Area = {
  label: 'Campaigns',
  icon: IconCalendarEvent,
  entries: [
    list('campaign', 'Campaigns'),
    list('placement', 'Placements'),
    list('asset', 'Assets'),
    list('promo-code', 'Promo codes'),
    list('brand-guide', 'Brand guides'),
  ],
  letter: 'c',
  stands: 'top',
  screens: {},
};

export const compliance: Area = {
  label: 'Compliance',
  icon: IconShieldCheck,
  entries: [
    list('violation', 'Violations'),
    list('compliance-review', 'Reviews'),
    list('regulation', 'Regulations'),
  ],
  letter: 'm',
  stands: 'top',
  screens: {},
};
