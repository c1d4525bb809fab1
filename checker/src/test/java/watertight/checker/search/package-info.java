/** What searches say in the words of claims. */
@NullMarked
package watertight.checker.search;

import org.jspecify.annotations.NullMarked;
