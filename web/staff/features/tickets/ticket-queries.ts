export function useInboxCount(): string | null {
  return null
}
export function useUnseenNotices(): number {
  return 0
}
