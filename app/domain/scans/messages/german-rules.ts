import { rule, type MessageRule } from './message-rule.ts';

export const germanRules: readonly MessageRule[] = [
  rule('announced', /\b(retouren?|rücksende)-?(label|schein|etikett)/, { leg: null }),
  rule(
    'returned',
    /\ban (den )?(absender|versender) (zurück)?(zugestellt|übergeben|ausgeliefert|ausgehändigt)|rücksendung (wurde )?(zugestellt|abgeschlossen)/,
    {
      unless: /\b(wird|werden|nicht)\b/,
    },
  ),
  rule(
    'returning',
    /\bzurück (an|zum) (den )?(absender|versender)|rücksendung|rückversand|zurückgesandt|zurückgesendet|geht zurück|retour(e|niert)?\b.{0,20}(absender|versender)/,
    {
      unless: /\b(falls|sonst|andernfalls|ansonsten)\b/,
    },
  ),
  rule('moving', /\b(sendung|paket).{0,20}(wieder ?gefunden|aufgefunden|wieder aufgetaucht)/),
  rule('lost', /\bverloren|abhanden gekommen|verlust\b|verschollen|nicht (mehr )?auffindbar/, {
    unless: /\b(nicht|kein) (verloren|verlust)|adresse.{0,30}auffindbar/,
  }),
  rule('lost', /\b(vernichtet|zerstört|entsorgt)\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\bzoll\w*.{0,30}(freigegeben|abgeschlossen|erledigt|beendet)|vom zoll freigegeben|\bverzollt\b|verzollung (abgeschlossen|erfolgt)/,
    {
      unless: /\b(noch nicht|nicht|wartet|sobald|un)\b/,
    },
  ),
  rule(
    'customs-held',
    /\b(zollgebühr\w*|zölle|einfuhrabgaben|einfuhrumsatzsteuer|abgaben|zollabgaben)\b.{0,40}(offen|unbezahlt|nicht bezahlt|ausstehend|fällig|zu zahlen|erforderlich)/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\b(zoll|verzollung)\w*.{0,50}(unterlagen|dokumente|rechnung|angaben|informationen)|(handelsrechnung|zollinhaltserklärung|zollunterlagen).{0,20}(fehlt|fehlen|unvollständig)/,
    {
      reason: 'customs_documentation',
    },
  ),
  rule('customs-held', /\bzoll\w*.{0,30}(beschau|prüf|kontroll|untersuch)/, {
    reason: 'customs_inspection',
  }),
  rule('customs-held', /\b(beschlagnahmt|einfuhrverbot|einfuhr verboten|verbotene ware)/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\bzoll\w*.{0,30}(angehalten|zurückgehalten|einbehalten|verzöger|festgehalten)|(angehalten|zurückgehalten|einbehalten|festgehalten|verzögerung).{0,20}\bzoll/,
    {
      reason: 'customs_delay',
      unless: /\bnicht mehr\b/,
    },
  ),
  rule('customs', /\b(ver)?zoll(ung|amt|abfertigung|behandlung|lich\w*)?\b|\bzoll/),
  rule(
    'refused',
    /\bannahme.{0,20}(verweigert|abgelehnt)|\b(empfänger|kunde).{0,20}(verweigert|abgelehnt|lehnt)/,
  ),
  rule('cancelled', /\b(storniert|stornierung)\b/),
  rule('address-problem', /\bempfänger (ist )?(unbekannt )?verzogen/, {
    reason: 'recipient_moved',
  }),
  rule(
    'address-problem',
    /\b(adresse|anschrift|hausnummer|empfänger)\b.{0,30}(falsch|unvollständig|unbekannt|fehlerhaft|nicht (auffindbar|gefunden|ermittelbar)|unzureichend|ungültig)|\b(falsche|unvollständige|fehlerhafte|unzureichende) (adresse|anschrift)/,
  ),
  rule(
    'attempt-failed',
    /\b(empfänger|niemand|kunde)\b.{0,25}(nicht (angetroffen|zu ?hause|anwesend|da)|angetroffen|abwesend)|nicht angetroffen/,
    {
      party: 'buyer',
      reason: 'consignee_not_available',
      unless: /nachbar|ablageort|briefkasten/,
    },
  ),
  rule('attempt-failed', /\b(geschäft|firma|büro|betrieb)\w* (war |ist )?geschlossen/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /\bnicht abgeholt|lagerfrist (ist )?abgelaufen/, { party: 'buyer' }),
  rule('damaged', /\bbeschädig/, {
    unless: /\b(un|nicht |keine )beschädig|neu verpackt|umverpackt/,
  }),
  rule(
    'attempt-failed',
    /\b(nicht (zugestellt|zustellbar|ausgeliefert)|unzustellbar|zustellung.{0,20}(nicht möglich|erfolglos|fehlgeschlagen|gescheitert)|zustellversuch.{0,25}(erfolglos|fehlgeschlagen)|(erfolgloser?|vergeblicher?) (zustell|versuch)|benachrichtigungskarte)/,
  ),
  rule('attempt-failed', /\bzustellversuch/, {
    unless: /\b(geplant|wird|nächster|weiterer|neuer)\b/,
  }),
  rule('delayed', /\b(unwetter|wetter|sturm|schnee|hochwasser)/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(streik|höhere gewalt)/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(fehlgeleitet|fehlsortiert|falsch sortiert|irrläufer)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\b(verzöger|verspät|später als)/, {
    reason: 'carrier_delay',
    unless: /\b(ohne|keine) verzöger/,
  }),
  rule(
    'ready-for-pickup',
    /\babhol(bereit|ung bereit)|(zur|bereit zur) abholung|kann .{0,30}abgeholt werden|liegt .{0,30}(bereit|abholung)|\b(in|an) (der|die|den|einem?|einer) (packstation|paketshop|abholstation|filiale)\b.{0,20}(eingestellt|hinterlegt|zugestellt|gebracht|geliefert)/,
  ),
  rule('held', /\b(angehalten|zurückgehalten|gestoppt|einbehalten)\b/),
  rule(
    'out-for-delivery',
    /\b(in (der )?(zustellung|auslieferung)|zustellfahrzeug|wird (heute )?(zugestellt|ausgeliefert)|zusteller.{0,20}(unterwegs|übergeben)|auf dem weg zu (ihnen|dir|m empfänger))/,
    {
      unless: /\bnicht\b/,
    },
  ),
  rule(
    'delivered',
    /\b(zugestellt|ausgeliefert|ausgehändigt|zustellung (erfolgreich|erfolgt)|geliefert|an den empfänger übergeben)\b/,
    {
      unless:
        /\b(nicht (zugestellt|ausgeliefert|ausgehändigt|geliefert)|noch|wird|werden|sobald|kann|konnte|soll)\b/,
    },
  ),
  rule(
    'announced',
    /\b(auftragsdaten|sendungsdaten|elektronisch (an)?(gekündigt|übermittelt)|angekündigt|versandetikett|versandschein|avisiert|erfasst|daten.{0,20}(übermittelt|empfangen))/,
  ),
  rule('picked-up', /\b(abgeholt|eingeliefert|aufgegeben|übernommen|angenommen)\b/, {
    unless: /\b(wird|nicht)\b/,
  }),
  rule('moving', /\b(export|ausfuhr)/, { leg: 'export' }),
  rule('moving', /\b(zielland|bestimmungsland|import)/, { leg: 'import' }),
  rule(
    'moving',
    /\b(zustell(ung|versuch).{0,12}geplant|zustellbasis|zustelldepot|zustellzentrum|ziel-?paketzentrum|region des empfängers)/,
    { leg: 'last-mile' },
  ),
  rule(
    'moving',
    /\b(bearbeitet|unterwegs|weitergeleitet|angekommen|eingetroffen|verlassen|transport\w*|sortiert|paketzentrum|verladen|umgeleitet|weitertransport|abgegangen|eingegangen)\b/,
  ),
  rule('problem', /\b(problem|störung|unregelmäßigkeit|nachforschung)/),
];
