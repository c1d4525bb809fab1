/**
 * What can be observed of a world: its trees, mounts and tasks, with nothing of how they are kept.
 * Model and kernel are each looked at in these terms; what they call their objects inside does not
 * count.
 */
@NullMarked
package watertight.checker.kernel.seen;

import org.jspecify.annotations.NullMarked;
