/**
 * The notation of the SGX machine: litmus files and scenarios with {@code machine sgx} in their
 * head. Enclaves are E1, E2, …, in the order of their lines, processors p0, p1, …, version arrays
 * V0, V1, …; a page is {@code E1.0x10000}, or {@code frame 3} by its number.
 *
 * <p>Start reading at {@link watertight.checker.text.sgx.SgxLitmusParser}. How steps are run is not
 * known here.
 */
@NullMarked
package watertight.checker.text.sgx;

import org.jspecify.annotations.NullMarked;
