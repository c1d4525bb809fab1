/** Arbitraries for the Linux world, and the properties over them, by mechanism. */
@NullMarked
package watertight.properties.linux;

import org.jspecify.annotations.NullMarked;
