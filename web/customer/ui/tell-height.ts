/** Inside a frame of the brand's website the page tells how high it is, so that nobody has to scroll twice. The height is no secret. */
export function tellHeight(): void {
  if (window.parent === window || typeof ResizeObserver === 'undefined') return
  const tell = (): void =>
    window.parent.postMessage({ huiyinHeight: document.documentElement.offsetHeight }, '*')
  new ResizeObserver(tell).observe(document.documentElement)
}
