/** The commands, one class each; parsing of options and nothing of what the engines do. */
@NullMarked
package watertight.checker.cli;

import org.jspecify.annotations.NullMarked;
