/** The notation of the charge machine held against drawn texts, its files, and mutants of both. */
@NullMarked
package watertight.checker.text.charge;

import org.jspecify.annotations.NullMarked;
