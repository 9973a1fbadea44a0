const made = new Map<string, Promise<unknown>>()

/** What is made the first time something of this name is asked for, and the same ever after. */
export function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(name) as Promise<T> | undefined
  if (known) return known
  const fresh = make()
  made.set(name, fresh)
  return fresh
}
