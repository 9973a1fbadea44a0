export function buildWebIfStale(node: string): Promise<void>
