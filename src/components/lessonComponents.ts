import Claim from './Claim.astro';
import Figure from './Figure.astro';
import Generated from './Generated.astro';
import GuideDiffers from './GuideDiffers.astro';
import Question from './Question.astro';
import RuleLink from './RuleLink.astro';

/** What lessons name without importing it. */
export const LESSON_COMPONENTS = { Claim, Figure, Generated, GuideDiffers, Question, RuleLink };
