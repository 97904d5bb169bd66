import type { Words } from '../english';

type FrameWords = Pick<
  Words,
  | 'title'
  | 'subject'
  | 'footer'
  | 'sampleMark'
  | 'notAvailable'
  | 'noPartner'
  | 'allOthers'
  | 'periodBefore'
  | 'versus'
  | 'labelled'
  | 'pageOf'
  | 'appendixOf'
  | 'source'
  | 'comment'
  | 'basis'
  | 'slots'
  | 'tokens'
  | 'sections'
  | 'nothing'
>;

/** Words of the whole document, and the names of its sections. */
export const frame: FrameWords = {
  title: (client, period) => `${client} – bilan trimestriel ${period}`,
  subject: (days) => `Programmes d’affiliation, ${days}`,
  footer: (client, period) => `${client} · Bilan trimestriel · ${period}`,
  sampleMark: 'Données d’exemple',
  notAvailable: 'n.d.',
  noPartner: 'Partenaire non précisé',
  allOthers: 'Tous les autres',
  periodBefore: 'la période précédente',
  versus: (period) => `vs ${period}`,
  labelled: (label, text) => `${label}\u00A0: ${text}`,
  pageOf: (page, pages) => `${page}\u00A0sur\u00A0${pages}`,
  appendixOf: (part) => `Annexe · ${part}`,
  source: (networks, day) => `Source\u00A0: ${networks}, lu le ${day}`,
  comment: (section) => `${section}\u00A0: notre lecture`,
  basis: {
    transactionDate: 'À la date de transaction',
    tracked: 'suivi = en attente + validé',
    dashed: 'en pointillé\u00A0: incomplet',
    unknown: '– signifie inconnu, pas zéro',
    notCompared: 'la période n’est pas terminée, donc sans comparaison',
    types: 'types selon le classement des réseaux et de l’agence',
    restInAppendix: 'tous les partenaires en annexe',
    allSelling: 'tous les partenaires ayant vendu',
  },
  slots: {
    summary: (model, currency) =>
      `Ce qui s’est passé${model === '' ? '' : `, ${model}`}, ${currency}`,
    comment: 'Commentaire',
    title: 'Titre',
  },
  /** Figures in sentences that are no metric of their own. */
  tokens: {
    'validated-revenue': 'Chiffre d’affaires validé',
    'pending-share': 'Part encore en attente',
    'top-ten-share': 'Part des dix premiers partenaires',
    'largest-share': 'Part du premier partenaire',
    shareOfSales: 'Part des ventes du client',
    'revenue-change': 'Évolution du chiffre d’affaires',
    'revenue-on-year': 'Croissance sur un an',
    'revenue-on-quarter': 'Croissance sur un trimestre',
    'newcomer-revenue': 'Chiffre d’affaires des nouveaux vendeurs',
    'pending-over-90': 'Commission en attente depuis plus de 90 jours',
  },
  sections: {
    cover: 'Couverture',
    summary: 'Synthèse',
    scorecard: 'Objectifs',
    trend: 'Tendance',
    comparison: 'Face aux trimestres précédents',
    share: 'Part des ventes et nouveaux clients',
    partners: 'Partenaires',
    recruits: 'Nouveaux partenaires',
    campaigns: 'Campagnes et emplacements',
    tests: 'Tests',
    validation: 'Validation et dette',
    compliance: 'Conformité',
    market: 'Concurrence et marché',
    commitments: 'Engagements',
    outlook: 'Points forts et vigilance',
    plan: 'Plan',
    decisions: 'Décisions',
    appendix: 'Annexe',
  },
  nothing: {
    cover: '',
    summary: 'Aucun chiffre connu sur la période.',
    scorecard: 'Aucun chiffre connu sur la période.',
    trend: 'Aucun chiffre connu sur la période.',
    comparison: 'Aucun chiffre connu sur la période.',
    share:
      'Les réseaux n’indiquent pas quels clients sont nouveaux, et les totaux du client ne sont pas enregistrés.',
    partners: 'Aucun partenaire n’a vendu sur la période.',
    recruits: 'Aucun partenaire n’a rejoint le programme ni vendu pour la première fois.',
    campaigns: 'Aucune campagne ni emplacement enregistré pour la période, et rien n’a été rédigé.',
    tests: 'Aucun test enregistré pour la période, et rien n’a été rédigé.',
    validation: 'Aucune transaction connue sur la période.',
    compliance: 'Aucun contrôle ni infraction enregistré pour la période, et rien n’a été rédigé.',
    market: 'Aucune observation de concurrent enregistrée pour la période, et rien n’a été rédigé.',
    commitments: 'Aucun engagement n’était échu ou en cours sur la période.',
    outlook: 'Les chiffres ne montrent rien de notable, et rien n’a été rédigé.',
    plan: 'Aucun objectif, engagement ni campagne enregistré pour la période suivante.',
    decisions: 'Aucune décision n’est demandée, et le client n’a aucun engagement en cours.',
    appendix: 'Aucun chiffre connu sur la période.',
  },
};
