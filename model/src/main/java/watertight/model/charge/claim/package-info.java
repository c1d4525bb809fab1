/**
 * The claims about charging: what they say, the predicates that judge them, and the small workloads
 * that they are looked at in. Predicates count what tasks hold and have under way; none asks which
 * guards are in force.
 *
 * <p>Start reading at {@link watertight.model.charge.claim.ChargeClaims}.
 */
package watertight.model.charge.claim;
