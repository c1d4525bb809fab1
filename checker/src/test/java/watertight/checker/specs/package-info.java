/** The texts of specs/ held against the model: claim pages, limits, gates. */
@NullMarked
package watertight.checker.specs;

import org.jspecify.annotations.NullMarked;
