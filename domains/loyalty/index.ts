export { createEvent, setEventState } from './events/manage-events.ts'
export { type EventVoice, signUp } from './events/sign-up.ts'
export { givePoints, issueCoupon } from './issue.ts'
