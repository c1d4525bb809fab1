/**
 * One Linux world: tasks, credentials, the file tree, mounts, descriptors, and the system calls
 * that change them. Each sub-package holds one mechanism: its objects, its gates, its rules.
 *
 * <p>Start reading at {@link watertight.model.linux.Kernel}, which sends each {@link
 * watertight.model.linux.Syscall} to its rule; the rule for {@code ..} is in {@link
 * watertight.model.linux.path.PathWalk}.
 */
package watertight.model.linux;
