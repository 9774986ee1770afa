import { hints, says, type Said } from '../said.ts';

const first = { leg: 'origin' } as const;
const haul = { leg: 'line-haul' } as const;
const last = { leg: 'last-mile' } as const;
const out = { leg: 'export' } as const;
const into = { leg: 'import' } as const;
const seller = { leg: 'origin', party: 'seller' } as const;
const carrierOnHaul = { leg: 'line-haul', party: 'carrier' } as const;
const destroyed = { party: null, reason: 'return_destroyed' } as const;

/**
 * Cainiao's action codes: the letters before the first bar name who acts (PU, SC first mile; GWMS the
 * seller's warehouse; LH line-haul; CC, CUS, CIQ customs; GTMS last mile). Where the parcel was not taken
 * over at all it is still with the seller, whatever went wrong.
 */
export const cainiaoActions: Readonly<Record<string, Said>> = {
  CONSIGN: says('announced'),
  OM_CONSIGN: says('announced'),
  GTMS_ASN: says('announced', last),
  PU_PICKUP_SUCCESS: says('picked-up'),
  PU_PICKUP_FAILURE: says('announced'),
  PU_SIGN_IN_SUCCESS: says('picked-up'),
  PU_SIGN_IN_FAILURE: hints('problem', first),
  SC_SIGN_IN_SUCCESS: says('moving', first),
  SC_SIGN_IN_FAILURE: hints('problem', first),
  SC_INBOUND_SUCCESS: says('moving', first),
  SC_INBOUND_FAILURE: hints('problem', first),
  SC_OUTBOUND_SUCCESS: says('moving', first),
  SC_OUTBOUND_FAILURE: hints('problem', first),
  SC_HO_OUT_SUCCESS: says('moving', first),
  SC_HO_OUT_FAILURE: hints('problem', first),
  TD_TRANS_ARRIVE: says('moving', haul),
  TD_TRANS_DEPART: says('moving', haul),
  CC_TRANS_START: says('customs', haul),
  CC_TRANS_SUCCESS: says('customs-cleared', haul),
  CC_TRANS_FAILURE: hints('customs-held', haul),
  LH_HO_IN_SUCCESS: says('moving', haul),
  LH_HO_IN_FAILURE: hints('problem', carrierOnHaul),
  LH_HO_AIRLINE: says('moving', haul),
  LH_HO_AIRLINE_FAILURE: says('held', { ...haul, reason: 'security_issue' }),
  LH_DEPART: says('moving', haul),
  LH_ARRIVE: says('moving', into),
  LH_ARRIVE_FAILURE: hints('problem', carrierOnHaul),
  LH_HO_OUT_SUCCESS: says('moving', into),
  LH_HO_OUT_FAILURE: hints('problem', carrierOnHaul),
  CC_EX_START: says('customs', out),
  CC_EX_SUCCESS: says('customs-cleared', out),
  CC_EX_FAILURE: hints('customs-held', out),
  CC_HO_IN_SUCCESS: says('customs'),
  CC_HO_IN_FAILURE: hints('customs-held'),
  CC_IM_START: says('customs', into),
  CC_IM_PROCESS: says('customs', into),
  CC_IM_SUCCESS: says('customs-cleared', into),
  CC_IM_FAILURE: hints('customs-held', into),
  CC_HO_OUT_SUCCESS: says('customs-cleared'),
  CC_HO_OUT_FAILURE: hints('customs-held'),
  CUS_SUCCESS: says('customs-cleared'),
  CUS_FAILURE: hints('customs-held'),
  /** The tax was set; whether somebody failed to pay it is not said. */
  CUS_TAX: says('customs', into),
  CIQ_FAILURE: hints('customs-held', { reason: 'customs_inspection' }),
  CUS_DECLARE: says('customs'),
  GTMS_ACCEPT: says('moving', last),
  GTMS_SC_ARRIVE: says('moving', last),
  GTMS_DO_ARRIVE: says('moving', last),
  GTMS_DO_DEPART: says('moving', last),
  GTMS_DELIVERING: says('out-for-delivery'),
  GTMS_DEL_FAILURE: hints('attempt-failed'),
  GTMS_RE_DELIVERING: says('out-for-delivery'),
  GTMS_SIGNED: says('delivered'),
  GTMS_SIGN_FAILURE: hints('attempt-failed'),
  GTMS_WAIT_SELF_PICK: says('ready-for-pickup'),
  /** The station signs, not the buyer: it is there to be fetched. */
  GTMS_STA_SIGNED: hints('ready-for-pickup'),
  GTMS_FAILURE: hints('problem', last),
  RT_INBOUND: says('returning'),
  RT_WH_INBOUND: says('returning'),
  RETURNED: says('returned'),
  GOT: says('picked-up'),
  REJECT: hints('announced'),
  SIGNED: says('delivered'),
  FAILED: hints('attempt-failed'),
  RT_DESTROY: says('lost', destroyed),
  RT_WH_DESTROY: says('lost', destroyed),
  GWMS_REJECT: says('announced', seller),
  GWMS_EXCEPTION: says('announced', seller),
  GWMS_CANCEL: says('cancelled', seller),
};
