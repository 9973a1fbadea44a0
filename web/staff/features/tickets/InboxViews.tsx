export function InboxViews() {
  return null
}
