import { shipped } from './shipped';

/** The way from a found site to an active partner; the side exits come last. */
export const pipelineStages = shipped('pipeline-stage', [
  stage('sourced', 'Sourced', 'Found in a directory, a list or by research', 'Check the fit', 14),
  stage('qualified', 'Qualified', 'Audience and content fit the program', 'Find a person', 14),
  stage('contact-found', 'Contact found', 'A person and an address are known', 'Write', 7),
  stage('contacted', 'Contacted', 'The first message was sent', 'Follow the sequence', 21),
  stage('interested', 'Interested', 'Answered and wants to hear more', 'Call', 7),
  stage('later', 'Later', 'Answered and named a time', 'Write on that day', 120),
  stage('negotiating', 'Negotiating', 'Rate, code or placement is being discussed', 'Agree', 21),
  stage('applied', 'Applied', 'Applied on the network', 'Decide', 5),
  stage('approved', 'Approved', 'Accepted into the program', 'Welcome', 2),
  stage('onboarding', 'Onboarding', 'The onboarding plan runs', 'Get the link live', 21),
  stage('link-live', 'Link live', 'The first click was seen', 'Agree on a promotion', 30),
  stage('first-sale', 'First sale', 'The first sale was seen', 'Say thank you, plan the next', 60),
  stage('active', 'Active', 'Sells again and again', 'Hand over to the account manager'),
  exit('unresponsive', 'Unresponsive', 'No answer to a whole sequence'),
  exit('do-not-contact', 'Do not contact', 'Asked not to be contacted again'),
  exit('bad-address', 'Bad address', 'Nothing can be delivered'),
  exit('declined-by-us', 'Declined by us', 'Does not fit, with a reason'),
  exit('declined-by-them', 'Declined by them', 'Does not want, with a reason'),
  exit('excluded', 'Excluded', 'A rule of the client is against it'),
]);

function stage(id: string, name: string, entry: string, next: string, maxDays?: number) {
  return { id, name, entry, next, ...(maxDays === undefined ? {} : { maxDays }) };
}

function exit(id: string, name: string, entry: string) {
  return { id, name, entry, exit: true };
}
