/**
 * Every walk in every small world: trees with links, a bind mount, a root, a working directory,
 * each walked along all paths up to a length.
 *
 * <p>Start reading at {@link watertight.properties.linux.walk.WalkProperties}. What is walked is
 * the model's own {@link watertight.model.linux.path.PathWalk}; {@link
 * watertight.properties.linux.walk.AllPaths} only shares the beginnings of paths.
 */
@NullMarked
package watertight.properties.linux.walk;

import org.jspecify.annotations.NullMarked;
