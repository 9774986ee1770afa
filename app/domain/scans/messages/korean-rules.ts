import { rule, type MessageRule } from './message-rule.ts';

export const koreanRules: readonly MessageRule[] = [
  rule('announced', /반품 ?(라벨|송장)/, { leg: null }),
  rule(
    'returned',
    /(반송|반품|회송) ?(완료|배달 ?완료)|(발송인|보내는 ?(분|사람)|판매자)(에게)? ?(반환|배달|인도) ?(완료|되었)/,
  ),
  rule(
    'returning',
    /반송|회송|반품|(발송인|보내는 ?(분|사람)|판매자)(에게|께)? ?(되돌|돌려|반환)/,
    { unless: /(경우|않으면)/ },
  ),
  rule('moving', /(물품|소포|상품|화물)[을를이가]? ?(찾았|발견)/),
  rule('lost', /분실|유실|행방 ?불명/, { unless: /분실(되지|이) ?않|분실 아님/ }),
  rule('lost', /폐기/, { party: null, reason: 'return_destroyed' }),
  rule('customs-cleared', /(통관|세관).{0,8}(완료|종료|반출|통과|수리)|(수입|수출) ?신고 ?수리/, {
    unless: /(미완료|대기|예정|전)/,
  }),
  rule('customs-held', /(관세|세금|부가세).{0,12}(미납|납부|체납|미지급)/, {
    party: null,
    reason: 'customs_duties_unpaid',
    unless: /납부 ?(완료|됨|되었)/,
  }),
  rule('customs-held', /(통관|세관).{0,16}(서류|정보|자료|인보이스|부호)|서류.{0,4}(미비|부족)/, {
    reason: 'customs_documentation',
  }),
  rule('customs-held', /(세관|통관).{0,6}(검사|심사)/, { reason: 'customs_inspection' }),
  rule('customs-held', /(수입 ?금지|금지 ?(물품|품목)|압수|몰수)/, {
    reason: 'customs_prohibited',
  }),
  rule('customs-held', /(세관|통관).{0,8}(보류|지연|억류|정지)/, { reason: 'customs_delay' }),
  rule('customs', /세관|통관/),
  rule('refused', /(수취|수령|인수|수신) ?(거절|거부)/),
  rule('cancelled', /취소/),
  rule('address-problem', /이사|이전함/, { reason: 'recipient_moved' }),
  rule('address-problem', /(주소|수취인|번지).{0,6}(불명|오류|불완전|잘못|미상|부정확|불분명)/),
  rule('attempt-failed', /부재/, {
    party: 'buyer',
    reason: 'consignee_not_available',
    unless: /(경비실|문 ?앞|대리)/,
  }),
  rule('attempt-failed', /(폐문|휴무|영업 ?종료)/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule('attempt-failed', /(미수령|보관 ?기간 ?(경과|만료))/, { party: 'buyer' }),
  rule('damaged', /파손|훼손/, { unless: /재포장|파손 ?없/ }),
  rule('attempt-failed', /(미배달|(배송|배달) ?(실패|불가|불능)|(배송|배달)(하지|되지) ?못)/),
  rule('delayed', /(기상|날씨|태풍|폭설|폭우)/, { party: null, reason: 'weather_delay' }),
  rule('delayed', /(파업|불가항력|천재지변)/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /(오분류|오도착|오배송)/, { reason: 'carrier_sorting_error' }),
  rule('delayed', /(지연|연기)/, { reason: 'carrier_delay', unless: /지연 ?없/ }),
  rule(
    'ready-for-pickup',
    /((수령|픽업) ?(대기|가능|하세요)|(보관함|편의점|무인함|우체국).{0,6}(보관|도착))/,
  ),
  rule('held', /(보류|보관 ?중|억류)/),
  rule('out-for-delivery', /((배송|배달) ?(출발|출고)|배달 ?(중|준비)|배달원|배송 ?기사)/),
  rule('delivered', /((배송|배달) ?(이 |이)?완료|수령 ?완료|전달 ?완료|배달되었|배송되었)/, {
    unless: /(예정|미)/,
  }),
  rule(
    'announced',
    /(송장 ?(등록|출력)|접수 ?(대기|예정)|상품 ?준비|운송장|정보 ?(접수|수신|등록)|라벨)/,
  ),
  rule('picked-up', /(접수|집하|수거|집화|인수)/),
  rule('moving', /(수출|발송교환국)/, { leg: 'export' }),
  rule('moving', /(수입|도착 ?교환국|교환국 ?도착|상대국)/, { leg: 'import' }),
  rule('moving', /(항공|공항|운항)/, { leg: 'line-haul' }),
  rule('moving', /(배송 ?중|운송|도착|출발|이동|간선|터미널|상차|하차|발송|경유|입고|출고)/),
  rule('problem', /(문제|이상|사고|조사)/),
];
