/** The id under which a draft of the builder is played. No level on the map has it. */
export const PLAYED = 'builder-draft';
