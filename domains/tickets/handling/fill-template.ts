export type TemplateValues = Partial<
  Record<
    | 'customer'
    | 'number'
    | 'shop'
    | 'brand'
    | 'team'
    | 'staff'
    | 'expected'
    | 'link'
    | 'order'
    | 'gift'
    | 'code',
    string
  >
>

/**
 * Fills {{variables}}; one without a value disappears together with the space it leaves.
 * Shape: a customer whose name is unknown or masked (林**, 138****5678) is greeted without one, the comma goes too.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  const { customer = '' } = values
  return (customer && !customer.includes('*') ? text : nameless(text))
    .replace(/\{\{(\w+)\}\}/g, (_, name: keyof TemplateValues) => values[name] ?? '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}

function nameless(text: string): string {
  return text
    .replace(/^\s*\{\{customer\}\}[，,：:]?\s*(\p{Ll}?)/u, (_, first: string) => first.toUpperCase())
    .replace(/[ \t]*\{\{customer\}\}/g, '')
}
