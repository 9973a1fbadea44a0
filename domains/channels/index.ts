export { createApiKey, findApiKey } from './api-keys.ts'
export { channelNames, channelOfKind, channelWatcher } from './channel-data.ts'
export { ChannelFault } from './connect/channel-fault.ts'
export type { HeardCall } from './connect/connector.ts'
export { channelSends } from './connect/sends.ts'
export {
  type ConversationRow,
  openConversation,
  updateConversation,
} from './conversations/conversation-data.ts'
export { knownConversations } from './conversations/known-conversation-data.ts'
export {
  type PlatformConversation,
  platformConversation,
} from './conversations/platform-conversation-data.ts'
export { channelForImport } from './create-channels.ts'
export { type HeardMessages, type HeardOne, hearStored } from './inbound/hear.ts'
export { waitingMessages } from './inbound/inbound-data.ts'
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
export { sendBySms } from './outbox/second-way.ts'
export { takeDelivery } from './outbox/take-delivery.ts'
export { fetchRecording, type RecordingRef } from './phone/recording.ts'
export { customerContext, type OpenCode, openCode } from './public-form.ts'
export { uploadOf } from './routes.ts'
export { sendFile } from './send-file.ts'
export { findSignInChannel } from './wechat/sign-in.ts'
