import { foldText } from '#platform/fold-text'

const DATE = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}:\d{2}/g
const LINK =
  /https?:|www\.|\b[a-z0-9-]+\.(?:com|cn|net|org|top|xyz|vip|io|me|ly|cc|co|tw|hk|shop|site|link|info|app|club|im|biz)\b|\b[a-z0-9-]+\.[a-z]{2,}\/\S/
const NUMBER = /(?:\d[\s().-]{0,3}){7,}/
const ACCOUNT =
  /微信号|加\s*(?:微|v|薇|威信)|[v薇威]信|转账|转帐|打款|汇款|验证码|银行卡|收款码|(?:支付宝|微信)[账帐]/

/** Whether a draft has in it where an injected text would lead a customer to: a link, a telephone number, an account, a payment. Dates and times are none. */
export function leadsAway(text: string): boolean {
  const folded = foldText(text.normalize('NFKC')).replace(DATE, ' ')
  return LINK.test(folded) || NUMBER.test(folded) || ACCOUNT.test(folded)
}
