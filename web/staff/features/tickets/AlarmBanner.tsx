export function AlarmBanner() {
  return null
}
