/**
 * Real answers of a kernel to real calls, put to the shields of the host-call machine: an honest
 * answer must pass. Start at {@link watertight.checker.honest.RealRun}; which calls are made is
 * drawn in {@code watertight.properties.hostcall}, which knows nothing of the checks.
 */
@NullMarked
package watertight.checker.honest;

import org.jspecify.annotations.NullMarked;
