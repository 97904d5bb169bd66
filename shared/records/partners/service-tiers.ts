/** How much of the agency's time a partner gets, the most first. */
export const serviceTiers = ['strategic', 'growth', 'standard', 'self-serve'] as const;
