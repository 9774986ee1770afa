/** Where a rule is written. Help, not advice. */
export interface Rule {
  readonly citation: string;
  readonly url: string;
  readonly checkedOn: string;
}

const checkedOn = '2026-11-25';
const rule = (citation: string, url: string): Rule => ({ citation, url, checkedOn });

const crd = 'https://eur-lex.europa.eu/eli/dir/2011/83/oj';
const ukCcr = 'https://www.legislation.gov.uk/uksi/2013/3134';
const ukCra = 'https://www.legislation.gov.uk/ukpga/2015/15';
const mitor = 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-435';
const acl = 'https://www.legislation.gov.au/C2004A00109/latest/text';
const krEcommerce = 'https://www.law.go.kr/법령/전자상거래등에서의소비자보호에관한법률';
const visa = 'https://usa.visa.com/dam/VCOM/download/about-visa/visa-rules-public.pdf';
const mastercard =
  'https://www.mastercard.us/content/dam/public/mastercardcom/na/global-site/documents/chargeback-guide.pdf';

/** Every rule that sets a deadline or forbids an option. */
export const rules = {
  'eu-delivery-30d': rule('Directive 2011/83/EU, Art. 18', crd),
  'eu-withdrawal-14d': rule('Directive 2011/83/EU, Art. 9', crd),
  'eu-withdrawal-refund-14d': rule('Directive 2011/83/EU, Art. 13', crd),
  'eu-withdrawal-function': rule(
    'Directive 2011/83/EU, Art. 11a (inserted by Directive (EU) 2023/2673)',
    'https://eur-lex.europa.eu/eli/dir/2023/2673/oj',
  ),
  'eu-conformity': rule(
    'Directive (EU) 2019/771, Art. 13',
    'https://eur-lex.europa.eu/eli/dir/2019/771/oj',
  ),
  'eu-gpsr-recall': rule(
    'Regulation (EU) 2023/988, Art. 37',
    'https://eur-lex.europa.eu/eli/reg/2023/988/oj',
  ),
  'uk-delivery-30d': rule('Consumer Rights Act 2015, s. 28', ukCra),
  'uk-cancel-14d': rule('SI 2013/3134, reg. 30', ukCcr),
  'uk-refund-14d': rule('SI 2013/3134, reg. 34', ukCcr),
  'uk-reject-30d': rule('Consumer Rights Act 2015, ss. 20 and 22', ukCra),
  'us-mitor-ship-30d': rule('16 CFR 435.2', mitor),
  'us-mitor-refund-7wd': rule('16 CFR 435.1', mitor),
  'us-reg-z-return-7bd': rule(
    '12 CFR 1026.12(e)(1)',
    'https://www.ecfr.gov/current/title-12/section-1026.12',
  ),
  'us-ucc-reject': rule('UCC 2-601, 2-711', 'https://www.law.cornell.edu/ucc/2'),
  'cn-withdrawal-7d': rule('Consumer Protection Law of China, Art. 25', 'http://www.npc.gov.cn'),
  'cn-faulty-7d': rule('Consumer Protection Law of China, Art. 24', 'http://www.npc.gov.cn'),
  'cn-refund-7d': rule('Consumer Protection Law of China, Art. 25', 'http://www.npc.gov.cn'),
  'au-major-failure': rule('Australian Consumer Law, ss. 259–263', acl),
  'kr-withdrawal-7d': rule('E-Commerce Act of Korea, Art. 17', krEcommerce),
  'kr-refund-3bd': rule('E-Commerce Act of Korea, Art. 18', krEcommerce),
  'br-withdrawal-7d': rule(
    'Lei 8.078/1990, Art. 49',
    'https://www.planalto.gov.br/ccivil_03/leis/l8078compilado.htm',
  ),
  'bank-visa-promise-passed': rule('Visa 13.1', visa),
  'bank-visa-15d': rule('Visa 13.1, 13.3, 13.7', visa),
  'bank-visa-120d': rule('Visa 13.1, 13.3, 13.7', visa),
  'bank-mc-120d': rule('Mastercard 4853', mastercard),
  'carrier-claim-4px': rule(
    '4PX compensation terms (check with the carrier)',
    'http://express.4px.com/article/detail/id/503423/cid/28',
  ),
  'carrier-claim-usps': rule(
    'USPS claims and inquiries (check with the carrier)',
    'https://www.usps.com/help/claims.htm',
  ),
  'carrier-claim-royal-mail': rule(
    'Royal Mail claims (check with the carrier)',
    'https://www.royalmail.com/claims',
  ),
  'carrier-claim-auspost': rule(
    'Australia Post enquiries (check with the carrier)',
    'https://auspost.com.au/help-and-support',
  ),
  'carrier-claim-canada-post': rule(
    'Canada Post claims (check with the carrier)',
    'https://www.canadapost-postescanada.ca',
  ),
  'carrier-claim-fedex': rule(
    'FedEx claims (check with the carrier)',
    'https://www.fedex.com/en-us/customer-support/claims.html',
  ),
  'carrier-claim-ups': rule(
    'UPS claims (check with the carrier)',
    'https://www.ups.com/us/en/support/file-a-claim',
  ),
  'no-store-credit-alone': rule(
    'Directive 2011/83/EU, Art. 13; 16 CFR 435.1; Australian Consumer Law, s. 263',
    mitor,
  ),
  'buyer-chooses-remedy': rule(
    'Directive (EU) 2019/771, Art. 13; UCC 2-711; Australian Consumer Law, s. 259',
    crd,
  ),
  'law-not-known': rule('not known here', ''),
} as const;

export type RuleId = keyof typeof rules;
