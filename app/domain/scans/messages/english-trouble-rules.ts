import { rule, type MessageRule } from './message-rule.ts';

const sender = '(the |its |original )*(sender|shipper|seller|merchant|consignor|retailer)';
const buyer = '(the )?(recipient|receiver|customer|consignee|addressee|buyer|occupant|resident)';
const parcel = '(parcel|package|shipment|item|consignment|freight|mailpiece|goods)';

const pattern = (source: string) => new RegExp(source);

/** It goes back, or it is gone. */
const back: readonly MessageRule[] = [
  // A label for a return that the buyer may send one day: no word about this parcel.
  rule('announced', /\breturn (shipping |postage )?label\b/, { leg: null }),
  // "Returned to sender" is written from the first scan of the way back: only who received it there has it.
  rule(
    'returned',
    pattern(
      `\\b(delivered|handed (over|back)) (back )?(to|with) (the )?(original )?${sender}|\\breturn (to sender )?(${parcel} )?(has been |was |is )?(delivered|completed?)\\b|\\b(received|accepted|signed for) (back )?by ${sender}|\\bdelivered, to original sender`,
    ),
    {
      unless:
        /\b(being|will be|to be|shall be|be|not|never|if|unless|otherwise|or) (\w+ )?(returned|delivered|handed)|\breturning/,
    },
  ),
  rule(
    'returning',
    pattern(
      `\\breturn(ing|ed|s)?\\b.{0,40}\\b(${sender}|origin)\\b|\\b(being|will be|to be) (returned|sent back)|\\brts\\b|\\brto\\b|\\breturn (initiated|in progress|in transit|started|processed)|\\b(on (its|the) )?way back to\\b|\\bsent back to\\b|\\bback to (the )?(sender|shipper)`,
    ),
    {
      unless:
        /\b(if|unless|otherwise|before|or)\b.{0,60}return|return\w*.{0,40}\b(if|unless)\b|\b(will|is|was) not (be )?return|returned.{0,12}customs/,
    },
  ),
  rule(
    'moving',
    pattern(
      `\\b${parcel} (was |has been |is )?(found|located|recovered)\\b|\\bfound\\b.{0,30}\\blost\\b|\\blost\\b.{0,30}\\bfound\\b`,
    ),
    {
      unless:
        /\b(not|never|cannot|address|damaged|lost and|lost &) (be |been |yet |yet been )?(found|located)/,
    },
  ),
  rule(
    'problem',
    /\bmis-?deliver\w*|\bdelivered to (the |a )?wrong\b|\bcontents? (is |are |was |were |partially )?(missing|lost|stolen)\b/,
    { party: 'carrier' },
  ),
  rule(
    'lost',
    pattern(
      `\\b(lost|stolen|theft)\\b|\\b${parcel} (is |was |has gone |went |may be |reported |declared )*missing\\b|\\b(reported|gone|declared) missing\\b|\\b(unable|not able|failed) to locate (the |your |this )?${parcel}|\\b${parcel} (can ?not|could not|couldn't) be (located|found|traced)`,
    ),
    {
      unless:
        /\b(not|isn't|never|no longer|previously|formerly) (been |considered )?lost\b|\blost (and|&) found\b/,
    },
  ),
  rule('lost', /\b(destroyed|disposed of|discarded|disposal)\b/, {
    party: null,
    reason: 'return_destroyed',
    unless: /\b(not|never) (be |been )?(destroyed|discarded|disposed)/,
  }),
];

const customs: readonly MessageRule[] = [
  rule(
    'customs-cleared',
    /\b(released|cleared|passed|out of|exited|completed|returned)\b.{0,40}\bcustoms\b|\bcustoms\b.{0,40}\b(cleared|released?|completed?|passed|finished|successful(ly)?|approved)\b|\bclearance\b.{0,30}\b(completed?|finished|successful(ly)?|granted)\b|\bno longer (held|detained).{0,30}\bcustoms\b|\bcleared (and|for) .{0,20}(departure|export|import)|^cleared\.?$/,
    {
      unless:
        /\b(not|never|awaiting|pending|until|once|before|when|cannot|unable|waiting|will be|to be|being|failed|incomplete|requires?|needed)\b.{0,30}\b(clear|releas|complet|pass|finish)/,
    },
  ),
  rule(
    'customs-held',
    /\b(dut(y|ies)|tax(es)?|vat|gst|customs (fees?|charges?)|import (fees?|charges?))\b.{0,40}\b(unpaid|due|owed|outstanding|pending|required|not (been )?paid|must be paid|to be paid|payable|awaiting)\b|\b(until|once|when) (the )?(dut(y|ies)|tax(es)?|vat|import charges)\b.{0,20}paid\b|\b(awaiting|unpaid|pending|outstanding|requires?|payment of)\b.{0,40}\b(dut(y|ies)|taxes|vat|customs (fees?|charges?)|import (fees?|charges?))\b/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
      unless:
        /\b(dut(y|ies)|tax(es)?|vat|charges?|fees?) ((have|has|were|was) )?(been )?paid\b|\bpaid by\b/,
    },
  ),
  rule(
    'customs-held',
    /\b(commercial invoice|(customs )?(documents?|documentation|paperwork|declaration))\b.{0,40}\b(from|by|of) (the )?(sender|shipper|seller|exporter)\b|\b(sender|shipper|seller|exporter)\b.{0,30}\b(must|needs? to|has to|failed to|did not) (provide|send|supply|submit)\b.{0,30}\b(invoice|document|paperwork|declaration)/,
    { party: 'seller', reason: 'customs_documentation', unless: /\breceived\b/ },
  ),
  rule(
    'customs-held',
    /\b(missing|requir\w+|awaiting|incomplete|insufficient|incorrect|needs?|needed|request\w*|lack\w*|no)\b.{0,40}\b(commercial invoice|customs (documents?|documentation|paperwork|information|declaration|data|form)|clearance (documents?|information|instructions|data)|import (licen[cs]e|permit))\b|\b(customs|clearance)\b.{0,40}\b(requir\w+|needs?|missing|awaiting|request\w*|incomplete)\b.{0,30}\b(information|documents?|documentation|paperwork|invoice|data)\b|\b(commercial invoice|customs documents?|customs documentation|customs paperwork)\b.{0,20}\b(missing|required|incomplete|needed|incorrect)\b/,
    {
      reason: 'customs_documentation',
      unless: /\bno longer (held|required)|\bno (information|document\w*) (is )?required/,
    },
  ),
  rule(
    'customs-held',
    /\bcustoms\b.{0,40}\b(inspect|examin|x-?ray|physical check|control)|\b(inspect|examin)\w*.{0,40}\bcustoms\b/,
    {
      reason: 'customs_inspection',
    },
  ),
  rule(
    'customs-held',
    /\b(seized|confiscated|prohibited|contraband)\b|\brefused entry\b|\bimport (ban|restriction)/,
    {
      reason: 'customs_prohibited',
    },
  ),
  rule(
    'customs-held',
    /\b(customs|clearance)\b.{0,30}\b(delay\w*|held|hold|detain\w*|retain\w*|stopp\w+|stuck|suspend\w*|block\w*|exception|problem|issues?|fail\w*|refus\w+|reject\w*)\b|\b(delay\w*|held|hold|detain\w*|retain\w*|stuck|stopp\w+|block\w*)\b.{0,30}\b(customs|clearance)\b/,
    {
      reason: 'customs_delay',
      unless: /\b(no longer|not|without|no) (being )?(held|delay|detain|stuck)/,
    },
  ),
  rule('customs', /\bcustoms\b|\bclearance\b|\b(duties|taxes|import charges)\b.{0,15}\bpaid\b/, {
    unless: /\bcustoms[- ]free\b|\bclearance sale\b/,
  }),
];

const buyersSide: readonly MessageRule[] = [
  rule(
    'refused',
    pattern(
      `\\brefus(ed|es|al)\\b|\\b${buyer}\\b.{0,20}\\b(reject\\w*|declin\\w+|did not (want|accept))|\\b(rejected|declined|not accepted) by ${buyer}|\\bdelivery (was )?(rejected|declined)\\b`,
    ),
    { unless: /\bnot (been )?refused\b/ },
  ),
  rule('cancelled', /\bcancel(l?ed|lation)\b|\bvoid(ed)?\b/, {
    unless:
      /\bnot (been )?cancell?ed|\b(appointment|pick-?up|collection|hold)( request)? (was |has been )?cancell?ed/,
  }),
  rule(
    'address-problem',
    /\b(has moved|moved away|moved,? left|customer moved|recipient moved|no longer (lives|at this address)|forward(ing)? (order )?expired)\b/,
    { reason: 'recipient_moved' },
  ),
  rule(
    'address-problem',
    /\b(address\w*|apartment|suite|unit|street|house|building|zip|post ?code|postal code|phone)( number| code)?\b.{0,40}\b(incorrect|wrong|incomplete|insufficient|invalid|unknown|error|not found|(could|can) ?not be (found|located)|does not exist|issue|problem|missing|illegible|unreadable|deficient|needed|required|clarification)\b|\b(incorrect|wrong|incomplete|insufficient|invalid|unknown|bad|illegible|missing|deficient|unable to locate)\b.{0,30}\b(address\w*|apartment|suite|unit|street|house|building|zip|postal code|post ?code|phone)\b|\bno such (number|street)\b|\bundeliverable as addressed\b/,
    { unless: /\baddress\b.{0,20}\b(corrected|verified|updated|confirmed|resolved)\b/ },
  ),
  rule(
    'attempt-failed',
    pattern(
      `\\bnot (at )?home\\b|\\b(nobody|no ?one) (was |is )?(home|there|available|present|answer)|\\b(${buyer}|no (authori[sz]ed )?recipient)\\b.{0,20}\\b(not (available|present|in|there)|absent|unavailable|away|unable to sign)|\\bno (one|authori[sz]ed recipient)( was)? available`,
    ),
    {
      party: 'buyer',
      reason: 'consignee_not_available',
      unless: /\b(delivered|handed|left|given) (over )?(to|with|at|in|on)\b/,
    },
  ),
  rule(
    'attempt-failed',
    /\b(business|office|store|shop|premises|company|receiver|consignee|location)( is| was)? closed\b|\bclosed on arrival\b/,
    {
      party: 'buyer',
      reason: 'consignee_business_closed',
    },
  ),
  rule(
    'attempt-failed',
    /\bunclaimed\b|(?<!if )\bnot (been )?(collected|claimed|picked up)( by (the )?(recipient|customer|addressee))? (in time|within|by the (deadline|due))|\b(collection|pick-?up|storage|retention) (period|time|deadline)( has)? (expired|ended|passed)|\bpick-?up missed\b|\bfailed to collect\b/,
    {
      party: 'buyer',
    },
  ),
  rule(
    'attempt-failed',
    /\b(unable to|could not|cannot|no) (gain )?access\b|\baccess (denied|restricted|blocked)\b|\bno (safe|secure) (place|location)/,
    {
      reason: 'no_access_to_delivery_location',
    },
  ),
];

const failures: readonly MessageRule[] = [
  // It arrived, and the text says in what state.
  rule('delivered', /\bdelivered\b.{0,20}\bdamaged\b|\bdamaged\b.{0,15}\bdelivered\b/, {
    party: 'carrier',
    reason: 'carrier_damaged_parcel',
    unless: /\b(not|never|be|un|undelivered|without|no)\b.{0,15}(delivered|damage)/,
  }),
  rule('damaged', /\bdamaged?s?\b|\b(broken|crushed|leaking|torn open)\b/, {
    // Repacked and sent on is under way again.
    unless: /\b(no|not|without|un)( visible| been)?[ -]?damage|\bre-?(pack|wrap)/,
  }),
  rule(
    'attempt-failed',
    /\b(unsuccessful|failed|missed|second|third|final) (delivery|attempt)|\bdeliver(y|ed)?\b.{0,20}\b(failed|failure|unsuccessful|not possible|not successful|impossible|missed)\b|\b(attempted delivery|delivery attempted|attempted to deliver|attempt to deliver)\b|\b(could|can|was|were|has|have) ?(not|n't)( yet)? (been )?(able to )?(be )?deliver|\bunable to( be)? deliver|\bnot deliver(ed|able)\b|\bundeliver(able|ed)\b|\bnon-?delivery\b|\bnotice left\b|\bleft (a )?(notice|card)\b|\bcard left\b|\bsorry we missed\b|\bmissed you\b/,
    {
      unless:
        /\bnot deliver(ed)? (yet|until)|\b(attempt|delivery) (is |has been |was )?(scheduled|planned)\b(?!.*fail)|\bwill (be )?attempt/,
    },
  ),
  rule('attempt-failed', /\bdelivery attempt\b/, {
    unless: /\b(first|next|new|another|further|upcoming|will|scheduled|planned)\b/,
  }),
];

export const englishTroubleRules: readonly MessageRule[] = [
  ...back,
  ...customs,
  ...buyersSide,
  ...failures,
];
