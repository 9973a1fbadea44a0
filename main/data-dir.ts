import { accessSync, constants, mkdirSync } from 'node:fs'

/**
 * Makes the data folder and sees that it can be written to.
 * Shape: closed to others; root leaves it passable, because the database runs as another user.
 */
export function openDataDir(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
}
