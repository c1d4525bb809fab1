/** The notation of the SGX machine held against its files, scenarios, and mutants of both. */
@NullMarked
package watertight.checker.text.sgx;

import org.jspecify.annotations.NullMarked;
