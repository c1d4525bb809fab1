/**
 * The file tree and the way through it: dentries and inodes, the path walk with its rule for {@code
 * ..}, permission, and the calls that look up, make, move and read names.
 *
 * <p>Start reading at {@link watertight.model.linux.path.PathWalk}. Mounts live in {@link
 * watertight.model.linux.mount}; /proc in {@link watertight.model.linux.path.Procfs}.
 */
package watertight.model.linux.path;
