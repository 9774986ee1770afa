import { rule, type MessageRule } from './message-rule.ts';

export const spanishRules: readonly MessageRule[] = [
  rule('announced', /\betiqueta de (devolución|retorno)/, { leg: null }),
  rule(
    'returned',
    /\bentregad[oa] al (remitente|vendedor)|devolución (entregada|completada|finalizada)/,
  ),
  rule(
    'returning',
    /\b(devuelt[oa]|devolución|retorno|retornad[oa]|regres\w+)\b.{0,20}(al? (remitente|origen|vendedor|remite))|en (proceso de )?devolución|devolución en curso/,
    {
      unless: /\b(en caso contrario|si no|de lo contrario)\b/,
    },
  ),
  rule('moving', /\b(paquete|envío) (ha sido |fue )?(encontrad|localizad)[oa]/),
  rule('lost', /\b(perdid[oa]|extraviad[oa]|extravío|pérdida|desaparecid[oa])\b/, {
    unless: /\b(no|nunca) (está |se ha |ha sido )?(perdid|extravi)/,
  }),
  rule('lost', /\bdestruid[oa]\b/, { party: null, reason: 'return_destroyed' }),
  rule(
    'customs-cleared',
    /\b(liberad[oa]|despachad[oa]|autorizad[oa])\b.{0,25}aduan|aduan\w*.{0,30}(completad|finalizad|liberad|concluid)|despacho (de aduanas?|aduanero).{0,15}(completado|finalizado|realizado)/,
    {
      unless: /\b(no|pendiente|espera|hasta)\b/,
    },
  ),
  rule(
    'customs-held',
    /\b(impuestos?|aranceles?|derechos|tasas|iva|tributos)\b.{0,40}(impag|pendiente|sin pagar|no pagad|por pagar|a pagar)|(pendiente|espera).{0,20}pago.{0,20}(impuestos?|aranceles?|derechos|tasas)/,
    {
      party: null,
      reason: 'customs_duties_unpaid',
    },
  ),
  rule(
    'customs-held',
    /\baduan\w*.{0,50}(documentos?|documentación|factura|información)|(documentación|documentos|factura comercial)\b.{0,30}(aduan|falta|incomplet|pendiente)/,
    {
      reason: 'customs_documentation',
    },
  ),
  rule(
    'customs-held',
    /\b(inspección|revisión|inspeccionad[oa]|control)\b.{0,25}aduan|aduan\w*.{0,20}(inspecci|revisi)/,
    { reason: 'customs_inspection' },
  ),
  rule('customs-held', /\b(decomisad[oa]|incautad[oa]|mercancía prohibida|artículo prohibido)\b/, {
    reason: 'customs_prohibited',
  }),
  rule(
    'customs-held',
    /\b(reteni\w+|detenid[oa]|bloquead[oa]|demora\w*|retras\w+)\b.{0,25}aduan|aduan\w*.{0,25}(reten|deten|demora|retras)/,
    {
      reason: 'customs_delay',
      unless: /\bya no\b/,
    },
  ),
  rule('customs', /\baduan/),
  rule('refused', /\b(rechazad[oa]|rehusad[oa]|rechazo|rehúsa)\b/),
  rule('cancelled', /\b(cancelad[oa]|anulad[oa])\b/),
  rule('address-problem', /\b(se ha mudado|cambio de domicilio|ya no (vive|reside))/, {
    reason: 'recipient_moved',
  }),
  rule(
    'address-problem',
    /\b(dirección|domicilio|destinatario|señas)\b.{0,30}(incorrect|incomplet|desconocid|erróne|insuficient|inexistente|equivocad|no encontrad)|\b(error|problema) (en|con) la dirección/,
  ),
  rule(
    'attempt-failed',
    /\bausente\b|nadie en (casa|el domicilio)|\bdestinatario no (está|se encontraba|disponible)/,
    {
      party: 'buyer',
      reason: 'consignee_not_available',
      unless: /vecin|vizinh|porter|buzón/,
    },
  ),
  rule('attempt-failed', /\b(negocio|empresa|establecimiento|local|comercio)\b.{0,15}cerrad[oa]/, {
    party: 'buyer',
    reason: 'consignee_business_closed',
  }),
  rule(
    'attempt-failed',
    /\bno (reclamad|retirad|recogid)[oa]|plazo de recogida (vencido|expirado)/,
    { party: 'buyer' },
  ),
  rule('damaged', /\b(dañad[oa]|deteriorad[oa]|averiad[oa]|rot[oa])\b/, {
    unless: /\b(no|sin) dañ|reembalad/,
  }),
  rule(
    'attempt-failed',
    /\b(no (se )?(ha podido|pudo|fue posible|ha sido) (ser )?(entreg|realizar)|no entregad[oa]|entrega (fallida|no realizada|infructuosa|sin éxito)|intento (de entrega )?(fallido|sin éxito)|imposible (la )?entrega|intento de entrega)/,
    {
      unless: /\b(próximo|nuevo intento|programad)/,
    },
  ),
  rule('delayed', /\b(clima\w*|meteorológic\w*|temporal|tormenta|nieve|inundaci\w*)\b/, {
    party: null,
    reason: 'weather_delay',
  }),
  rule('delayed', /\b(huelga|fuerza mayor)\b/, { party: null, reason: 'force_majeure' }),
  rule('delayed', /\b(mal (clasificad|encaminad|direccionad)|error de clasificación)/, {
    reason: 'carrier_sorting_error',
  }),
  rule('delayed', /\b(retras\w+|demora\w*|aplazad[oa])\b/, {
    reason: 'carrier_delay',
    unless: /\bsin (retraso|demora)/,
  }),
  rule(
    'ready-for-pickup',
    /\b(disponible|list[oa]|esperando|pendiente)\b.{0,30}(recog|retir|recolec|punto|oficina)|\b(entregad|depositad|llegad)[oa] (en|a) (el |un |al )?(punto de (recogida|retiro)|taquilla|casillero)/,
  ),
  rule('held', /\b(retenid[oa]|en espera|detenid[oa]|bloquead[oa])\b/),
  rule(
    'out-for-delivery',
    /\b(en (reparto|proceso de entrega|camino para (ser )?entreg)|en ruta de entrega|salió a reparto|repartidor.{0,20}(camino|ruta))/,
  ),
  rule('delivered', /\b(entregad[oa]|entrega (realizada|efectuada|exitosa|completada))\b/, {
    unless: /\b(no|será|ser|antes|pendiente de)\b/,
  }),
  rule(
    'announced',
    /\b(etiqueta|pre-?registr|preavis|prealert|información.{0,25}(recibida|enviada)|admitida electrónicamente|en preparación|pendiente de recepción)/,
  ),
  rule(
    'picked-up',
    /\b(recogid[oa]|admitid[oa]|admisión|recolectad[oa]|aceptad[oa]|depositad[oa])\b/,
    { unless: /\b(será|no)\b/ },
  ),
  rule('moving', /\b(export\w*|salida (del país|internacional))\b/, { leg: 'export' }),
  rule('moving', /\b(país de destino|import\w*)\b/, { leg: 'import' }),
  rule('moving', /\b(unidad|oficina|centro|delegación) (de )?(reparto|entrega|destino)\b/, {
    leg: 'last-mile',
  }),
  rule(
    'moving',
    /\b(en tránsito|en camino|llegad[oa]|salid[oa]|clasificad[oa]|procesad[oa]|en curso|en ruta|trasladad[oa]|reexpedid[oa]|enviad[oa]|despachad[oa]|recibid[oa])\b/,
  ),
  rule('problem', /\b(incidencia|problema|anomalía|investigación)\b/),
];
