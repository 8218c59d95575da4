/** What Safari reports for the Enter that ends a composition, after it has said that the composition is over. */
const STILL_COMPOSING = 229;

/** Whether a key belongs to an input method: Enter then takes a candidate and sends nothing. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === STILL_COMPOSING;
