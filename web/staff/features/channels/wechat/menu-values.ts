import type { MenuButton } from '#contracts/channels/wechat'

export const MOST_BUTTONS = 3
export const MOST_ITEMS = 5
export const NAME_BYTES = { button: 16, item: 60 }

export type ItemValues = { name: string; does: 'page' | 'reply'; url?: string; text?: string }
export type ButtonValues = Omit<ItemValues, 'does'> & {
  does: 'page' | 'reply' | 'items'
  items?: ItemValues[]
}
export type MenuValues = { buttons: ButtonValues[] }

type Deed = NonNullable<MenuButton['deed']>

/** The published menu as the form holds it. */
export function valuesOf(buttons: readonly MenuButton[]): MenuValues {
  return {
    buttons: buttons.map((b) => ({
      name: b.name,
      ...(b.deed ? deedValues(b.deed) : { does: 'items' as const }),
      items: b.items.map((i) => ({ name: i.name, ...deedValues(i.deed) })),
    })),
  }
}

/** What the form holds as a menu; of a button that opens a list its own deed is dropped, and the other way round. */
export function menuOf({ buttons }: MenuValues): MenuButton[] {
  return buttons.map((b) =>
    b.does === 'items'
      ? {
          name: b.name.trim(),
          deed: null,
          items: (b.items ?? []).map((i) => ({ name: i.name.trim(), deed: deedOf(i) })),
        }
      : { name: b.name.trim(), deed: deedOf({ ...b, does: b.does }), items: [] },
  )
}

/** WeChat counts in bytes: a Chinese character is three. */
export function isTooLong(name: string, of: keyof typeof NAME_BYTES): boolean {
  return new TextEncoder().encode(name.trim()).length > NAME_BYTES[of]
}

function deedValues(deed: Deed): Omit<ItemValues, 'name'> {
  return deed.kind === 'page' ? { does: 'page', url: deed.url } : { does: 'reply', text: deed.text }
}

function deedOf({ does, url, text }: Omit<ItemValues, 'name'>): Deed {
  return does === 'page'
    ? { kind: 'page', url: (url ?? '').trim() }
    : { kind: 'reply', text: (text ?? '').trim() }
}
