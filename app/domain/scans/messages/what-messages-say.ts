import { hints, says, type Said } from '../said.ts';

/*
 * What carriers write beside a status, in twelve languages. The first phrase that fits counts, so that what says more comes
 * before what says less: "returned to sender" before "returned", "released by customs" before "customs".
 */

const phrase = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'iu');

/** Words that take a phrase back, or speak of something else than the parcel. */
const notMeant = phrase(
  String.raw`no longer (held|lost|delayed)|not (lost|damaged|held)\b|(found|located).{0,20}lost|lost.{0,20}(found|located)`,
  String.raw`return label|retourenlabel|étiquette de retour|re-?packag|repacked`,
  String.raw`delivered to (the )?(local )?(post office|carrier|agent|facility|hub|depot|airline|partner)`,
  String.raw`(attempt|delivery) (is )?(scheduled|planned)|scheduled for delivery|rescheduled`,
);

const dutiesUnpaid = { reason: 'customs_duties_unpaid', leg: 'import' } as const;
const documents = { reason: 'customs_documentation', leg: 'import' } as const;
const prohibited = { reason: 'customs_prohibited', leg: 'import' } as const;

const customs = String.raw`(customs|海关|海關|zoll|douane|aduana|alf[âa]ndega|dogana|celn|税関|세관|тамож)`;

const phrases: readonly (readonly [RegExp, Said])[] = [
  [notMeant, says('moving')],
  [
    phrase(
      String.raw`delivered (back )?to (the )?(sender|shipper)|return(ed)? (parcel )?delivered|退件签收|已退回(发件人|寄件人|商家)`,
      String.raw`an (den )?absender zugestellt|livré à l.expéditeur|entregado al remitente|consegnato al mittente`,
    ),
    says('returned'),
  ],
  [
    phrase(
      String.raw`(return(ed|ing)?|back|sent back|on its way back) to (the )?(sender|shipper|origin|seller|merchant)|being returned|return to sender|\brts\b`,
      String.raw`退回|退件|退運|zur[üu]ck an (den )?absender|r[üu]cksendung|retour(n[ée])? [àa] l.exp[ée]diteur|retourn[ée] [àa] l.envoyeur`,
      String.raw`devuelt[oa] al remitente|devoluci[óo]n al remitente|devolvid[oa] ao remetente|restituit[oa] al mittente|reso al mittente`,
      String.raw`retour (naar )?(de )?afzender|zwr(ot|[óo]con[oy]) do nadawcy|返送|差出人(に|へ)返|반송|возвра(т|щен[оа]?) отправителю`,
    ),
    says('returning'),
  ],
  [
    phrase(
      String.raw`\blost\b|declared missing|cannot be located|丢失|丟失|遗失|遺失|verloren|in verlust|colis perdu|\bperdu(e)?\b`,
      String.raw`extraviad[oa]|perdid[oa]|smarrit[oa]|zagin[ęi]|zaginion|紛失|분실|утер(ян|я)|потерян`,
    ),
    says('lost'),
  ],
  [
    phrase(
      String.raw`\bdamag|\bbroken\b|破损|破損|损坏|損壞|besch[äa]digt|endommag|abîm|dañad[oa]|danificad[oa]|avariad[oa]`,
      String.raw`danneggiat|beschadigd|uszkodzon|파손|поврежд`,
    ),
    says('damaged'),
  ],
  [
    phrase(
      String.raw`refus(ed|al)|rejected by|declined by|拒收|annahme verweigert|verweigert|refus[ée]|rechazad[oa]|recusad[oa]`,
      String.raw`rifiutat|geweigerd|odm[óo]w|受取拒否|受取辞退|수취 ?거(절|부)|отказ`,
    ),
    says('refused'),
  ],
  [
    phrase(
      String.raw`(incorrect|insufficient|incomplete|bad|wrong|invalid|undeliverable as) address|erreur d.adressage|address(ee)? (is )?(incorrect|insufficient|incomplete|unknown|not found|invalid|problem)`,
      String.raw`(recipient|addressee|customer) (has )?moved|no such (number|street)|地址(不详|不詳|错误|錯誤|有误|有誤|不全|不完整)|adresse (ist )?(unvollst|falsch|unbekannt|incorrecte|incompl|inconnue|erron)`,
      String.raw`empf[äa]nger (unbekannt|verzogen)|direcci[óo]n (incorrecta|incompleta|err[óo]nea)|endere[çc]o (incorret|incomplet|insuficiente)|indirizzo (errat|incomplet|insufficiente)`,
      String.raw`(onjuist|onvolledig) adres|(b[łl][ęe]dny|niepe[łl]ny) adres|あて所|宛先不明|住所不明|주소 ?(불명|오류)|(неверный|неполный|неправильный) адрес`,
    ),
    says('address-problem'),
  ],
  [
    phrase(
      String.raw`(released|cleared|clear) (by|from|through)? ?(the )?${customs}|${customs} ?(clearance )?(has been |is )?(completed|released|cleared|finished|complete|完成|放行)|clearance (completed|complete|finished)`,
      String.raw`清关完成|清關完成|通关完成|通關完成|(海关|海關)放行|放行|verzollt|zollabfertigung.{0,20}abgeschlossen|d[ée]douan[ée]|d[ée]douanement (termin|effectu)`,
      String.raw`(despacho|tr[áa]mite).{0,20}(completad|finalizad)|liberad[oa].{0,12}(aduana|alf[âa]ndega)|desembara[çc]o.{0,20}(conclu|finaliz)|sdoganat|ingeklaard|vrijgegeven door de douane`,
      String.raw`odprawa.{0,20}zako[ńn]cz|通関(手続き?)?(が)?(完了|許可)|통관 ?완료|выпущен[оа]? таможней|оформлени. завершен`,
    ),
    says('customs-cleared', { leg: 'import' }),
  ],
  [
    phrase(
      String.raw`prohibited|forbidden|not permitted|禁止|禁运|禁運|违禁|verboten|interdit|prohibid|proibid|vietat|zabronion|запрещ`,
    ),
    says('customs-held', prohibited),
  ],
  [
    phrase(
      String.raw`(dut(y|ies)|tax(es)?|vat|charges?|fees?) (are |is )?(un-?paid|due|outstanding|required|payable|to be paid)|(awaiting|pending) (payment|duty)|关税未|税款未|欠税|z[öo]lle.{0,20}(offen|zahlen)|droits.{0,20}(impay|payer)|pago de (impuestos|aranceles)|pagamento (de|dos) (impostos|tributos)|oneri doganali|niezap[łl]acon|관세 ?미납|не оплачен`,
    ),
    says('customs-held', dutiesUnpaid),
  ],
  [
    phrase(
      String.raw`${customs}.{0,40}(documents?|paperwork|information|invoice|资料|文件|unterlagen|dokument)|(missing|required|incomplete) (commercial )?(invoice|documents?|paperwork)|补(充)?资料|缺少(资料|文件)`,
    ),
    says('customs-held', documents),
  ],
  [
    phrase(
      String.raw`(held|detained|retained|seized|stopped|stuck|inspection|inspected|examined).{0,20}${customs}|${customs}.{0,20}(hold|held|delay|inspect|exam|detain|retain|seiz|扣|查验|查驗|滞留|滯留|angehalten|einbehalten|pr[üu]fung|beschlagnahm)`,
      String.raw`扣关|扣關|查验|查驗|(retenu|bloqu[ée]).{0,12}douane|reteni?d[oa].{0,12}(aduana|alf[âa]ndega)|retid[oa].{0,12}alf[âa]ndega|trattenut.{0,16}dogana|vastgehouden.{0,12}douane`,
      String.raw`zatrzyman.{0,16}celn|税関.{0,6}(保留|検査|留置)|세관.{0,6}(보류|검사)|задержан.{0,16}тамож|таможн.{0,16}задерж`,
    ),
    says('customs-held', { leg: 'import' }),
  ],
  [
    phrase(
      customs,
      '清关',
      '清關',
      '通关',
      '通關',
      '通関',
      '통관',
      'clearance',
      'd[ée]douanement',
      'inklaring',
    ),
    says('customs', { leg: 'import' }),
  ],
  [
    phrase(
      String.raw`(ready|available|awaiting|waiting|held|hold) (for|at) (customer )?(pick-?\s?up|collection|collect|(the )?post office)|ready to (be )?collect|(to|in|at) (a |the )?(parcel )?(locker|pick-?\s?up point|access point|parcel ?shop|service point)`,
      String.raw`待(自)?取|自提(点|柜)|驿站|驛站|abholbereit|zur abholung|(disponible|mis [àa] disposition).{0,24}(retrait|point|recog|recoger)|dispon[íi]vel para (levantamento|retirada)`,
      String.raw`disponibile per il ritiro|in giacenza|klaar om (af te halen|opgehaald)|afhaalpunt|gotow[aey]? do odbioru|do odbioru w|受け?取り?(可能|待ち)|保管(中|期間)|수령 ?(대기|가능)|보관|ожидает (вручения|получения|в)|готов к выдаче`,
    ),
    says('ready-for-pickup'),
  ],
  [
    phrase(
      String.raw`(could|can) ?not be delivered|not delivered|undeliver(ed|able)|unable to deliver|unsuccessful|deliver(y|ed) (attempt )?(failed|unsuccessful|exception)|attempt(ed)? (delivery|fail)|failed (delivery|attempt)|delivery attempt|missed delivery|notice left|no(body|-one| one)? (at )?home|recipient (was )?(not available|absent)|business closed`,
      String.raw`投递失败|投遞失敗|未妥投|派送失败|派送失敗|派件失败|无人(签收|在家)|無人|nicht (zugestellt|angetroffen)|zustellversuch|zustellung (nicht|fehlgeschlagen|erfolglos)`,
      String.raw`non livr|[ée]chec.{0,12}(livraison|distribution)|destinataire absent|tentative de livraison|no entregado|entrega (fallida|no realizada)|intento de entrega|destinatario ausente|ausente`,
      String.raw`n[ãa]o entregue|tentativa de entrega|entrega n[ãa]o|destinat[áa]rio ausente|mancata consegna|tentativo di consegna|destinatario assente|niet (bezorgd|thuis)|bezorgpoging`,
      String.raw`nie (dor[ęe]czon|zastano)|pr[óo]ba dor[ęe]czenia|awiz|不在|持ち戻り|配達できません|배(송|달) ?(실패|불가)|부재|не вручен|неудачн|попытка (вручения|доставки)`,
    ),
    says('attempt-failed'),
  ],
  [
    phrase(
      String.raw`(out|on ?board) for delivery|with .{2,30} for delivery|in delivery to|with (the )?(delivery )?courier|(on|loaded on(to)?) (the )?(delivery )?vehicle|派送中|派件中|正在派(送|件)|in zustellung|zustellfahrzeug|en cours de livraison|en livraison`,
      String.raw`en reparto|saiu para (a )?entrega|in consegna|bezorger is onderweg|wydan[aoye]{1,2} do dor[ęe]czenia|w dor[ęe]czeniu|配達中|持ち出し|배(송|달) ?(출발|출고)|배달 ?중|у курьера|передан.{0,4} курьеру`,
    ),
    says('out-for-delivery'),
  ],
  [
    phrase(
      String.raw`\bdelivered\b|signed (for )?by|proof of delivery|left (at|with|in)|签收|簽收|妥投|已送达|已送達|zugestellt|ausgeliefert|livr[ée]e?(?!\p{L})|distribu[ée](?!\p{L})|delivery confirmed|entregad[oa]|entregue`,
      String.raw`consegnat[oa]|bezorgd|afgeleverd|dor[ęe]czon|お届け(済|完了)|配達(済|完了)|お届け先にお届け|배(송|달) ?완료|вручен[оа]?|доставлен[оа]?`,
    ),
    says('delivered'),
  ],
  [
    phrase(
      String.raw`weather|storm|snow|flood|天气|天氣|台风|unwetter|intemp[ée]r|clima|maltempo|荒天|기상|погод`,
    ),
    says('delayed', { party: null, reason: 'weather_delay' }),
  ],
  [
    phrase(
      String.raw`delay|延误|延誤|versp[äa]t|verz[öo]ger|retard|retras|demora|atras|ritardo|vertrag|op[óo][źz]ni|遅延|遅れ|지연|задерж`,
    ),
    says('delayed'),
  ],
  [
    phrase(
      String.raw`on hold|\bheld\b|暂扣|angehalten|en attente|retenid|em espera|in attesa|in de wacht|wstrzyman|保留|보류`,
    ),
    says('held'),
  ],
  [
    phrase(
      String.raw`label (has been )?(created|printed)|(shipping|shipment|order|electronic|tracking) (label|information|info|data)|(info(rmation)?|data) (received|entered|was entered)|electronic notification|(being|en cours de|in) pr[ée]p(ar|ar)|order (fulfilled|processed)|shipment fulfilled|re[çc]u l.information|pre-?(advice|alert|advised)|manifest|shipment (created|registered|booked)|预报|預報|电子(信息|预)|電子|制单|下单`,
      String.raw`auftragsdaten|elektronisch angek[üu]ndigt|[ée]tiquette|annonc[ée]|etiqueta|pre-?avis|preaviso|etichetta|aangemeld|etykiet|zarejestrowan|ラベル|情報を受信|예약|информаци.{0,20}(получена|поступила)`,
    ),
    says('announced'),
  ],
  [
    phrase(
      String.raw`picked up|pick-?up|in .{0,16}possession|collected|accepted|acceptance|posted|received (by|at|from)|tendered|揽收|攬收|揽件|收寄|已收件|abgeholt|eingeliefert|aufgegeben|pris(e)? en charge|d[ée]pos[ée]|ramass[ée]`,
      String.raw`recogid[oa]|admitid|recolectad|coletad|postad|aceite|ritirat|presa in carico|opgehaald|ontvangen|odebran|nadan|przyj[ęe]t|引受|集荷|접수|집하|принят|при[её]м`,
    ),
    says('picked-up'),
  ],
  [
    phrase(
      String.raw`arriv|depart|transit|\bscan|crossing|at .{0,24}cent(er|re)|redirect|trait[ée]|sort|process|facility|\bhub\b|forward|en route|on its way|\bleft\b|flight|airline|airport|export|import|handed over|dispatch|transfer|到达|到達|离开|離開|发往|發往|运输|運輸|中转|中轉|航班|起飞|起飛|分拣|分揀|交航|出口|进口`,
      String.raw`bearbeitet|transport|unterwegs|weitergeleitet|angekommen|eingetroffen|verlassen|achemin|en route|en tr[áa]nsito|en camino|lleg|sali|em tr[âa]nsito|encaminhad|chegou|saiu|in transito|partit|arrivat|onderweg|vertrokken|aangekomen|w drodze|przybyc|wys[łl]an|opu[śs]ci`,
      String.raw`輸送|到着|発送|通過|出発|배송 ?중|운송|도착|출발|이동|в пути|прибы|поки|отправ|обработ`,
    ),
    says('moving'),
  ],
  [phrase(String.raw`exception|problem|incident|anomal|异常|異常|st[öo]rung`), hints('problem')],
];

/** What the carrier's own words say; null where no phrase is known in them. */
export function whatMessageSays(message: string): Said | null {
  const plain = message.replaceAll('_', ' ');
  const found = phrases.find(([words]) => words.test(plain));
  return found ? found[1] : null;
}
