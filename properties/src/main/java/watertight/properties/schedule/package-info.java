/**
 * Schedules: random moves of a machine's parties, whatever the machine is. A schedule knows nothing
 * of the state in which it is run, nor of which guards are away.
 */
@NullMarked
package watertight.properties.schedule;

import org.jspecify.annotations.NullMarked;
