export { handOverCode } from './delivery/hand-over-code.ts'
export { planShop } from './delivery/plan-shop.ts'
export { readRound } from './delivery/read-round.ts'
export { setDuty, setPosition } from './delivery/rider-duty.ts'
export { tapStop } from './delivery/rider-taps.ts'
export { readBoard as readKitchen } from './kitchen/read-board.ts'
export { takeTaps } from './kitchen/take-taps.ts'
export {
  type AboutOrder,
  aboutOrder,
  badReview,
  ownTicket,
  reviewTicket,
} from './links/about-order.ts'
export { linkMentioned } from './links/ticket-links.ts'
export { openBatch } from './menu/batches.ts'
export { readMenu, saveItem, saveShopItem } from './menu/manage-menu.ts'
export { saveStation } from './menu/stations.ts'
export { stopSale } from './menu/stop-sale.ts'
export { keepPastOrders, type NumberedPast, ordersNumbered, type PastOrder } from './outside/past-orders.ts'
export { type PlatformNews, takePlatformOrder } from './outside/platform-order.ts'
export { answerReview } from './reviews/answer-review.ts'
export { giveReview } from './reviews/give-review.ts'
export { cancelOrder, confirmOrder, handOverOrder } from './taking/order-deeds.ts'
export { placeOrder, takeOrder } from './taking/place-order.ts'
export { type OrderToRefund, orderToRefund, refundForTicket } from './taking/refund-order.ts'
export { findOrderByToken } from './tracking/order-door.ts'
export { reactionTicket, type SkinReaction, skinReaction } from './visits/about-reaction.ts'
export { answerAftercare } from './visits/answer-aftercare.ts'
export { bookVisit } from './visits/book-visit.ts'
export { saveRecord } from './visits/record.ts'
export { arriveVisit, beginVisit, finishVisit, missVisit } from './visits/visit-deeds.ts'
