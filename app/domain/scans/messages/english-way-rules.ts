import { rule, type MessageRule } from './message-rule.ts';

const sender = '(the |its |original )*(sender|shipper|seller|merchant|consignor|retailer)';
const buyer = '(the )?(recipient|receiver|customer|consignee|addressee|buyer|occupant|resident)';
const parcel = '(parcel|package|shipment|item|consignment|freight|mailpiece|goods)';

const pattern = (source: string) => new RegExp(source);

const delays: readonly MessageRule[] = [
  rule('delayed', /\b(weather|snow\w*|flood\w*|hurricane|typhoon|storm|blizzard)\b/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(earthquake|wildfire|volcan\w*|natural disaster)\b/, {
    party: null,
    reason: 'natural_disaster',
  }),
  rule('delayed', /\b(force majeure|industrial action|strikes?|civil unrest|pandemic)\b/, {
    party: null,
    reason: 'force_majeure',
  }),
  rule(
    'delayed',
    /\bmis-?(sort|rout|sent|direct|shipp|cod)\w*|\bwrong (facility|depot|route|country|hub)\b|\bsort(ing)? error\b/,
    {
      reason: 'carrier_sorting_error',
    },
  ),
  rule(
    'delayed',
    /\b(vehicle|truck|van|aircraft|mechanical|technical)\b.{0,20}\b(problem|issue|breakdown|failure|fault|delay|accident)|\baccident\b/,
    {
      reason: 'carrier_vehicle_issue',
    },
  ),
  rule('delayed', /\b(public |national |bank )?holiday\b/, {
    party: null,
    unless: /\bholiday (inn|address|home)/,
  }),
  rule(
    'delayed',
    /\bdelay(s|ed)?\b|\blater than (expected|planned|scheduled)\b|\b(behind schedule|running late|arriving late|postponed|rescheduled|missed connection)\b/,
    {
      reason: 'carrier_delay',
      unless: /\b(without|no|avoid|prevent)( any| further)? delays?\b|\bpossible delay\b/,
    },
  ),
];

const waits: readonly MessageRule[] = [
  rule(
    'announced',
    /\b(ready|available|awaiting|waiting|scheduled) (for )?(pick-?up|collection) (by|from) (the )?(carrier|courier|driver|shipper|sender|seller)/,
  ),
  rule(
    'ready-for-pickup',
    /\b(ready|available|awaiting|waiting|held|hold|kept|can be|notice to|reminder to)( \w+)? (for |to be )?((customer|recipient|consignee|addressee|your) )?(pick(ed)?[- ]?up|collect(ion|ed)?)\b|\bfinal notice\b|\bheld\b.{0,40} for ((customer|recipient|consignee) )?(pick-?up|collection)\b|\b(ready|available) for (customer|recipient|consignee)? ?(pick-?up|collection)\b/,
    { unless: /\bnot (yet )?(ready|available)\b/ },
  ),
  // In a locker or shop it is there to be fetched, not yet with the buyer. "Delivered, Parcel Locker", which
  // means the locker of the buyer's own building, is left to the rule for deliveries.
  rule(
    'ready-for-pickup',
    /\b(delivered|arrived|deposited|dropped|handed|placed|redirected|transferred|stored)\b[^,]{0,20} (to|at|in|into) (an? |the |your )?(\w+ ){0,2}(pick-?up|collection|parcel ?shop|access point|service point|parcel point|parcel locker|locker|packstation|paketshop)/,
    { unless: /\b(by|from) (the )?(sender|shipper)\b/ },
  ),
  rule('held', /\b(dangerous goods|hazmat|hazardous)\b/, { reason: 'hazmat' }),
  rule(
    'held',
    /\bsecurity\b.{0,30}\b(hold|issue|check|inspection|fail\w*|reject\w*)|\b(security|police) (seizure|hold)/,
    { reason: 'security_issue' },
  ),
  rule(
    'held',
    /\b(postage due|insufficient postage|awaiting payment|held for payment|payment (required|pending|due))\b/,
    { reason: 'payment_issue' },
  ),
  rule(
    'moving',
    /\bno longer (being )?(on hold|held|detained)\b|\b(released from|off) hold\b|\bhold (was |has been )?(released|lifted)\b/,
  ),
  rule(
    'held',
    /\b(on hold|held|hold|detained|retained|suspended|intercepted|embargo\w*|stopped)\b/,
    {
      unless: /\bnot (being |been )?(on hold|held|detained|stopped|retained)\b/,
    },
  ),
];

const lastMile: readonly MessageRule[] = [
  rule(
    'out-for-delivery',
    pattern(
      `\\bout (for|on|with) (delivery|courier)|\\b(loaded|placed)\\b.{0,15}\\b(delivery )?(vehicle|van|truck|bike)\\b.{0,20}|\\b(on|onboard)\\b.{0,20}\\bfor delivery\\b|\\bwith .{2,25} for delivery\\b|\\bwith (the )?(delivery )?(courier|driver|postman|mail carrier)\\b|\\bbeing delivered\\b|\\b(on|in) (its|the|your) way to ${buyer}|\\bin delivery to\\b|\\bdriver (is )?(on the way|nearby|approaching)`,
    ),
    { unless: /\bnot (yet )?out for\b|\b(will|to) be (out|loaded)\b|\bnot being delivered\b/ },
  ),
  rule(
    'delivered',
    pattern(
      `\\bdelivered\\b|\\bdelivery (has been |was |is )?(completed?|successful|confirmed|made)\\b|\\bproof of delivery\\b|\\bsigned (for )?by\\b|\\bsignature (image )?(recorded|captured|obtained|available)|\\b(received|collected|picked up|accepted) by ${buyer}|\\bleft (it )?(at|in|on|with|by) (a |an |the |your )?(safe|secure|front|back|side|door|porch|garage|neighbo|reception|mail ?room|mail ?box|letter ?box|concierge|individual)|\\bhanded (over )?to (${buyer}|a? ?neighbo)`,
    ),
    {
      unless:
        /\b(to|will|not|can|could|should|may|must|would|shall)( \w+)? be( \w+)? delivered\b|\b(not|never|un|once|until|before|when|if)( yet| been)? delivered|\bdelivered (to|by) (the |a |an |your )?(local |partner )?(carrier|courier|partner|agent|post office|airline|depot|facility|hub|warehouse|terminal|sort\w*|next|line)|\b(to be|expected|estimated|scheduled)\b.{0,20}\bdeliver/,
    },
  ),
];

const firstMile: readonly MessageRule[] = [
  rule(
    'announced',
    /\b(not (yet )?(been )?(picked up|collected|received|handed|accepted)|awaiting (item|pick-?up|parcel|package|collection|shipment|drop)|(pick-?up|collection) (is |was |has been )?(scheduled|requested|booked|arranged)|to be (picked up|collected)|ready (for|to) (dispatch|ship\w*|be (shipped|dispatched)))\b/,
  ),
  rule(
    'announced',
    /\blabel\b|\bmanifest(ed)?\b|\bpre-?(shipment|advi[cs]e|notification|alert|transit)\b|\b(shipment|shipping|package|parcel|order|electronic|tracking|consignment|item)( \w+)? (info\w*|data|details|advice|notification)\b|\b(information|data|details) (was |were |has been |have been )?(received|sent|submitted|transmitted|uploaded|entered)\b|\b(order|shipment|parcel|consignment)( has been| was| is)?( being)? (created|registered|booked|placed|fulfilled|prepared)\b|\b(in preparation|being prepared|preparing|inventory allocated|expecting (the )?(item|parcel|package))\b|\btracking number\b.{0,15}\b(assigned|created|provided|generated)\b|\bdata entry\b|^pending\.?$/,
    { unless: /\b(customs|damaged label|label damaged)\b/ },
  ),
  rule(
    'picked-up',
    pattern(
      `\\bpicked[- ]?up\\b|\\bdrop-off\\b|\\bpick-?up (scan|completed?|done|successful|from)\\b|\\bcollected\\b|\\bcollection (scan|completed?|made)\\b|\\b(accepted|acceptance|possession|first scan|origin scan|posted)\\b|\\b(received|taken|tendered|dropped off|handed over|handed|deposited|lodged)\\b.{0,25}\\b(by|from|at|to|with) (${sender}|origin)\\b|\\bhas received (your|the|this) ${parcel}|\\b(dropped off|lodged)\\b.{0,30}\\b(by|at|with)\\b|\\b(tendered|handed over) (to|at|by)\\b`,
    ),
    {
      unless:
        /\bto (the |a |our )?(local|next|final|last|delivery|destination|partner|line)|\b(will|to) be (picked up|collected|accepted|handed)|\bnot (yet )?(picked|collected|accepted)/,
    },
  ),
];

const underWay: readonly MessageRule[] = [
  rule(
    'problem',
    /\b(under investigation|investigat(ing|ion)|trace (opened|started)|being (searched|researched|traced))\b/,
    {
      party: 'carrier',
      reason: 'parcel_being_researched',
    },
  ),
  rule(
    'problem',
    /\b(exception|problem|incident|irregularit\w+|abnormal\w*|something went wrong)\b/,
    {
      unless:
        /\b(no|without)( any)? (exception|problem|incident)s?\b|\b(problem|exception|issue|incident)s? (was |has been |is )?(resolved|solved|fixed)/,
    },
  ),
  rule(
    'moving',
    /\bexport\b|\b(international|outbound) (departure|dispatch)|\boutward office\b|\bleaving the country of origin\b/,
    { leg: 'export' },
  ),
  rule(
    'moving',
    /\b(arriv\w+|received|reached)\b.{0,30}\b(destination country|country of (the )?destination|country)\b|\barriv\w+ from abroad\b|\binward office\b|\bimport\b|\binbound into\b/,
    { leg: 'import' },
  ),
  rule(
    'moving',
    /\b(flight|airline|airport|uplift\w*|line-?haul|vessel|container|crossing|departure to country|departed (the )?(origin )?country|transit country|international)\b/,
    {
      leg: 'line-haul',
    },
  ),
  rule(
    'moving',
    /\b(delivery|distribution) (office|unit|depot|centre|center|station|facility|site|location|network)\b|\b(local|destination|recipient'?s?) (\w+ )?(facility|carrier|depot|parcel|post|office|hub|centre|center|station)\b|\barriv\w+ at (the )?post office\b|\b(forwarded|delivery|appointment|re-?delivery)\b.{0,30}\b(scheduled|rearranged|booked|address|today|tomorrow|attempt|option|instructions?|requested)\b/,
    { leg: 'last-mile' },
  ),
  rule(
    'moving',
    /\b(problem|exception|issue|incident)s? (was |has been |is )?(resolved|solved|fixed)\b/,
  ),
  rule('moving', /\b(origin|departure (location|depot|centre|center))\b/, { leg: 'origin' }),
  rule(
    'moving',
    /\b(transit|arriv\w+|depart\w*|left|process\w*|sort(ed|ing)?|scan(ned)?|transfer\w*|forward\w*|dispatch\w*|despatch\w*|en ?route|on (its|the) way|facility|depot|hub|terminal|loaded|unloaded|shipped|interline|consolidated|grouped|redirected|rerouted|received|on schedule|on-?time|arriving|handed (over )?to|repack\w*|moving|underway|under way|travell?ing|linehaul|trailer|outgoing|incoming)\b/,
    { unless: /\bnot (yet )?(been )?(received|scanned|arrived|shipped|dispatched|sent)\b/ },
  ),
];

export const englishWayRules: readonly MessageRule[] = [
  ...delays,
  ...waits,
  ...lastMile,
  ...firstMile,
  ...underWay,
];
