export type TemplateValues = Partial<
  Record<'customer' | 'number' | 'shop' | 'brand' | 'team' | 'staff' | 'expected' | 'link' | 'order', string>
>

/** Fills {{variables}}; one without a value disappears together with the space it leaves. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text
    .replace(/\{\{(\w+)\}\}/g, (_, name: keyof TemplateValues) => values[name] ?? '')
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}
