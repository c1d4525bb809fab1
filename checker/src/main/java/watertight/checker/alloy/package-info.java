/**
 * The Alloy engine: runs the commands of {@code specs/alloy/*.als}, with guards taken away, and
 * decodes what the solver finds.
 *
 * <p>Here nothing knows the executable model: a {@link watertight.checker.alloy.Counterexample}
 * speaks of the atoms and relations of the specification. Start reading at {@link
 * watertight.checker.alloy.AlloyLibrary}; the names that tie a claim or a guard to its
 * specification are in {@link watertight.checker.alloy.AlloyNames}.
 */
@NullMarked
package watertight.checker.alloy;

import org.jspecify.annotations.NullMarked;
