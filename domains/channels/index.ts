export { createApiKey, findApiKey } from './api-keys.ts'
export { openKioskAs } from './box/kiosk.ts'
export { slipOf } from './box/slip-keys.ts'
export { channelNames, channelOfKind, channelWatcher } from './channel-data.ts'
export { ChannelFault } from './connect/channel-fault.ts'
export { createChannel, saveConnection } from './connect/connections.ts'
export type { Heard, HeardCall } from './connect/connector.ts'
export { channelSends } from './connect/sends.ts'
export {
  type ConversationNews,
  type ConversationRow,
  lockConversation,
  openConversation,
  updateConversation,
} from './conversations/conversation-data.ts'
export { knownConversations } from './conversations/known-conversation-data.ts'
export {
  layOver,
  openConversations,
  partnerKey,
  saveConversations,
} from './conversations/many-conversations-data.ts'
export {
  type PlatformConversation,
  platformConversation,
} from './conversations/platform-conversation-data.ts'
export { copyFiles } from './copy-files.ts'
export { channelForImport, newSlug } from './create-channels.ts'
export { createDemoChannel, hearDemo, sendDemo, sendDemoNews } from './demo/demo-channel.ts'
export { type HeardMessages, type HeardOne, hearStored } from './inbound/hear.ts'
export { type Bundle, bundleOf, hearTogether, Refused } from './inbound/hear-together.ts'
export { waitingMessages } from './inbound/inbound-data.ts'
export { keepFile } from './keep-file.ts'
export { keepPhoto, photoViews, readPhotoOf, releasePhotos, takePhotos } from './keep-photo.ts'
export { saveChannel } from './manage-channels.ts'
export { createCodes } from './manage-codes.ts'
export {
  insertOutbound,
  markRead,
  type NewInbound,
  type NewOutbound,
  outboundStates,
  storedPayloads,
  storeInbound,
} from './message-data.ts'
export { failedNews } from './outbox/failed-news.ts'
export { dropFailed } from './outbox/outbox-data.ts'
export { sendBySms } from './outbox/second-way.ts'
export { takeDeliveries, takeDelivery } from './outbox/take-delivery.ts'
export { waysTo } from './outbox/ways.ts'
export { type News, writeToCustomer } from './outbox/write-to-customer.ts'
export { fetchRecording, type RecordingRef } from './phone/recording.ts'
export { customerContext, type OpenCode, openCode } from './public-form.ts'
export { uploadOf } from './routes.ts'
export { createSalonDesk, openSalon, salonAnswered } from './salon/salon.ts'
export { sendFile } from './send-file.ts'
export { type DaySort, notToday } from './sms/day-rule.ts'
export { callStaff, staffCallChannel } from './sms/staff-call.ts'
export { checkStaffSms, sendStaffSms, staffSmsChannel } from './sms/staff-sms.ts'
export { findSignInChannel } from './wechat/sign-in.ts'
