/** The ways in which somebody is approached. */
export const channels = [
  'email',
  'linkedin',
  'instagram',
  'x',
  'other-social',
  'phone',
  'network-message',
  'event',
] as const;

/** What they are called where that isn't the word itself. */
export const channelWords: Readonly<Record<string, string>> = {
  email: 'E-mail',
  linkedin: 'LinkedIn',
  x: 'X',
  'other-social': 'Other social channel',
  'network-message': 'Message in the network',
  event: 'In person',
};
