import type { Words } from '../english';

type ActionWords = Pick<
  Words,
  | 'validation'
  | 'liability'
  | 'reversals'
  | 'recruits'
  | 'commitments'
  | 'plan'
  | 'decisions'
  | 'written'
  | 'coverage'
>;

/** What is validated, promised and planned: titles, columns, notes. */
export const actions: ActionWords = {
  validation: {
    approved: 'Validé',
    tracked: 'Suivi',
    chart: 'Répartition du montant par statut',
    reversals: 'Taux d’annulation par trimestre',
    nothing: (currency) => `Rien n’a été suivi en ${currency}`,
    title: (share, currency, reversed) =>
      `${share} du chiffre d’affaires suivi en ${currency} sont validés${reversed === null ? '' : `, ${reversed} du montant tranché refusés`}`,
    basis: {
      retail:
        'À la date de transaction · taux d’annulation = refusé ÷ (validé + refusé) en montant\u00A0; les commandes récentes ne sont pas encore tranchées',
      b2b: 'À la date de transaction · taux d’annulation = refusé ÷ (validé + refusé) en montant\u00A0; les paiements récents ne sont pas encore tranchés',
    },
    basisWithoutDeclined: 'À la date de transaction · le réseau ne connaît pas de paiement refusé',
  },
  liability: {
    title: (amount) => `Environ ${amount} de commission restent à payer`,
    pending: (amount) => `${amount} de commission restent en attente`,
    pendingCard: 'Commission en attente',
    approvalCard: 'Validation attendue',
    approvalNote: 'Du montant tranché lors des trimestres plus anciens',
    neverDeclined: 'Le réseau ne refuse aucun paiement',
    unpaidCard: 'Validé, non payé',
    paidUnknown: 'Le réseau n’indique pas ce qui est payé',
    owedCard: 'Dette attendue',
    byAge: 'En attente selon l’ancienneté',
    age: 'Ancienneté',
    ages: {
      '0-30': '0–30 jours',
      '31-60': '31–60 jours',
      '61-90': '61–90 jours',
      '91+': 'Plus de 90 jours',
    },
    allPending: 'Total en attente',
    basis: (day) =>
      `Transactions jusqu’à la fin de la période, ancienneté au ${day} · dette = en attente × validation attendue + validé non payé`,
  },
  reversals: {
    title: (reason, share, currency) =>
      `«\u00A0${reason}\u00A0» explique ${share} du montant refusé en ${currency}`,
    chart: (currency) => `Montant refusé par motif, ${currency}`,
    reason: 'Motif indiqué par le réseau',
    none: 'Sans motif',
    all: 'Total refusé',
    basis: 'À la date de transaction · commandes refusées de la période, motifs du réseau',
  },
  recruits: {
    title: (partners, count, share) =>
      `${partners} ${count === 1 ? 'a rejoint' : 'ont rejoint'} le programme\u00A0; ${share} ont vendu sous 30 jours`,
    joined: 'Inscrits',
    within30: 'Vente sous 30 jours',
    within60: 'Vente sous 60 jours',
    ofJoined: (joined) => `sur ${joined} inscrits`,
    notOver: 'Le délai des plus récents court encore',
    byMonth: 'Par mois d’inscription',
    month: 'Mois',
    basis: 'Inscription selon le réseau · première vente en attente ou validée',
    star: (day) => `* délai non écoulé au ${day}`,
    newcomers: (partners, count, amount) =>
      `${partners} ${count === 1 ? 'a vendu pour la première fois et apporte' : 'ont vendu pour la première fois et apportent'} ${amount}`,
    firstSale: '1re vente',
    firstBasis: (since, period) =>
      `La première vente connue depuis le ${since} tombe dans ${period} · suivi = en attente + validé`,
  },
  commitments: {
    agency: 'Agence',
    source: 'Source\u00A0: engagements enregistrés par l’agence',
    basis: 'Échus pendant la période, ou pris pendant celle-ci et en cours',
    running: (commitments) => `${commitments} en cours, aucune échéance atteinte`,
    title: (delivered, due, unjudged, all) => {
      if (unjudged === all) return `${due}, sans verdict pour l’instant`;
      const kept =
        delivered > 0
          ? `${String(delivered)} sur ${due} ${delivered < 2 ? 'a été tenu' : 'ont été tenus'}`
          : all === 1
            ? 'L’engagement échu n’a pas été tenu'
            : `Aucun des ${due} n’a été tenu`;
      return `${kept}${unjudged > 0 ? `\u00A0; ${String(unjudged)} sans verdict` : ''}`;
    },
    measure: (name, from, to) =>
      [name, [from === null ? '' : `de ${from}`, to === null ? '' : `à ${to}`].join(' ').trim()]
        .filter((part) => part !== '')
        .join(', '),
    columns: {
      who: 'Qui',
      promise: 'Engagement',
      due: 'Échéance',
      measure: 'Mesure',
      verdict: 'Verdict',
      evidence: 'Preuve',
    },
    verdicts: {
      delivered: 'Tenu',
      partly: 'En partie',
      not: 'Non tenu',
      'not-verifiable': 'Invérifiable',
    },
    notJudged: 'Sans verdict',
    stillRunning: 'En cours',
    noMeasure: 'aucune convenue',
  },
  plan: {
    priorities: 'Priorités',
    title: (period) => `Ce que nous prévoyons pour ${period}`,
    goals: (goals, period) => `${goals} pour ${period}`,
    commitments: (commitments) => `${commitments} en cours, avec responsable et date`,
    both: (goals, commitments, period) => `${goals} et ${commitments} pour ${period}`,
    source: 'Source\u00A0: objectifs et engagements enregistrés par l’agence',
    basis: (period) => `Période suivante\u00A0: ${period}`,
  },
  decisions: {
    title: 'Les décisions que nous attendons de vous',
    open: (commitments, client) => `${commitments} de ${client} encore en cours`,
    basis: 'Pas tranché, ou promis et sans verdict, à la rédaction',
  },
  written: { source: 'Rédigé par l’agence' },
  coverage: {
    complete: (assumed) =>
      `Toutes les sources ont été lues pour tous les jours de la période${assumed ? '\u00A0; certains chiffres reposent sur une hypothèse' : ''}`,
    open: (programs, count) =>
      `${programs} ${count === 1 ? 'présente' : 'présentent'} des lacunes dans les données des sources`,
    columns: {
      program: 'Programme',
      source: 'Source',
      figures: 'Indicateurs',
      days: 'Période',
      state: 'État',
      note: 'Remarque',
    },
    states: {
      complete: 'Complet',
      partial: 'Partiel',
      'not-offered': 'Non fourni',
      failed: 'Échec',
      assumed: 'Supposé',
    },
    others: (count) => `tous les autres (${count} indicateurs)`,
    source: 'Source\u00A0: réponses des réseaux lors des lectures',
    basis: (day) => `Lu le ${day}`,
  },
};
