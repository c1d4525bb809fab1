/**
 * What is written about claims in {@code specs/claims/*.md} and {@code specs/LIMITS.md}, as data:
 * for {@code explain}, and for the tests that hold the pages against the code. Start at {@link
 * watertight.checker.pages.Pages}.
 */
@NullMarked
package watertight.checker.pages;

import org.jspecify.annotations.NullMarked;
