export { type CouponToIssue, givePoints, issueCoupon, type PointsToGive } from './issue.ts'
