import type { Words } from '../english';

/** Ce que l’agence a enregistré elle-même. */
export const work: Words['work'] = {
  source: 'Source\u00A0: données enregistrées par l’agence',
  open: 'En cours',
  yes: 'Oui',
  no: 'Non',
  campaigns: {
    both: (campaigns, placements) => `${campaigns}, ${placements}`,
    title: (campaigns, count) =>
      `${campaigns} ${count < 2 ? 'menée' : 'menées'} pendant la période`,
    placements: (placements, count, paid, judged) =>
      `${placements} ${count < 2 ? 'réservé' : 'réservés'}${judged === 0 ? '' : `\u00A0; ${String(paid)} sur ${String(judged)} évalués ${paid < 2 ? 'rentable' : 'rentables'}`}`,
    basis: (period) =>
      `Ce qui courait un jour de ${period}\u00A0; ventes telles qu’enregistrées avec la campagne ou l’emplacement`,
    columns: {
      campaign: 'Campagne',
      placement: 'Emplacement',
      days: 'Jours',
      budget: 'Budget',
      offer: 'Offre',
      spent: 'Dépensé',
      sales: 'Ventes',
      result: 'Résultat',
      fee: 'Frais',
      orders: 'Cmd.',
      salesPerFee: 'Ventes ÷ frais',
      verdict: 'Verdict',
    },
    verdicts: {
      'paid-back': 'Rentable',
      'not-paid-back': 'Non rentable',
      unclear: 'Incertain',
    },
  },
  plan: {
    campaigns: (campaigns, count, period) =>
      `${campaigns} ${count < 2 ? 'prévue' : 'prévues'} pour ${period}`,
  },
  tests: {
    title: (tests, count, decided) =>
      decided === count
        ? `${tests}, ${count < 2 ? 'tranché' : 'tous tranchés'}`
        : `${tests}\u00A0; ${decided === 0 ? 'aucun tranché' : `${String(decided)} ${decided < 2 ? 'tranché' : 'tranchés'}`} à ce jour`,
    basis:
      'Niveau de preuve\u00A0: A répartition aléatoire, B semaines alternées, C partenaires comparables, D avant et après',
    hypothesis: 'Hypothèse',
    result: 'Résultat',
    conclusion: 'Conclusion',
    grade: (grade) => `Niveau ${grade}`,
    verdicts: {
      better: 'Meilleur',
      worse: 'Moins bon',
      'no-difference': 'Pas d’écart',
      'not-conclusive': 'Non concluant',
    },
  },
  compliance: {
    title: (violations, found, closed, open) =>
      `${violations} ${found < 2 ? 'constatée' : 'constatées'} pendant la période, ${String(closed)} ${closed < 2 ? 'close' : 'closes'}, ${String(open)} en cours à la fin`,
    clean: 'Aucune infraction constatée pendant la période',
    cleanOf: (partners) => `Aucune infraction\u00A0; ${partners} contrôlés`,
    basis:
      'Constatées et closes pendant la période, en cours à sa fin\u00A0; jours du constat à la clôture, médiane',
    checked: 'Partenaires contrôlés',
    type: 'Infraction',
    found: 'Constatées',
    closed: 'Closes',
    open: 'En cours',
    days: 'Jours de clôture',
    severities: { s1: 'Graves', s2: 'Sérieuses', s3: 'Mineures' },
  },
  market: {
    title: (competitors, count, changed) =>
      `${competitors} ${count < 2 ? 'observé' : 'observés'}\u00A0; ${changed === 0 ? 'aucune offre modifiée' : `${String(changed)} ${changed < 2 ? 'offre modifiée' : 'offres modifiées'}`}`,
    basis: 'La dernière observation de chaque concurrent dans la période, à côté de la précédente',
    first: 'Première observation',
    unchanged: (day) => `Comme le ${day}`,
    was: (offer, day) => `${offer} (${day})`,
    columns: {
      competitor: 'Concurrent',
      network: 'Réseau',
      offer: 'Offre aux partenaires',
      seenOn: 'Vu le',
      before: 'Avant',
    },
  },
  decisions: {
    both: (decisions, commitments, client) =>
      `${decisions} et ${commitments} attendus de ${client}`,
    title: (decisions, count, client) =>
      `${decisions} ${count < 2 ? 'attendue' : 'attendues'} de ${client}`,
    columns: { decision: 'Décision', options: 'Options', neededBy: 'Avant le' },
  },
};
