import type { Sayings } from './sayings.ts';

export const japaneseSayings: Sayings = {
  announced: ['送り状作成', '返品ラベル発行'],
  'picked-up': ['引受', '集荷'],
  moving: ['輸送中', '通過', '国際交換局に到着', '国際交換局から発送', '荷物が見つかりました'],
  'out-for-delivery': ['配達中', '持ち出し中'],
  delivered: ['お届け先にお届け済み', '配達完了'],
  'ready-for-pickup': ['お受け取り可能', '窓口でお受取りいただけます', '保管中'],
  'attempt-failed': ['ご不在のため持ち戻り', '配達できませんでした', '持ち戻り', '休業'],
  delayed: ['遅延', '大雪のため', '誤仕分け', '地震の影響'],
  held: ['留置き'],
  customs: ['通関手続中', '税関に提示'],
  'customs-held': ['税関検査中', '関税未払い', '通関書類の不備', '税関で保留', '輸入禁制品'],
  'customs-cleared': ['通関手続完了', '輸入許可'],
  refused: ['受取拒否', '受取辞退'],
  'address-problem': ['住所不明', 'あて所に尋ねあたりません', '転居'],
  damaged: ['破損'],
  lost: ['紛失', '廃棄'],
  returning: ['差出人に返送しました', '返送中'],
  returned: ['差出人に返還済み', '返送完了'],
  cancelled: ['キャンセル'],
  problem: ['調査中'],
};
