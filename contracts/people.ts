import { z } from 'zod'
import { defineEvent, Id, Instant, Locale, Point } from './kit.ts'

/** Roles of staff (product.md, "Who uses it"); a person may hold several, each with its own extent. */
export const Role = z.enum([
  'shop_staff',
  'agent',
  'lead',
  'shop_manager',
  'region_manager',
  'quality',
  'marketing',
  'advisor',
  'delivery_lead',
  'kitchen',
  'rider',
  'tech',
  'finance',
  'executive',
  'admin',
])
export type Role = z.infer<typeof Role>

/** Where a grant reaches: the whole brand, one region or one shop. */
export const Extent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('brand') }),
  z.strictObject({ kind: z.literal('region'), regionId: Id }),
  z.strictObject({ kind: z.literal('shop'), shopId: Id }),
])
export type Extent = z.infer<typeof Extent>
export const Grant = z.strictObject({ role: Role, extent: Extent })
export type Grant = z.infer<typeof Grant>

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(64)
  .regex(/^[a-z0-9._@+-]+$/)
export const Password = z.string().min(10).max(128)

export const SignIn = z.strictObject({
  login: z.string().trim().toLowerCase().min(1).max(64),
  password: z.string().min(1).max(128),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
})

export const Brand = z.object({ id: Id, name: z.string(), industry: z.string(), zone: z.string() })

/** The signed-in person: what the console needs to draw itself. `can` lists the actions held at any extent. */
export const Me = z.object({
  staffId: Id,
  name: z.string(),
  login: z.string(),
  brand: Brand,
  grants: z.array(Grant),
  can: z.array(z.string()),
  locale: Locale,
  theme: z.enum(['auto', 'light', 'dark']),
  totpOn: z.boolean(),
  away: z.boolean(),
  demo: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const Preferences = z.strictObject({
  locale: Locale.optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  away: z.boolean().optional(),
})

export const SessionView = z.object({
  id: Id,
  createdAt: Instant,
  seenAt: Instant,
  agent: z.string(),
  ip: z.string(),
  current: z.boolean(),
})
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(128), next: Password })
export const TotpStart = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() })
export const TotpCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) })

/** `HH:MM`; an end may run to 30:00, which is 06:00 of the next day (shops open past midnight). */
export const TimeOfDay = z.string().regex(/^([0-2]\d|30):[0-5]\d$/)
export const Hours = z.array(z.tuple([TimeOfDay, TimeOfDay])).max(4)
/** Opening or duty hours for Monday … Sunday, each a list of [from, to]; an empty list is a day off. */
export const Week = z.tuple([Hours, Hours, Hours, Hours, Hours, Hours, Hours])
export type Week = z.infer<typeof Week>

/** The number as customers dial it, an extension behind it if there is one: 400-820-7777, 0571-8888 6666转2, 95123, +886 2 1234 5678; or none. */
export const SERVICE_PHONE = /^(\+?\d[\d -]{3,18}\d(\s?(转|轉|ext\.?)\s?\d{1,6})?)?$/

/** Under which number customers reach the brand and when somebody answers it; all empty where there is none. `said`: as it stands in messages. */
export const ServiceLine = z.object({ phone: z.string(), hours: Week, said: z.string() })
/** Without a phone the brand has none any more. Without hours nothing is said about them. */
export const SaveServiceLine = z.strictObject({ phone: z.string().trim().regex(SERVICE_PHONE), hours: Week })

export const Region = z.object({ id: Id, name: z.string(), shops: z.number().int() })
export const SaveRegion = z.strictObject({ name: z.string().trim().min(1).max(60) })

export const ShopState = z.enum(['open', 'paused', 'closed'])
export const Shop = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  regionId: Id,
  regionName: z.string(),
  address: z.string(),
  phone: z.string(),
  zone: z.string(),
  hours: Week,
  state: ShopState,
  /** Where it stands on the map; riders are sent from there. */
  point: Point.nullable(),
  departments: z.array(z.object({ id: Id, name: z.string() })),
  staffCount: z.number().int(),
})
export type Shop = z.infer<typeof Shop>
export const SaveShop = z.strictObject({
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(60),
  regionId: Id,
  address: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(30).default(''),
  zone: z.string().max(40).default('Asia/Shanghai'),
  hours: Week,
  state: ShopState.default('open'),
  point: Point.nullable().default(null),
  departments: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
})

export const StaffState = z.enum(['invited', 'active', 'locked'])
export const Staff = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  phoneMasked: z.string(),
  state: StaffState,
  grants: z.array(Grant),
  duty: Week,
  away: z.boolean(),
  onDuty: z.boolean(),
  totpOn: z.boolean(),
  lastSeenAt: Instant.nullable(),
  /** How many open tickets the person can carry at once; null: no limit of the own. */
  capacity: z.int().nullable(),
})
export type Staff = z.infer<typeof Staff>
export const SaveStaff = z.strictObject({
  name: z.string().trim().min(1).max(60),
  login: Login,
  phone: z.string().trim().max(30).default(''),
  grants: z.array(Grant).min(1).max(20),
  duty: Week,
  capacity: z.int().min(1).max(500).nullable().optional(),
})
/** The link is shown once; the invited person chooses a password with it within seven days. */
export const Invitation = z.object({ url: z.string(), expiresAt: Instant })
export const InvitationView = z.object({ name: z.string(), login: z.string(), brandName: z.string() })
export const AcceptInvitation = z.strictObject({ password: Password })
export const SaveAbsence = z.strictObject({
  from: Instant,
  to: Instant,
  reason: z.string().trim().max(200).default(''),
  /** Who stands in meanwhile: gets what the absent person would have to approve. */
  deputyId: Id.nullable().default(null),
})
export const Absence = z.object({
  id: Id,
  from: Instant,
  to: Instant,
  reason: z.string(),
  deputyId: Id.nullable(),
  deputyName: z.string(),
})

/** A person who can be given a ticket, with the load that routing looks at. */
export const Assignable = z.object({
  id: Id,
  name: z.string(),
  roles: z.array(Role),
  onDuty: z.boolean(),
  openTickets: z.number().int(),
  capacity: z.int().nullable(),
})

export const SetupState = z.object({
  needed: z.boolean(),
  demo: z.boolean(),
  packs: z.array(z.object({ key: z.string(), name: z.string(), summary: z.string() })),
})
export const Setup = z.strictObject({
  admin: z.strictObject({ name: z.string().trim().min(1).max(60), login: Login, password: Password }),
  brand: z.strictObject({ name: z.string().trim().min(1).max(60), pack: z.string().max(40) }),
  shop: z.strictObject({
    name: z.string().trim().min(1).max(60),
    address: z.string().trim().max(200).default(''),
  }),
})

export const staffLocked = defineEvent('people.staffLocked', z.object({ staffId: Id }))
export const shopChanged = defineEvent('people.shopChanged', z.object({ shopId: Id }))
