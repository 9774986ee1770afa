import { rule, type MessageRule } from './message-rule.ts';

export const polishRules: readonly MessageRule[] = [
  rule('announced', /\betykiet\w+ zwrotn/, { leg: null }),
  rule(
    'returned',
    /\b(doręczon|wydan|przekazan)\w+ (nadawcy|do nadawcy)|zwrot (doręczony|zakończony)/,
  ),
  rule(
    'returning',
    /\bzwr(ot|oc|ac)\w*.{0,20}nadawc|w drodze do nadawcy|zwracan|odesłan\w+ do nadawcy/,
    { unless: /\bw przeciwnym razie/ },
  ),
  rule('moving', /\b(przesyłk|paczk)\w+ (została )?odnalezion/),
  rule('lost', /\b(zaginęł|zagubion|utracon|zaginion)/, {
    unless: /\bnie (zaginęł|została zagubion|jest zaginion)/,
  }),
  rule('lost', /\bzniszczon\w+ (na polecenie|po)|zutylizowan/, {
    party: null,
    reason: 'return_destroyed',
  }),
  rule(
    'customs-cleared',
    /\b(odpraw\w+ (celn\w+ )?(została )?(zakończon|dokonan)|zwolnion\w+.{0,20}(celn|urz)|odprawion)/,
    { unless: /\b(nie|oczekuje|oczekiwanie)\b/ },
  ),
  rule(
    'customs-held',
    /\b(cło|cła|podatek|vat|opłat\w+ celn\w+|należności celn\w+)\b.{0,40}(nieopłac|niezapłac|nie zapłac|do zapłaty|oczekuj)/,
    { party: null, reason: 'customs_duties_unpaid' },
  ),
  rule(
    'customs-held',
    /\b(celn|odpraw)\w*.{0,50}(dokument|faktur|informacj)|(dokument|faktur)\w+.{0,30}celn/,
    { reason: 'customs_documentation' },
  ),
  rule('customs-held', /\b(kontrol|rewizj)\w+.{0,15}celn|celn\w+.{0,15}(kontrol|rewizj)/, {
    reason: 'customs_inspection',
  }),
  rule('customs-held', /\b(skonfiskowan|zajęt\w+ przez|zakazan|zabronion)/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\b(zatrzyman|wstrzyman|opóźni)\w*.{0,30}celn|celn\w+.{0,25}(zatrzym|wstrzym|opóźn)/,
    { reason: 'customs_delay', unless: /\bjuż nie\b/ },
  ),
  rule('customs', /\b(celn|odpraw)/),
  rule('refused', /\b(odmow|odmów|odmówi|odmowa)/),
  rule('cancelled', /\banulowan/),
  rule('address-problem', /\b(adresat|odbiorca)\b.{0,15}(wyprowadził|przeprowadził)/, {
    reason: 'recipient_moved',
  }),
  rule(
    'address-problem',
    /\b(błędn|niepełn|nieprawidłow|niekompletn|zły|nieznan)\w*.{0,12}adres|adres\w*.{0,25}(błędn|niepełn|nieprawidłow|niekompletn|nieznan|nie istnieje)/,
  ),
  rule('attempt-failed', /\b(nie zastano|nieobecn|odbiorca nieobecny|brak odbiorcy)/, {
    party: 'buyer',
    reason: 'consignee_not_available',
    unless: /sąsia|skrzyn/,
  }),
  rule('attempt-failed', /\b(firma|sklep|biuro)\b.{0,15}(zamknięt|nieczynn)/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /\b(nie (odebran|podjęt)|nieodebran|niepodjęt|upłynął termin odbioru)/, {
    party: 'buyer',
  }),
  rule('damaged', /\buszkodzon/, { unless: /\b(nie ?uszkodzon)|przepakowan/ }),
  rule(
    'attempt-failed',
    /\b(nie ?doręczon|nieudan\w+ (prób|doręcz)|prób\w+ doręczenia|niedoręczaln|nie można (było )?doręczyć|awizo)/,
    { unless: /\b(kolejna|następna|zaplanowan)/ },
  ),
  rule('delayed', /\b(pogod|warunk\w+ atmosferyczn|śnieg|burz|powód)/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(strajk|siła wyższa)/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(błędn\w+ (skierowan|sortow|posortow)|błąd sortowania)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\bopóźni/, { reason: 'carrier_delay', unless: /\bbez opóźni/ }),
  rule(
    'ready-for-pickup',
    /\b(gotow\w+ do odbioru|do odbioru|oczekuje na odbiór|umieszczon\w+ w (auto|paczko|skrytce)|w paczkomacie)/,
  ),
  rule('held', /\b(wstrzyman|zatrzyman)/),
  rule(
    'out-for-delivery',
    /\b(wydan\w+ (do doręczenia|kurierowi)|w (trakcie )?doręczeni|przekazan\w+ do doręczenia|kurier jedzie)/,
  ),
  rule('delivered', /\b(doręczon|dostarczon|odebran\w+ przez)/, {
    unless: /\b(nie|zostanie|będzie)\b/,
  }),
  rule(
    'announced',
    /\b(etykiet|zarejestrowan|przygotowan|awizacj|dane.{0,20}(otrzyman|przekazan)|informacj\w+ o przesyłce)/,
  ),
  rule('picked-up', /\b(odebran\w+ (od|z)|nadan|przyjęt|podjęt)/, { unless: /\bnie\b/ }),
  rule('moving', /\b(eksport|wysłan\w+ z polski)/, { leg: 'export' }),
  rule('moving', /\b(kraj\w* (docelow|przeznaczen)|import)/, { leg: 'import' }),
  rule('moving', /\b(oddzia\w+ (doręcz|docelow)|placówk\w+ doręcz)/, { leg: 'last-mile' }),
  rule(
    'moving',
    /\b(w drodze|przybyci|przybył|wysłan|w transporcie|w tranzycie|opuści|sortowni|przekazan|w oddziale|przesłan)/,
  ),
  rule('problem', /\b(problem|nieprawidłowoś|reklamacj)/),
];
