/** The door of the lists: partners at three levels, and the page of one. */
export { readPartnerKeys, readPartnerPlace, readPartners, readPartnerWords } from './partners';
export { readPartnerPage } from './partner-page';
export { adoptPublisher } from './adopt';
