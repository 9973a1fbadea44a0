export const NODE_OPTIONS: string[]
export const COMPILE_CACHE: { NODE_COMPILE_CACHE: string }
