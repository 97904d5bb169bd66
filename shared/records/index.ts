import type { DeskRecord } from '../ipc/desk-records';
import { DeskError } from '../kernel/result';
import { asset } from './campaigns/asset';
import { assetVersion } from './campaigns/asset-version';
import { brandGuide } from './campaigns/brand-guide';
import { campaign } from './campaigns/campaign';
import { distribution } from './campaigns/distribution';
import { placement } from './campaigns/placement';
import { promoCode } from './campaigns/promo-code';
import { client } from './clients/client';
import { clientTotal } from './clients/client-total';
import { decision } from './clients/decision';
import { opportunity } from './clients/opportunity';
import { review } from './clients/review';
import { reviewDraft } from './clients/review-draft';
import { strategySession } from './clients/strategy-session';
import { weeklyNote } from './clients/weekly-note';
import { complianceReview } from './compliance/compliance-review';
import { evidence } from './compliance/evidence';
import { regulation } from './compliance/regulation';
import { violation } from './compliance/violation';
import { violationType } from './compliance/violation-type';
import { article } from './education/article';
import { certification } from './education/certification';
import { event } from './education/event';
import { training } from './education/training';
import { company } from './partners/company';
import { contact } from './partners/contact';
import { developmentPlan } from './partners/development-plan';
import { introduction } from './partners/introduction';
import { match } from './partners/match';
import { milestone } from './partners/milestone';
import { partner } from './partners/partner';
import { partnerSite } from './partners/partner-site';
import { partnerSubtype } from './partners/partner-subtype';
import { partnership } from './partners/partnership';
import { partnershipFile } from './partners/partnership-file';
import { alert } from './performance/alert';
import { alertRule } from './performance/alert-rule';
import { experiment } from './performance/experiment';
import { experimentVariant } from './performance/experiment-variant';
import { insight } from './performance/insight';
import { reportSchedule } from './performance/report-schedule';
import { application } from './recruitment/application';
import { messageTemplate } from './recruitment/message-template';
import { outreachCampaign } from './recruitment/outreach-campaign';
import { pipelineStage } from './recruitment/pipeline-stage';
import { prospect } from './recruitment/prospect';
import { sequence } from './recruitment/sequence';
import { sequenceStep } from './recruitment/sequence-step';
import { suppression } from './recruitment/suppression';
import { touch } from './recruitment/touch';
import { attachment } from './relationships/attachment';
import { commitment } from './relationships/commitment';
import { interaction } from './relationships/interaction';
import { newsletter } from './relationships/newsletter';
import { note } from './relationships/note';
import { onboardingItem } from './relationships/onboarding-item';
import { onboardingPlan } from './relationships/onboarding-plan';
import { commissionRule } from './strategy/commission-rule';
import { commissionStructure } from './strategy/commission-structure';
import { commissionType } from './strategy/commission-type';
import { competitor } from './strategy/competitor';
import { competitorSnapshot } from './strategy/competitor-snapshot';
import { goal } from './strategy/goal';
import { priority } from './strategy/priority';
import { program } from './strategy/program';
import { strategy } from './strategy/strategy';
import { termsAcceptance } from './strategy/terms-acceptance';
import { termsVersion } from './strategy/terms-version';
import { trackingCheck } from './strategy/tracking-check';
import { approval } from './team/approval';
import { assignment } from './team/assignment';
import { engagement } from './team/engagement';
import { meeting } from './team/meeting';
import { request } from './team/request';
import { task } from './team/task';
import { teamMember } from './team/team-member';
import { view } from './team/view';
import { checklist } from './technology/checklist';
import { checklistItem } from './technology/checklist-item';
import { connection } from './technology/connection';
import { healthCheck } from './technology/health-check';
import { healthCheckItem } from './technology/health-check-item';
import { importRecord } from './technology/import';
import { incident } from './technology/incident';
import { overlapDecision } from './technology/overlap-decision';
import { reconciliationCase } from './technology/reconciliation-case';
import { toolCandidate } from './technology/tool-candidate';
import { toolEvaluation } from './technology/tool-evaluation';
import { customFieldName, customFieldOf, readCustomField } from './custom-field';
import type { FieldDefinition, KindDefinition } from './definition';

const ownKinds: readonly KindDefinition[] = [
  client,
  program,
  connection,
  teamMember,
  company,
  partner,
  partnership,
  partnershipFile,
  match,
  contact,
  goal,
  clientTotal,
  commitment,
  note,
  review,
  view,
  reviewDraft,
  weeklyNote,
  task,
  request,
  meeting,
  approval,
  engagement,
  assignment,
  strategy,
  priority,
  competitor,
  competitorSnapshot,
  trackingCheck,
  commissionStructure,
  commissionRule,
  termsVersion,
  termsAcceptance,
  partnerSite,
  developmentPlan,
  milestone,
  introduction,
  prospect,
  touch,
  outreachCampaign,
  sequence,
  sequenceStep,
  messageTemplate,
  application,
  suppression,
  interaction,
  onboardingPlan,
  onboardingItem,
  newsletter,
  campaign,
  placement,
  asset,
  assetVersion,
  distribution,
  promoCode,
  brandGuide,
  insight,
  experiment,
  experimentVariant,
  alertRule,
  alert,
  reportSchedule,
  strategySession,
  opportunity,
  decision,
  violation,
  evidence,
  complianceReview,
  regulation,
  event,
  training,
  certification,
  article,
  healthCheck,
  healthCheckItem,
  reconciliationCase,
  incident,
  toolEvaluation,
  toolCandidate,
  partnerSubtype,
  commissionType,
  violationType,
  pipelineStage,
  checklist,
  checklistItem,
  importRecord,
  attachment,
  overlapDecision,
];

/** Kinds that only a screen of their own understands have no fields that people add. */
const extensible = ownKinds.filter(({ owner, home }) => owner === 'person' && home !== 'screen');

/** Every record kind, in the order in which lists and exports name them. */
export const kinds: readonly KindDefinition[] = [
  ...ownKinds,
  customFieldOf([...extensible, partner, partnershipFile]),
];

const kindByName = new Map(kinds.map((definition) => [definition.kind, definition]));

/**
 * Takes the living custom fields of the desk, in place of those that were known: from now on `kindOf` gives every kind with
 * the fields that people added. Every process that reads records tells it what it has read.
 */
export function registerCustomFields(records: readonly DeskRecord[]): void {
  const added = new Map<string, Record<string, FieldDefinition>>();
  for (const record of [...records].sort(byOrder)) {
    const read = readCustomField(record);
    if (read === null) continue;
    const fields = added.get(read.kind) ?? {};
    fields[customFieldName(record.id)] = read.field;
    added.set(read.kind, fields);
  }
  for (const definition of kinds) {
    const fields = added.get(definition.kind);
    kindByName.set(definition.kind, fields ? withFields(definition, fields) : definition);
  }
}

function withFields(
  definition: KindDefinition,
  fields: Readonly<Record<string, FieldDefinition>>,
): KindDefinition {
  return {
    ...definition,
    fields: { ...definition.fields, ...fields },
    columns: [...definition.columns, ...Object.keys(fields)],
  };
}

function byOrder(one: DeskRecord, other: DeskRecord): number {
  const key = ({ id, values }: DeskRecord): string => {
    const order = values['order'];
    return `${typeof order === 'string' ? order : ''} ${id}`;
  };
  return key(one) < key(other) ? -1 : 1;
}

/** The definition of a kind. Throws `UNKNOWN_KIND` naming the kinds that there are. */
export function kindOf(kind: string): KindDefinition {
  const definition = kindByName.get(kind);
  if (!definition) {
    const known = kinds.map((each) => each.kind).join(', ');
    throw new DeskError(
      'UNKNOWN_KIND',
      `There is no kind of record '${kind}'. There are: ${known}.`,
    );
  }
  return definition;
}

/** The definition of a kind that people write. Throws `NETWORK_OWNED` for one that only a sync writes. */
export function personKindOf(kind: string): KindDefinition {
  const definition = kindOf(kind);
  if (definition.owner === 'network') {
    throw new DeskError(
      'NETWORK_OWNED',
      `${definition.plural} come from the networks and change only by a sync.`,
    );
  }
  return definition;
}
