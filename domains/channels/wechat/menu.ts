import { createHash } from 'node:crypto'
import type { MenuButton } from '#contracts/channels/wechat'

type Deed = NonNullable<MenuButton['deed']>

/** The menu in WeChat's words. */
export function menuBody(buttons: readonly MenuButton[]) {
  return {
    button: buttons.map((b) =>
      b.deed
        ? { name: b.name, ...deedBody(b.deed) }
        : { name: b.name, sub_button: b.items.map((i) => ({ name: i.name, ...deedBody(i.deed) })) },
    ),
  }
}

function deedBody(deed: Deed) {
  return deed.kind === 'page' ? { type: 'view', url: deed.url } : { type: 'click', key: keyOf(deed.text) }
}

/** What a tapped button answers; empty for a key of an older menu, which phones show for up to a day. */
export function replyOf(buttons: readonly MenuButton[], key: string): string {
  const deeds = buttons.flatMap((b) => [b.deed, ...b.items.map((i) => i.deed)])
  for (const deed of deeds) if (deed?.kind === 'reply' && keyOf(deed.text) === key) return deed.text
  return ''
}

/** The key tells the words, not the place: a button that moves still answers with its own. */
function keyOf(text: string): string {
  return `hy_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
}
