/**
 * The notation of the host-call machine: litmus files and scenarios with {@code machine hostcall}
 * in their head. The enclave is {@code e}, its host {@code h}; who looks and takes no part is
 * {@code o}.
 *
 * <p>Start reading at {@link watertight.checker.text.hostcall.HostcallLitmusParser}. How steps are
 * run is not known here.
 */
@NullMarked
package watertight.checker.text.hostcall;

import org.jspecify.annotations.NullMarked;
