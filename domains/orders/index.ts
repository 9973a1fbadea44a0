export { NEXT } from './lifecycle.ts'
