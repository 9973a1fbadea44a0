export function NoticeList(_: { onOpen?: () => void }) {
  return null
}
