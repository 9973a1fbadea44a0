export { maskNumbersIn } from './contact.ts'
export { customerValue, setCustomerValue } from './customer-data.ts'
export { type Identified, identifyCustomers, type Sender } from './identify-customers.ts'
export { maskedCustomer, revealedCustomer } from './view-customer.ts'
