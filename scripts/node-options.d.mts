export function nodeOptions(role?: string): string[]
export const COMPILE_CACHE: { NODE_COMPILE_CACHE: string }
