/**
 * Random start states.
 *
 * <p>Start reading at {@link watertight.properties.linux.world.Worlds}, which says what is how
 * likely.
 */
@NullMarked
package watertight.properties.linux.world;

import org.jspecify.annotations.NullMarked;
