export { type EventVoice, signUp } from './events/sign-up.ts'
export { givePoints, issueCoupon } from './issue.ts'
