import { rule, type MessageRule } from './message-rule.ts';

export const japaneseRules: readonly MessageRule[] = [
  rule('announced', /返品(ラベル|伝票)/, { leg: null }),
  rule(
    'returned',
    /(差出人|発送人|送り主|ご依頼主|荷送人)(様)?(に|へ)(返還|返送|返却)?(済|完了|お渡し|配達完了)|返(送|還|品)(完了|済)/,
  ),
  rule(
    'returning',
    /(差出人|発送人|送り主|ご依頼主|荷送人|発送元)(様)?(に|へ|元へ).{0,4}(返|戻)|返送|返還|返品/,
    { unless: /(場合|されない)/ },
  ),
  rule('moving', /(荷物|貨物|郵便物)が(見つかり|発見)/),
  rule('lost', /紛失|亡失|行方不明|見つかりません/, {
    unless: /(住所|宛先).{0,6}見つかりません|紛失(では|して)(あり|い)ません/,
  }),
  rule('lost', /廃棄/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /通関.{0,8}(完了|許可|終了|済)|(輸入|輸出)許可|税関(から|を)?.{0,6}(許可|通過|解放|引渡)/,
    { unless: /(未|待ち|前|ません)/ },
  ),
  rule('customs-held', /(関税|消費税|税金|輸入税).{0,12}(未払|未納|お支払|支払い|必要)/, {
    party: null,
    reason: 'customs_duties_unpaid',
    unless: /(支払い済|納付済)/,
  }),
  rule(
    'customs-held',
    /(通関|税関).{0,16}(書類|情報|インボイス|資料)|(書類|インボイス)(が)?.{0,4}(不備|不足)/,
    { reason: 'customs_documentation' },
  ),
  rule('customs-held', /税関.{0,6}(検査|審査)|(開披|通関)検査|検査のため税関/, {
    reason: 'customs_inspection',
  }),
  rule('customs-held', /(輸入)?禁制品|輸入禁止|没収/, { reason: 'customs_prohibited' }),
  rule('customs-held', /(税関|通関).{0,10}(保留|留置|遅|停止|止)/, { reason: 'customs_delay' }),
  rule('customs', /税関|通関/),
  rule('refused', /受取(人)?(を)?(拒否|辞退|拒絶)|受け取り(を)?(拒否|辞退)/),
  rule('cancelled', /(キャンセル|取消|取り消し)/),
  rule('address-problem', /転居/, { reason: 'recipient_moved' }),
  rule(
    'address-problem',
    /(住所|宛先|宛名|あて名|あて所|番地).{0,8}(不明|不備|誤|尋ね|間違|不完全|見つかりません)/,
  ),
  rule('attempt-failed', /不在|留守/, {
    party: 'buyer',
    reason: 'consignee_not_available',
    unless: /(宅配ボックス|置き配|投函)/,
  }),
  rule('attempt-failed', /(休業|閉店|営業時間外|定休)/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /保管期(間|限)(経過|切れ)|受け?取りがな/, { party: 'buyer' }),
  rule('damaged', /破損|損傷|汚損/, { unless: /(再包装|再梱包|破損(は)?(なし|あり?ません))/ }),
  rule(
    'attempt-failed',
    /(持ち?戻り|配達(が)?でき(ません|なかった|ず)|お届けでき(ません|なかった|ず)|配達不能|配達(失敗|できません))/,
  ),
  rule('delayed', /(天候|台風|大雪|豪雨|悪天)/, { party: null, reason: 'weather_delay' }),
  rule('delayed', /(ストライキ|不可抗力|地震|災害)/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /(誤送|誤仕分|誤配)/, { reason: 'carrier_sorting_error' }),
  rule('delayed', /(遅延|遅れ|延着|調整中)/, {
    reason: 'carrier_delay',
    unless: /遅延なく|遅れなく/,
  }),
  rule(
    'ready-for-pickup',
    /(お?受け?取り(可能|待ち|いただけ|できます)|(窓口|コンビニ|営業所|ロッカー|郵便局).{0,8}(保管|到着済)|ご来店|保管中|宅配ボックス|PUDO)/,
  ),
  rule('held', /(保留|留置|差し?止め)/),
  rule('out-for-delivery', /(配達中|お届け中|配達員が|配達に(出|向)|持ち?出し(中)?)/),
  rule(
    'delivered',
    /(配達(を)?(完了|済)|お?届け(を)?(完了|済)|お届け先にお届け|お届けしました|配達(しました|されました)|投函(完了|しました)|お渡し(済|しました|完了))/,
    { unless: /(未配達|予定)/ },
  ),
  rule(
    'announced',
    /(ラベル|送り状|伝票|出荷情報|発送準備|情報(を)?(受信|登録|受付)|データ(を)?(受信|登録)|注文(を)?受付)/,
  ),
  rule('picked-up', /(引受|集荷|荷物受付|発送受付|荷受)/),
  rule('moving', /(輸出|国際交換局から発送|国際交換支店.*発送)/, { leg: 'export' }),
  rule('moving', /(輸入|国際交換(局|支店)に到着|到着国)/, { leg: 'import' }),
  rule('moving', /(航空機|フライト|空港|航空便)/, { leg: 'line-haul' }),
  rule('moving', /(配達(店|支店|営業所|局)|担当店)/, { leg: 'last-mile' }),
  rule('moving', /(輸送|発送|通過|到着|出発|中継|仕分|移動中|作業店|転送|出荷|発生|経由)/),
  rule('problem', /(異常|調査中|問題)/),
];
