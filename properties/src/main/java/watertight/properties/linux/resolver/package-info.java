/**
 * Path resolution a second time, told from man 7 path_resolution over strings and lists, and held
 * against {@link watertight.model.linux.path.PathWalk}.
 */
@NullMarked
package watertight.properties.linux.resolver;

import org.jspecify.annotations.NullMarked;
