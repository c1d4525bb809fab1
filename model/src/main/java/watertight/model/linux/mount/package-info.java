/**
 * Mounts: which tree is seen at which place, and the calls that change it.
 *
 * <p>Start reading at {@link watertight.model.linux.mount.Mounts}.
 */
package watertight.model.linux.mount;
