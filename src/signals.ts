/** What one process tells all others over the store. */
export interface SignalsPort {
  /** Tells them; `at` is in milliseconds since 1970. */
  send(name: string, at: number): Promise<void>;
  /** Hears, within seconds, of what is sent from now on. */
  watch(name: string, heard: () => void): Promise<void>;
}
