/** The name under which a draft of the builder is played: never that of a level on the map. */
export const PLAYED = 'builder-draft';
