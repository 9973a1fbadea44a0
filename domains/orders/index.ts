export { linkTicket } from './taking/order-data.ts'
export { takeOrder } from './taking/place-order.ts'
