/**
 * The claims about the Linux world: what they say, of which state or step, and by which guards they
 * stand. A claim's predicate reads the state by {@link watertight.model.linux.claim.Geometry}, not
 * by the rules that it judges.
 */
package watertight.model.linux.claim;
