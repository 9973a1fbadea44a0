/** Puts the hosted form where its script tag stands, as high as its content. */
export function frameForm(script: HTMLScriptElement, origin: string, slug: string, title: string): void {
  const frame = document.createElement('iframe')
  frame.src = `${origin}/q/${encodeURIComponent(slug)}?embed=1`
  frame.title = title
  frame.loading = 'lazy'
  frame.height = '640'
  Object.assign(frame.style, { width: '100%', border: '0', display: 'block' })
  window.addEventListener('message', ({ origin: from, source, data }: MessageEvent) => {
    if (from !== origin || source !== frame.contentWindow) return
    const height = Number((data as { huiyinHeight?: unknown } | null)?.huiyinHeight)
    if (height > 0) frame.height = String(Math.min(Math.ceil(height), 20_000))
  })
  script.after(frame)
}
