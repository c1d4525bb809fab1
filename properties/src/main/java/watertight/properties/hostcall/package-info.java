/**
 * Calls of an enclave and answers of its host, in words of 64 bits. What is drawn knows nothing of
 * which checks are made.
 */
@NullMarked
package watertight.properties.hostcall;

import org.jspecify.annotations.NullMarked;
