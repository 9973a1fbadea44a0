/** Loads a tablet's styles, which are a file of their own so that the form on a customer's phone does not carry them. */
export function dress(sheet: string): Promise<void> {
  return new Promise((done) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    link.onload = link.onerror = () => done()
    document.head.appendChild(link)
  })
}
