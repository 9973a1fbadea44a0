export {
  type BrandHook,
  type CreatedBrand,
  offerPacks,
  onBrandCreated,
  type PackOffer,
} from './brand-hooks.ts'
export { type BrandMade, createBrand, type NewBrand } from './create-brand.ts'
export { createShop, type NewShop } from './create-shop.ts'
export { createStaff, type NewStaff } from './create-staff.ts'
export { isOnDuty } from './duty.ts'
export { findSession } from './find-session.ts'
export { findShops, findStaffNames, type ShopName } from './names-data.ts'
export { hashPassword } from './password.ts'
export { loadRoster, type Roster, type RosterPerson, type RosterShop } from './roster.ts'
