export const DEMO_KEY = 'demo-'

/** A channel of the demo: no service stands behind it, nothing said in it came from one, and nothing of it ever leaves the program. */
export const isDemo = ({ key }: { key: string }): boolean => key.startsWith(DEMO_KEY)
