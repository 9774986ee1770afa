import { rule, type MessageRule } from './message-rule.ts';

export const dutchRules: readonly MessageRule[] = [
  rule('announced', /\bretour(label|etiket)/, { leg: null }),
  rule(
    'returned',
    /\b(bezorgd|afgeleverd|teruggegeven) (bij|aan) (de )?(afzender|verzender)|retour(zending)? (is )?(bezorgd|afgerond)/,
  ),
  rule(
    'returning',
    /\b(retour|terug(gestuurd|gezonden)?)\b.{0,20}(naar )?(de )?(afzender|verzender)|retourzending|(wordt|gaat) (terug|retour)/,
    { unless: /\banders\b/ },
  ),
  rule('moving', /\b(pakket|zending) (is )?(terug)?gevonden/),
  rule('lost', /\b(verloren|kwijt|zoekgeraakt|vermist|vermissing)\b/, {
    unless: /\b(niet|nicht) (verloren|kwijt|vermist)/,
  }),
  rule('lost', /\bvernietigd\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\b(ingeklaard|uitgeklaard|vrijgegeven.{0,20}douane|douane.{0,30}(vrijgegeven|afgerond|voltooid)|inklaring.{0,15}(afgerond|voltooid))/,
    { unless: /\b(niet|wacht|nog)\b/ },
  ),
  rule(
    'customs-held',
    /\b(invoerrechten|btw|douanekosten|heffingen|inklaringskosten)\b.{0,40}(openstaand|onbetaald|niet betaald|te betalen|verschuldigd)|wacht.{0,20}betaling.{0,20}(invoerrechten|douane)/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\b(douane|inklaring)\b.{0,50}(document|factuur|informatie|gegevens)|(handelsfactuur|douanedocument\w*)\b.{0,20}(ontbre|onvolledig)/,
    { reason: 'customs_documentation' },
  ),
  rule(
    'customs-held',
    /\bdouane.{0,30}(controle|inspectie|onderzoek)|(controle|inspectie).{0,15}douane/,
    { reason: 'customs_inspection' },
  ),
  rule('customs-held', /\b(in beslag genomen|verboden goederen)\b/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\b(vastgehouden|tegengehouden|vertraging|vertraagd)\b.{0,25}douane|douane.{0,25}(vastgehouden|tegengehouden|vertra)/,
    { reason: 'customs_delay', unless: /\bniet meer|niet langer/ },
  ),
  rule('customs', /\b(douane|inklaring)/),
  rule('refused', /\bgeweigerd\b|\bweiger/),
  rule('cancelled', /\bgeannuleerd\b/),
  rule('address-problem', /\bverhuisd\b/, { reason: 'recipient_moved' }),
  rule(
    'address-problem',
    /\b(adres|ontvanger|huisnummer)\b.{0,30}(onjuist|onvolledig|onbekend|verkeerd|niet gevonden|fout)|\b(onjuist|onvolledig|verkeerd|fout) adres|adresgegevens.{0,25}(onjuist|onvolledig)/,
  ),
  rule(
    'attempt-failed',
    /\b(niet thuis|niemand (thuis|aanwezig)|ontvanger.{0,15}(afwezig|niet aanwezig))/,
    {
      party: 'buyer',
      reason: 'consignee_not_available',
      unless: /buren|buurman|buurvrouw|brievenbus/,
    },
  ),
  rule('attempt-failed', /\b(bedrijf|winkel|kantoor)\b.{0,15}gesloten/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /\bniet (opgehaald|afgehaald)\b/, { party: 'buyer' }),
  rule('damaged', /\bbeschadigd|\bschade\b/, {
    unless: /\b(niet|on)beschadigd|geen schade|opnieuw verpakt|herverpakt/,
  }),
  rule(
    'attempt-failed',
    /\b(niet (bezorgd|afgeleverd)|kon(den)? .{0,25}niet.{0,10}(bezorg|aflever)|onbestelbaar|bezorging (mislukt|niet gelukt)|(mislukte|vergeefse) bezorg|bezorgpoging)/,
    {
      unless: /\b(volgende|nieuwe|gepland)\b/,
    },
  ),
  rule('delayed', /\b(weersomstandigheden|slecht weer|storm|sneeuw|overstroming)/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(staking|overmacht)\b/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(verkeerd gesorteerd|sorteerfout|verkeerde depot)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\b(vertraging|vertraagd|later dan)\b/, {
    reason: 'carrier_delay',
    unless: /\b(geen|zonder) vertraging/,
  }),
  rule(
    'ready-for-pickup',
    /\b(klaar|gereed|ligt).{0,30}(opgehaald|afhal|ophal|af te halen|op te halen|afgehaald)|\b(op|bij|naar|in) (het|een|de) (afhaalpunt|pakketpunt|pakketautomaat|servicepunt)/,
  ),
  rule('held', /\b(vastgehouden|in de wacht|tegengehouden|aangehouden)\b/),
  rule(
    'out-for-delivery',
    /\b(bezorger is onderweg|onderweg naar (u|jou|de ontvanger)|wordt (vandaag )?bezorgd|in (de )?bezorging|uit voor (bezorging|levering))/,
    { unless: /\bniet\b/ },
  ),
  rule('delivered', /\b(bezorgd|afgeleverd|geleverd)\b/, {
    unless: /\b(niet (bezorgd|afgeleverd|geleverd)|wordt|worden|zal|nog)\b/,
  }),
  rule(
    'announced',
    /\b(aangemeld|verzendlabel|vooraanmelding|zendinggegevens|gegevens.{0,20}ontvangen|verwacht)\b/,
  ),
  rule(
    'picked-up',
    /\b(opgehaald|aangeboden|in ontvangst|ontvangen van (de )?(afzender|verzender))\b/,
    { unless: /\b(niet|wordt)\b/ },
  ),
  rule('moving', /\b(export|uitvoer)/, { leg: 'export' }),
  rule('moving', /\b(land van bestemming|invoer|import)/, { leg: 'import' }),
  rule('moving', /\b(bezorgcentrum|bezorgdepot)/, { leg: 'last-mile' }),
  rule(
    'moving',
    /\b(onderweg|gesorteerd|aangekomen|vertrokken|verwerkt|sorteercentrum|doorgestuurd|verzonden|ontvangen)\b/,
  ),
  rule('problem', /\b(probleem|onregelmatigheid|onderzoek)\b/),
];
