import { rule, type MessageRule } from './message-rule.ts';

export const portugueseRules: readonly MessageRule[] = [
  rule('announced', /\betiqueta de (devolução|retorno)/, { leg: null }),
  rule('returned', /\bentregue (ao|para o) remetente|devolução (entregue|concluída)/),
  rule(
    'returning',
    /\b(devolvid[oa]|devolução|retorn\w+)\b.{0,25}(ao? (remetente|origem|vendedor))|em devolução|devolução (iniciada|em curso|em andamento)/,
    { unless: /\b(caso contrário|senão)\b/ },
  ),
  rule('moving', /\b(objeto|encomenda|pacote) (foi )?(encontrad|localizad)[oa]/, {
    unless: /\bnão\b/,
  }),
  rule('lost', /\b(perdid[oa]|extraviad[oa]|extravio|objeto não localizado|roubad[oa])\b/, {
    unless: /\bnão (foi |está )?(perdid|extravi)/,
  }),
  rule('lost', /\b(destruíd[oa]|refugad[oa])\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\b(liberad[oa]|desembaraçad[oa])\b.{0,25}(alfândega|aduan|fiscaliza)|(desembaraço|fiscalização|alfândega|despacho aduaneiro).{0,30}(concluíd|finalizad|liberad)/,
    {
      unless: /\b(não|aguardando|pendente)\b/,
    },
  ),
  rule(
    'customs-held',
    /\b(impostos?|tributos?|taxas?|direitos|tarifas?)\b.{0,40}(pendente|por pagar|não pag|a pagar|em aberto|em falta)|aguardando pagamento/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\b(alfândega|aduan\w*|desembaraço|fiscalização)\b.{0,50}(documentos?|documentação|fatura|informaç)|(documentação|documentos|fatura comercial)\b.{0,30}(alfândega|aduan|falta|incomplet|pendente)/,
    {
      reason: 'customs_documentation',
    },
  ),
  rule(
    'customs-held',
    /\b(inspeção|inspecionad[oa]|verificação)\b.{0,25}(alfândega|aduan)|(alfândega|aduan\w*).{0,20}inspe/,
    { reason: 'customs_inspection' },
  ),
  rule('customs-held', /\b(apreendid[oa]|importação (proibida|não autorizada)|objeto proibido)\b/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\b(retid[oa]|bloquead[oa]|atras\w+)\b.{0,25}(alfândega|aduan|fiscaliza)|(alfândega|aduan\w*).{0,25}(reti|bloque|atras)/,
    { reason: 'customs_delay', unless: /\bjá não\b/ },
  ),
  rule('customs', /\b(alfândega|alfandeg|aduan|desembaraço|fiscalização)/),
  rule('refused', /\b(recusad[oa]|recusa|rejeitad[oa] pelo)\b/),
  rule('cancelled', /\b(cancelad[oa]|anulad[oa])\b/),
  rule('address-problem', /\b(mudou-se|destinatário mudou)/, { reason: 'recipient_moved' }),
  rule(
    'address-problem',
    /\b(endereço|morada|destinatário|número)\b.{0,30}(incorret|incomplet|desconhecid|errad|insuficiente|inexistente|não (encontrad|localizad))/,
  ),
  rule('attempt-failed', /\b(destinatário|cliente|recebedor)\b.{0,15}ausente|\bausente\b/, {
    party: 'buyer',
    reason: 'consignee_not_available',
    unless: /vizinh|porteir|caixa de correio/,
  }),
  rule('attempt-failed', /\b(empresa|estabelecimento|loja)\b.{0,15}fechad[oa]/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule(
    'attempt-failed',
    /\bnão (reclamad|retirad|procurad|levantad)[oa]|prazo de (retirada|levantamento) (expirado|encerrado)/,
    { party: 'buyer' },
  ),
  rule('damaged', /\b(danificad[oa]|avariad[oa]|avaria)\b/, {
    unless: /\b(não|sem) (danificad|avaria)|reembalad/,
  }),
  rule(
    'attempt-failed',
    /\b(não (foi |pôde ser )?(possível )?(entreg\w+|a entrega)|entrega (não (efetuada|realizada)|falhada|sem sucesso)|tentativa de entrega|insucesso na entrega|impossibilidade de entrega)/,
    {
      unless: /\b(próxima|nova tentativa será|agendada)/,
    },
  ),
  rule('delayed', /\b(clima\w*|meteorológic\w*|tempestade|neve|enchente|mau tempo)\b/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(greve|força maior)\b/, { party: null, reason: 'force_majeure' }),
  rule(
    'delayed',
    /\b(mal encaminhad|erro de (triagem|encaminhamento)|encaminhad[oa] (incorretamente|errad))/,
    { reason: 'carrier_sorting_error' },
  ),
  rule('delayed', /\b(atras\w+|demora\w*|adiad[oa])\b/, {
    reason: 'carrier_delay',
    unless: /\bsem atraso/,
  }),
  rule(
    'ready-for-pickup',
    /\b(disponível|aguardando|pront[oa])\b.{0,30}(retirada|levantamento|levantad|recolha|retirar)|\b(entregue|depositad[oa]) (em|no|na|num) (ponto|cacifo|locker|armário)/,
  ),
  rule('held', /\b(retid[oa]|em espera|bloquead[oa])\b/),
  rule(
    'out-for-delivery',
    /\b(saiu para (a )?entrega|em distribuição|em (rota|processo) de entrega|com o (carteiro|estafeta|entregador))/,
  ),
  rule('delivered', /\b(entregue|entrega (efetuada|realizada|conseguida|concluída))\b/, {
    unless: /\b(não|será|ser|antes)\b/,
  }),
  rule(
    'announced',
    /\b(etiqueta|pré-?(aviso|postagem)|informaç\w+.{0,25}(recebid|enviad)|em preparação|aguardando postagem)/,
  ),
  rule(
    'picked-up',
    /\b(postad[oa]|coletad[oa]|recolhid[oa]|aceite|aceito|recebido pelos correios)\b/,
    { unless: /\b(será|não)\b/ },
  ),
  rule('moving', /\b(exportação|saída internacional)\b/, { leg: 'export' }),
  rule('moving', /\b(país de destino|importação|recebido no brasil|chegou ao brasil)\b/, {
    leg: 'import',
  }),
  rule('moving', /\b(unidade|centro) de (distribuição|entrega)\b/, { leg: 'last-mile' }),
  rule(
    'moving',
    /\b(em trânsito|a caminho|encaminhad[oa]|chegou|chegada|saiu|partida|processad[oa]|triagem|transferência|expedid[oa]|recebid[oa])\b/,
  ),
  rule('problem', /\b(incidência|problema|anomalia|ocorrência|averiguação)\b/),
];
