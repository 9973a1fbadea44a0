/** Whether these words are a phone number that can be called: a mobile or a landline of the mainland, or an international one. */
export function isNumber(phone: string): boolean {
  return /^(\+?86)?1\d{10}$|^0\d{2,3}-?\d{7,8}$|^\+\d{7,15}$/.test(phone.replace(/[\s-]/g, ''))
}
