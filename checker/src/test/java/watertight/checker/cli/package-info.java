/** The program as its users meet it: what they type, what they get, and the exit code. */
@NullMarked
package watertight.checker.cli;

import org.jspecify.annotations.NullMarked;
