/** The package has no types of its own; what the simulator uses of it is described there. */
declare module 'hoodiecrow-imap' {
  const open: (options: object) => unknown
  export default open
}
