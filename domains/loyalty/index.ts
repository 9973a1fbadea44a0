export { givePoints, issueCoupon } from './issue.ts'
