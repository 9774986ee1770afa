import type { RefundChoice } from '#app/domain/remedy/chosen-plan.ts';

/** The refund editor before anything is filled in. */
export const noChoice: RefundChoice = {
  lines: [],
  shipping: '',
  duties: false,
  goodwill: '',
  method: 'original',
  buyerAgreed: false,
  restock: false,
  cancels: false,
  notify: false,
  note: '',
};
