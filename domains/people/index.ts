export {
  type BrandHook,
  type CreatedBrand,
  offerPacks,
  onBrandCreated,
  type PackOffer,
} from './organisation/brand-hooks.ts'
export { changeServiceLine, serviceContact } from './organisation/care-line.ts'
export { type BrandMade, createBrand, type NewBrand } from './organisation/create-brand.ts'
export { createShop, type NewShop } from './organisation/create-shop.ts'
export {
  findAllStaffNames,
  findAtWork,
  findBrandName,
  findRegions,
  findShopByCode,
  findShopPhones,
  findShops,
  findShopsByRegion,
  findStaffByLogin,
  findStaffNames,
  findZone,
  listShops,
  type ShopName,
} from './organisation/names-data.ts'
export { DEMO_PASSWORD } from './setup/demo-logins.ts'
export { findActor, findSession } from './sign-in/find-session.ts'
export { hashPassword } from './sign-in/password.ts'
export { createStaff, type NewStaff } from './staff/create-staff.ts'
export { nextDutyAt } from './staff/duty.ts'
export { dutyOf } from './staff/on-duty.ts'
export { findStaffPhones } from './staff/phones.ts'
export { findRolesHeld } from './staff/roles-held-data.ts'
export { loadRoster, type Roster, type RosterPerson, type RosterShop } from './staff/roster.ts'
export { rotaOf, type Span, spansOf } from './staff/rota.ts'
export { maskPhone } from './staff/staff-view.ts'
