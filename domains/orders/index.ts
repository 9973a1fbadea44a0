export {
  type AboutOrder,
  aboutOrder,
  badReview,
  ownTicket,
  reviewTicket,
} from './links/about-order.ts'
export { linkMentioned } from './links/ticket-links.ts'
export { type PlatformNews, takePlatformOrder } from './outside/platform-order.ts'
export { takeOrder } from './taking/place-order.ts'
export { findOrderByToken } from './tracking/order-door.ts'
