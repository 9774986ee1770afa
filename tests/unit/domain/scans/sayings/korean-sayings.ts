import type { Sayings } from './sayings.ts';

export const koreanSayings: Sayings = {
  announced: ['운송장 등록', '반품 라벨 발행'],
  'picked-up': ['접수', '집하 완료'],
  moving: ['배송 중', '교환국 도착', '간선 상차', '소포를 찾았습니다'],
  'out-for-delivery': ['배송 출발', '배달 준비'],
  delivered: ['배달완료', '배송 완료'],
  'ready-for-pickup': ['무인함 보관', '수령 대기'],
  'attempt-failed': ['부재', '배달 실패', '미수령', '폐문'],
  delayed: ['지연', '태풍', '파업', '오분류'],
  held: ['보류'],
  customs: ['통관 중', '세관 접수'],
  'customs-held': ['세관 검사', '관세 미납', '통관 서류 미비', '통관 보류', '수입 금지 물품'],
  'customs-cleared': ['통관 완료', '수입신고 수리'],
  refused: ['수취 거절', '수취 거부'],
  'address-problem': ['주소 불명', '수취인 이사'],
  damaged: ['파손'],
  lost: ['분실', '폐기'],
  returning: ['반송', '발송인에게 반환'],
  returned: ['반송 완료'],
  cancelled: ['접수 취소'],
  problem: ['사고 조사'],
};
