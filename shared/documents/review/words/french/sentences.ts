import type { Piece } from '../../../model';
import type { Words } from '../english';
import { sentence, type Move } from '../pieces';

/** `a progressé de 12,3 %`, `a reculé de 4,0 %` or `est resté stable`. */
export function moved({ direction, by }: Move): string {
  if (direction === 'level') return 'est resté stable';
  return `a ${direction === 'up' ? 'progressé' : 'reculé'} de ${by}`;
}

/** The same of several, in the feminine or the masculine. */
export function movedMany({ direction, by }: Move, stable: 'stables'): string {
  if (direction === 'level') return `sont restés ${stable}`;
  return `ont ${direction === 'up' ? 'progressé' : 'reculé'} de ${by}`;
}

const points = (count: number, kind: 'fort' | 'de vigilance'): string => {
  const many = kind === 'fort' ? 'points forts' : 'points de vigilance';
  return `${String(count)} ${count < 2 ? `point ${kind}` : many}`;
};

const orders =
  (noun: string, level: string, value: string) =>
  (move: Move, count: Piece, before: string, valueMove: Move, alike: boolean): Piece[] =>
    sentence`${noun} ${move.direction === 'level' ? level : movedMany(move, 'stables')} par rapport à ${before}, pour atteindre ${count}, ${alike ? 'et' : 'tandis que'} ${value} ${moved(valueMove)}.`;

/** Sentences that the rules write from rows. */
export const sentences: Pick<Words, 'sentences' | 'outlook'> = {
  sentences: {
    revenueSoFar: (amount) =>
      sentence`Le chiffre d’affaires suivi atteint à ce jour ${amount}\u00A0; la période n’est pas terminée.`,
    against: (change, name) => `${change} par rapport à ${name}`,
    revenue: (amount, against) =>
      against === ''
        ? sentence`Le chiffre d’affaires suivi s’élève à ${amount}.`
        : sentence`Le chiffre d’affaires suivi s’élève à ${amount}\u00A0: ${against}.`,
    orders: {
      retail: orders('Les commandes', 'sont restées stables', 'le panier moyen'),
      b2b: orders('Les paiements', 'sont restés stables', 'le paiement moyen'),
    },
    mix: (gained, lost, before) => {
      if (gained === null)
        return lost === null
          ? []
          : sentence`Le plus fort recul vient des partenaires de type ${lost.type}\u00A0: ${lost.amount} par rapport à ${before}.`;
      return lost === null
        ? sentence`La plus forte hausse vient des partenaires de type ${gained.type}\u00A0: ${gained.amount} par rapport à ${before}.`
        : sentence`La plus forte hausse vient des partenaires de type ${gained.type} (${gained.amount}), le plus fort recul du type ${lost.type} (${lost.amount}), par rapport à ${before}.`;
    },
    concentration: (partners, topTen, largest, share) =>
      topTen === null
        ? sentence`Parmi ${partners}, le premier, ${largest}, apporte ${share}.`
        : sentence`Les dix premiers parmi ${partners} apportent ${topTen} du chiffre d’affaires\u00A0; le premier, ${largest}, ${share}.`,
    validation: (validated, pending, reversed) =>
      reversed === null
        ? sentence`${validated} sont validés et ${pending} du montant suivi restent en attente.`
        : sentence`${validated} sont validés et ${pending} du montant suivi restent en attente\u00A0; ${reversed} du montant tranché a été refusé.`,
    share: (share, all) =>
      sentence`${all ? 'Les ventes affiliées représentent' : 'Les ventes de ces programmes représentent'} ${share} des ventes totales du client.`,
  },
  outlook: {
    wins: 'Points forts',
    risks: 'Points de vigilance',
    title: (wins, risks) =>
      wins > 0 && risks > 0
        ? `${points(wins, 'fort')}, ${points(risks, 'de vigilance')}`
        : wins > 0
          ? points(wins, 'fort')
          : points(risks, 'de vigilance'),
    basis: 'Rédigé à partir des chiffres de ce rapport, relu et modifié par l’agence',
    goalMet: (goal, against) =>
      sentence`Objectif atteint\u00A0: ${goal}, ${against} par rapport à la cible.`,
    goalMissed: (goal, against) =>
      sentence`Objectif manqué\u00A0: ${goal}, ${against} par rapport à la cible.`,
    grew: (currency, share, name) =>
      sentence`Le chiffre d’affaires en ${currency} dépasse de ${share} celui de ${name}.`,
    newcomers: (partners, count, amount) =>
      sentence`${partners} ${count === 1 ? 'a vendu pour la première fois et apporte' : 'ont vendu pour la première fois et apportent'} ${amount}.`,
    dependent: (name, share, currency) =>
      sentence`${name} apporte à lui seul ${share} du chiffre d’affaires en ${currency}.`,
    concentrated: (top, currency, index) =>
      sentence`Dix partenaires apportent ${top} du chiffre d’affaires en ${currency} (indice de Herfindahl\u00A0: ${index}).`,
    fell: (type, by, amount) =>
      sentence`Les partenaires de type ${type} reculent de ${by}, soit ${amount}.`,
    reversed: (rate, currency, earlier, name) =>
      sentence`Le taux d’annulation en ${currency} atteint ${rate}, contre ${earlier} pour ${name}.`,
    oldPending: (amount) =>
      sentence`${amount} de commission sont en attente depuis plus de 90 jours.`,
  },
};
