export {
  addressesOf,
  type GivenAddress,
  type KnownAddress,
  rememberAddress,
} from './addresses/addresses.ts'
export { proposeChange } from './changes/record-change.ts'
export { setCustomerValue } from './changes/set-value.ts'
export { sendCheckUps } from './check-up/ask.ts'
export { noteOrder, noteRating, noteTicket } from './facts/note-facts.ts'
export { refillFacts } from './facts/refill.ts'
export { type CustomerContacts, contactsOf } from './file/contacts-of.ts'
export { customerValue, identifiedCustomers, phoneKnown } from './file/customer-data.ts'
export { customerNames, familiesOf, familyOf, headsOf } from './file/family-data.ts'
export { customerInReach } from './file/read-file.ts'
export { maskedCustomer, revealedCustomer } from './file/view-customer.ts'
export { maskName, maskNumbersIn, readContact } from './identify/contact.ts'
export { customerOfContact, type SealedContact, sealContact } from './identify/find-by-contact.ts'
export { type Identified, identifyCustomers, type Sender } from './identify/identify-customers.ts'
export { type ImportedCustomer, importCustomers } from './identify/import-customers.ts'
export { askedPersonalWords, personalWords } from './identify/personal-words.ts'
export { likelySame } from './match/likely-same-data.ts'
export { countSegment, createSegment, segmentMembers } from './segments/segments.ts'
export { rememberTrait, tabooLines } from './traits/traits.ts'
