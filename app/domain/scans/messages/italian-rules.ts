import { rule, type MessageRule } from './message-rule.ts';

export const italianRules: readonly MessageRule[] = [
  rule('announced', /\betichetta (di|per il) (reso|ritorno)/, { leg: null }),
  rule('returned', /\b(consegnat|riconsegnat)[oa] al mittente|reso (consegnato|completato)/),
  rule(
    'returning',
    /\b(restituit[oa]|reso|rinviat[oa]|ritorno|rispedit[oa]|restituzione)\b.{0,20}al mittente|in (fase di )?restituzione|di ritorno al/,
    { unless: /\b(altrimenti|in caso contrario)\b/ },
  ),
  rule('moving', /\b(pacco|spedizione) (è stat[oa] )?(ritrovat|rintracciat)[oa]/),
  rule('lost', /\b(smarrit[oa]|smarrimento|pers[oa]|dispers[oa]|irreperibile)\b/, {
    unless:
      /\bnon (è |è stat[oa] )?(smarrit|pers)|destinatario (è )?irreperibile|indirizzo irreperibile/,
  }),
  rule('lost', /\b(distrutt[oa])\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\b(sdoganat[oa]|svincolat[oa]|sdoganamento.{0,20}(complet|conclus|terminat)|(rilasciat|liberat)[oa].{0,20}dogan)/,
    { unless: /\b(non|attesa|in corso)\b/ },
  ),
  rule(
    'customs-held',
    /\b(dazi|oneri (doganali)?|imposte|iva|tasse)\b.{0,40}(non pagat|da pagare|in sospeso|dovut|insolut)|attesa.{0,20}pagamento.{0,20}(dazi|oneri|tasse|dogan)/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\b(dogan\w*|sdoganamento)\b.{0,50}(document|fattura|informazion)|(documentazione|documenti|fattura commerciale)\b.{0,30}(dogan|mancan|incomplet)/,
    {
      reason: 'customs_documentation',
    },
  ),
  rule(
    'customs-held',
    /\b(controllo|ispezione|verifica)\b.{0,25}dogan|dogana.{0,20}(controll|ispezion)/,
    { reason: 'customs_inspection' },
  ),
  rule('customs-held', /\b(sequestrat[oa]|merce (vietata|proibita))\b/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\b(trattenut[oa]|bloccat[oa]|ferm[oa]|fermat[oa]|ritard\w+)\b.{0,25}dogan|dogan\w*.{0,25}(trattenut|bloccat|ritard|ferm)/,
    { reason: 'customs_delay', unless: /\bnon (è )?più\b/ },
  ),
  rule('customs', /\b(dogan|sdoganamento)/),
  rule('refused', /\b(rifiutat[oa]|respint[oa]|rifiuto)\b/),
  rule('cancelled', /\b(annullat[oa]|cancellat[oa])\b/),
  rule('address-problem', /\b(destinatario )?trasferit[oa]si|destinatario (si è )?trasferito/, {
    reason: 'recipient_moved',
  }),
  rule(
    'address-problem',
    /\b(indirizzo|destinatario|civico)\b.{0,30}(errat|incomplet|sconosciut|insufficient|inesistent|irreperibil|inesatt|sbagliat)/,
  ),
  rule('attempt-failed', /\b(destinatario|cliente)\b.{0,15}assente|\bassente\b/, {
    party: 'buyer',
    reason: 'consignee_not_available',
    unless: /vicino|portier|cassetta/,
  }),
  rule('attempt-failed', /\b(negozio|azienda|ufficio|esercizio)\b.{0,15}chius[oa]/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /\bnon (ritirat|reclamat)[oa]|compiuta giacenza|giacenza scaduta/, {
    party: 'buyer',
  }),
  rule('damaged', /\b(danneggiat[oa]|rott[oa]|avariat[oa])\b/, {
    unless: /\bnon danneggiat|riconfezionat|reimballat/,
  }),
  rule(
    'attempt-failed',
    /\b(mancata consegna|non (è stato possibile )?consegna\w+|consegna (non (riuscita|effettuata)|fallita)|tentativo di consegna|tentata consegna|avviso di giacenza)/,
    {
      unless: /\b(prossimo|nuovo tentativo sarà|programmat)/,
    },
  ),
  rule('delayed', /\b(maltempo|meteo\w*|neve|tempesta|alluvion\w*)\b/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(sciopero|forza maggiore)\b/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(errore di smistamento|disguid\w+|mal instradat\w)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\b(ritard\w+|posticipat[oa]|rinviat[oa])\b/, {
    reason: 'carrier_delay',
    unless: /\bsenza ritard/,
  }),
  rule(
    'ready-for-pickup',
    /\b(disponibile|pront[oa])\b.{0,30}ritir|in giacenza|\b(consegnat|depositat)[oa] (presso|in|al) (il |un )?(punto (di )?ritiro|locker)/,
  ),
  rule('held', /\b(trattenut[oa]|in attesa|bloccat[oa]|fermo deposito)\b/),
  rule(
    'out-for-delivery',
    /\b(in consegna|consegna in corso|in fase di consegna|affidat[oa] al (corriere|postino))/,
    { unless: /\b(sarà|in attesa)\b/ },
  ),
  rule('delivered', /\b(consegnat[oa]|consegna (effettuata|riuscita|completata))\b/, {
    unless: /\b(non|sarà|essere|prima)\b/,
  }),
  rule(
    'announced',
    /\b(etichetta|preavviso|pre-?alert|informazioni.{0,25}(ricevut|trasmess)|in preparazione|spedizione (creata|registrata))/,
  ),
  rule('picked-up', /\b(ritirat[oa]|pres[oa] in carico|accettat[oa]|raccolt[oa])\b/, {
    unless: /\b(sarà|non)\b/,
  }),
  rule('moving', /\besportazione\b/, { leg: 'export' }),
  rule('moving', /\b(paese di destinazione|importazione)\b/, { leg: 'import' }),
  rule('moving', /\b(filiale|centro|ufficio|sede) di (consegna|distribuzione|recapito)\b/, {
    leg: 'last-mile',
  }),
  rule(
    'moving',
    /\b(in transito|in viaggio|arrivat[oa]|partit[oa]|partenza|in lavorazione|smistat[oa]|smistamento|spedit[oa]|inoltrat[oa]|ricevut[oa])\b/,
  ),
  rule('problem', /\b(anomalia|problema|eccezione|indagine)\b/),
];
