import { rule, type MessageRule } from './message-rule.ts';

export const frenchRules: readonly MessageRule[] = [
  rule('announced', /\bétiquette de? retour/, { leg: null }),
  rule(
    'returned',
    /\b(livré|remis|restitué|distribué)e?s? (à|a) l'?expéditeur|retour (livré|terminé|effectué)/,
  ),
  rule(
    'returning',
    /\bretour(né)?e? ?(à|vers|chez) (l'? ?)?(expéditeur|envoyeur)|retour en cours|en retour\b|renvoyée? (à|vers)|réexpédiée? (à|vers) l'? ?expéditeur/,
    {
      unless: /\b(sinon|à défaut|si )/,
    },
  ),
  rule('moving', /\b(colis|envoi) (a été )?retrouvée?/),
  rule('lost', /\b(perdue?|égarée?|introuvable|perte)\b/, {
    unless: /\b(n'est pas|pas|jamais) (été )?(perdu|égaré)|adresse.{0,20}introuvable/,
  }),
  rule('lost', /\bdétruite?\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\b(dédouanée?s?|dédouanement.{0,20}(terminé|effectué|achevé)|(libéré|sorti|passé)e?\b.{0,20}\bdouan|formalités douanières.{0,20}(terminées|accomplies))/,
    {
      unless: /\b(pas|attente|en cours|avant)\b/,
    },
  ),
  rule(
    'customs-held',
    /\b(droits|taxes?|frais de douane|tva)\b.{0,40}(impayé|non payé|à payer|dus?\b|à régler|en attente)|attente.{0,20}paiement.{0,20}(droits|taxes?|douane)/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\b(douan\w*|dédouanement)\b.{0,50}(documents?|facture|informations?)|(facture commerciale|documents? douan\w*).{0,20}(manqu|absent|incompl)/,
    {
      reason: 'customs_documentation',
    },
  ),
  rule(
    'customs-held',
    /\b(contrôle|inspection|vérification)\b.{0,20}(douan)|douane.{0,20}(contrôle|inspect)/,
    { reason: 'customs_inspection' },
  ),
  rule(
    'customs-held',
    /\b(saisie? par|saisi en|marchandises? (prohibée?|interdite?)s?|interdits? à l'importation)/,
    { reason: 'customs_prohibited' },
  ),
  rule(
    'customs-held',
    /\b(retenue?|bloquée?|retardée?)\b.{0,25}douan|douan\w*.{0,25}(retenu|bloqu|retard)/,
    { reason: 'customs_delay', unless: /\bn'est plus\b/ },
  ),
  rule('customs', /\b(douan|dédouanement)/),
  rule('refused', /\b(refusée?|refus)\b/, { unless: /\bpas (été )?refus/ }),
  rule('cancelled', /\bannul(é|ation)/),
  rule('address-problem', /\b(n'habite (pas|plus)|destinataire.{0,12}(déménagé|parti))/, {
    reason: 'recipient_moved',
  }),
  rule(
    'address-problem',
    /\b(adresse|destinataire)\b.{0,30}(incorrect|incompl|inconnu|erroné|insuffisant|introuvable|inexact)|erreur d'? ?adress|(mauvaise|défaut d') ?adress/,
  ),
  rule(
    'attempt-failed',
    /\b(destinataire|client|personne).{0,15}\b(absente?|indisponible|non disponible)|\babsence du destinataire/,
    {
      party: 'buyer',
      reason: 'consignee_not_available',
      unless: /voisin|gardien|boîte aux lettres/,
    },
  ),
  rule('attempt-failed', /\b(entreprise|magasin|bureau|commerce|société)\b.{0,15}fermée?/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /\bnon (réclamé|retiré)|délai (de garde|de retrait) (dépassé|expiré)/, {
    party: 'buyer',
  }),
  rule('damaged', /\b(endommagée?|abîmée?|avarié|détérioré|casse)\b/, {
    unless: /\b(pas|non) endommag|reconditionné/,
  }),
  rule(
    'attempt-failed',
    /\b(non (livré|distribué|remis)|(n'a|pas) pu être (livré|distribué|remis)|échec.{0,15}(livraison|distribution|remise)|(livraison|distribution) (impossible|non effectuée|échouée|infructueuse)|avis de passage|tentative de (livraison|distribution))/,
    {
      unless: /\b(prochaine|nouvelle|prévue|programmée)\b/,
    },
  ),
  rule('delayed', /\b(intempéries?|météo\w*|neige|tempête|inondation)/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(grève|force majeure)/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(erreur de tri|mal (trié|orienté|acheminé)|fausse direction)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\b(retard\w*|retardé|différée?|reportée?)\b/, {
    reason: 'carrier_delay',
    unless: /\bsans retard/,
  }),
  rule(
    'ready-for-pickup',
    /\b(à disposition|disponible|vous attend|prêt)\b.{0,40}(retrait|point|bureau|relais|être retiré|consigne|guichet)|\b(livré|déposé|arrivé)e? (en|au|dans (un|votre|le)) (point (de )?(retrait|relais)|relais|consigne)/,
  ),
  rule('held', /\b(en attente|retenue?|mis en instance|en instance|bloquée?|suspendue?)\b/),
  rule(
    'out-for-delivery',
    /\b(en (cours de )?(livraison|distribution)|en tournée|sortie? pour (la )?livraison|livreur.{0,20}(route|chemin)|pris en charge par (le|votre) (livreur|facteur)|sera livrée? (aujourd'hui|ce jour))/,
    {
      unless: /\b(site|centre|agence) de (livraison|distribution)/,
    },
  ),
  rule(
    'delivered',
    /\b(livrée?|distribuée?|remise? (au|à (la|une?|l'|son|votre|au)) ?(destinataire|gardien|voisin|client|boîte)|livraison (effectuée|réussie)|signature.{0,25}(enregistrée|disponible))\b/,
    {
      unless: /\b(pas|non|sera|être|avant|bientôt|prochainement)\b/,
    },
  ),
  rule(
    'announced',
    /\b(étiquette|reçu l'information|pré-?annonc|annoncée?|informations?.{0,30}(reçue|transmise)|données.{0,20}(reçue|transmise)|en (cours de )?préparation|chez votre expéditeur|va bientôt nous être confié)/,
  ),
  rule(
    'picked-up',
    /\b(prise? en charge|déposée?|ramassée?|collectée?|accepté|confiée?|entre nos mains|enlèvement)\b/,
    { unless: /\b(sera|va|pas)\b/ },
  ),
  rule('moving', /\b(export|territoire d'expédition|pays d'origine)/, { leg: 'export' }),
  rule('moving', /\b(pays (du |de )?destinat|import)/, { leg: 'import' }),
  rule('moving', /\b(site|centre|agence|bureau) (de )?(livraison|distribution|distributeur)/, {
    leg: 'last-mile',
  }),
  rule(
    'moving',
    /\b(achemin\w*|en transit|en route|en chemin|arrivée?|partie?|départ|traitée?|triée?|expédiée?|transféré|réachemin|plateforme|scanné|quitté|quai)\b/,
  ),
  rule('problem', /\b(incident|anomalie|problème|enquête|litige)/),
];
