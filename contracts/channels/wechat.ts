import { z } from 'zod'
import { Id, Instant } from '../kit.ts'

const utf8 = (text: string) => new TextEncoder().encode(text).length

/** WeChat counts a name in bytes; a Chinese character is three. */
const name = (bytes: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => utf8(text) <= bytes, { message: `at most ${bytes} bytes` })

const Opens = z.strictObject({ kind: z.literal('page'), url: z.url({ protocol: /^https?$/ }).max(1024) })
/** What the official account answers at once when the button is tapped. */
const Says = z.strictObject({ kind: z.literal('reply'), text: z.string().trim().min(1).max(600) })
const Deed = z.discriminatedUnion('kind', [Opens, Says])

export const MenuItem = z.strictObject({ name: name(60), deed: Deed })
export type MenuItem = z.infer<typeof MenuItem>

/** A button does something itself, or opens up to five others. */
export const MenuButton = z
  .strictObject({ name: name(16), deed: Deed.nullable(), items: z.array(MenuItem).max(5) })
  .refine((b) => (b.deed === null) === b.items.length > 0, { message: 'a deed or items', path: ['deed'] })
export type MenuButton = z.infer<typeof MenuButton>

export const WechatMenu = z.strictObject({ buttons: z.array(MenuButton).max(3) })
export type WechatMenu = z.infer<typeof WechatMenu>

/** What an official account has beside its settings: the menu below the conversation, and a code to follow it per shop. */
export const WechatExtrasView = z.object({
  menu: z.object({ buttons: z.array(MenuButton), publishedAt: Instant.nullable() }),
  shops: z.array(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      /** Address of the picture of the shop's code; null until it is made. */
      picture: z.string().nullable(),
    }),
  ),
})
export type WechatExtrasView = z.infer<typeof WechatExtrasView>

export const MakeScene = z.strictObject({ shopId: Id })
