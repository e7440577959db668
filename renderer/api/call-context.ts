/** What a caller may ask of the door beside the call itself. */
export interface CallContext {
  /** The page may be gone before the answer comes: the call must reach the backend all the same. */
  outlivesPage?: boolean;
}
