import { shipped, slug } from './shipped';

const types: readonly (readonly [name: string, about: string])[] = [
  ['Share of sale', 'A percentage of the order, as agreed net or gross'],
  ['Flat per sale', 'The same amount for every order'],
  ['Per lead', 'An amount for each lead, usually once it is qualified'],
  ['Per click', 'An amount for each valid click'],
  ['Per thousand views', 'An amount for each thousand views'],
  ['Per install', 'An amount for each installation'],
  ['New or returning customer', 'Two rates by who buys'],
  ['By category', 'A rate for each category or group of products'],
  ['By basket value', 'A rate that depends on the value of the order'],
  ['By country', 'A rate for each market'],
  ['By device', 'A rate for phones, computers or the app'],
  ['By code', 'A rate for orders with a code'],
  ['Tiered by volume', 'More points above a volume, for what lies above it or retroactively'],
  ['Recurring', 'A share of each payment for some months, years or for life'],
  ['Staggered', 'More in the first year, less afterwards'],
  ['Hybrid', 'A fixed fee and a share of sale'],
  ['Placement fee', 'A fixed fee for exposure'],
  ['Uplift for exposure', 'A higher rate while the partner shows more'],
  ['Performance bonus', 'An amount for reaching a number, once or again and again'],
  ['Challenge', 'A prize for a task within some time'],
  ['Assist', 'A share for those who helped before the last click'],
  ['Second tier', 'A share of what recruited partners earn'],
  ['Service partner share', 'A share for a technology that took part in the order'],
  ['Non-cash', 'Credit, products or gifts'],
  ['Cap or minimum', 'Most or least that an order pays'],
  ['Exclusion', 'What pays nothing: gift cards, taxes, shipping'],
  ['Clawback', 'What is taken back after returns'],
];

export const commissionTypes = shipped(
  'commission-type',
  types.map(([name, about]) => ({ id: slug(name), name, about })),
);
