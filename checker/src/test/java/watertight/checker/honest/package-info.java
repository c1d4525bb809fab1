@NullMarked
package watertight.checker.honest;

import org.jspecify.annotations.NullMarked;
